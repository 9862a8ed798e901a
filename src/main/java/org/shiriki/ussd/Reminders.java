package org.shiriki.ussd;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Predicate;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Text;
import org.shiriki.sms.Purpose;

/// Reminds people by one SMS a day at most that the line broke off in the middle of something that
/// is kept for them a little longer.
///
/// ```
///  the line breaks off ── 2 min ──▶ may be reminded ── a session's longest ──▶ may not
///                                                       ... what was typed is forgotten
/// ```
///
/// A round made twice does no harm: the outbox keeps one reminder a person and day. What stays
/// private is no session of these, because its turns are gone no sooner than the time to remind is
/// over.
public final class Reminders {
  /// Most who want to go on have dialled again by then.
  static final Duration AFTER = Duration.ofMinutes(2);

  /// How long a person needs at least to read it and dial.
  private static final Duration TO_DIAL = Duration.ofMinutes(2);

  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(NAIROBI);
  private static final Text WORDS =
      Text.of(
          "Shiriki: simu ilikatika. Kuendelea ulipoachia piga {ussd} kabla ya saa {time}. Ni bure.",
          "Shiriki: the line dropped. To go on where you stopped dial {ussd} before {time}. Free.");

  private final Drops drops;
  private final Predicate<Conversation> unfinished;
  private final String code;
  private final UssdLimits limits;
  private final InstantSource clock;

  /// The rounds.
  ///
  /// @param unfinished whether a person may be reminded of what they left
  /// @param code our USSD code
  public Reminders(
      Drops drops,
      Predicate<Conversation> unfinished,
      String code,
      UssdLimits limits,
      InstantSource clock) {
    this.drops = drops;
    this.unfinished = unfinished;
    this.code = code;
    this.limits = limits;
    this.clock = clock;
  }

  /// Reminds whoever broke off a short while ago. At night nobody, and nobody in the morning of
  /// what is forgotten by then.
  public void round() {
    var now = clock.instant();
    var forgottenTooSoon = limits.resume().compareTo(Purpose.REMINDS.plus(TO_DIAL)) < 0;
    if (forgottenTooSoon || Purpose.REMINDER.opens(now).isAfter(now)) {
      return;
    }
    var once = "reminder/" + now.atZone(NAIROBI).toLocalDate();
    drops.each(
        now.minus(limits.session()),
        now.minus(AFTER),
        once,
        drop -> {
          if (unfinished.test(drop.conversation())) {
            drops.remind(drop, once, words(drop), now);
          }
        });
  }

  private String words(Drop drop) {
    Instant forgotten = drop.at().plus(limits.resume());
    return WORDS.with("ussd", code).with("time", TIME.format(forgotten)).in(drop.language());
  }
}
