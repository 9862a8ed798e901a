package org.shiriki.broadcast;

import java.util.Set;
import org.shiriki.console.Doc;

/// How far a broadcast has come.
///
/// @param done people who have it, or will never
/// @param all its audience
public record Progress(long done, long all) {
  private static final Set<String> WAITING = Set.of("QUEUED", "SENDING");

  static Progress of(Doc ledger) {
    var all = ledger.number("people");
    var waiting =
        ledger.list("lines").stream()
            .filter(line -> WAITING.contains(line.text("state")))
            .mapToLong(line -> line.number("people"))
            .sum();
    return new Progress(Math.max(0, all - waiting), all);
  }

  /// In hundredths.
  public long percent() {
    return all == 0 ? 0 : done * 100 / all;
  }
}
