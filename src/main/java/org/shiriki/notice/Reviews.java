package org.shiriki.notice;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The daily look at what is to be reviewed.
public record Reviews(Noticeboard board, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Reviews.class);
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  /// How long before its day a thing is told of.
  private static final int DAYS_BEFORE = 14;

  /// Looks. Any node may, at any time and again.
  public void round() {
    var now = clock.instant();
    var look = board.look(LocalDate.ofInstant(now, NAIROBI).plusDays(DAYS_BEFORE), now);
    LOG.atInfo()
        .addKeyValue("made", look.made())
        .addKeyValue("settled", look.settled())
        .addKeyValue("open", board.open().values().stream().mapToLong(Long::longValue).sum())
        .log("Looked at what is to be reviewed");
  }
}
