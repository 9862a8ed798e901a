package org.shiriki.upkeep;

import java.time.Instant;
import java.util.UUID;

/// That something must not be removed by age, because of a dispute or an inquiry.
///
/// @param subject `citizen/<key>`, `concern/<reference>` or `case/<number>`
/// @param reason in words of staff
/// @param account who placed it
public record Hold(UUID id, String subject, String reason, String account, Instant at) {
  @Override
  public String toString() {
    return "Hold[" + id + ']';
  }
}
