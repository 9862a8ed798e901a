package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Nairobi is three hours ahead of the times below.
class PurposeTest {
  @ParameterizedTest
  @CsvSource({
    "ANSWER, 2026-11-21T00:30:00Z, 2026-11-21T00:30:00Z",
    "SERVICE, 2026-11-21T00:30:00Z, 2026-11-21T00:30:00Z",
    "EMERGENCY, 2026-11-21T00:30:00Z, 2026-11-21T00:30:00Z",
    "UPDATE, 2026-11-21T03:59:59Z, 2026-11-21T04:00:00Z",
    "UPDATE, 2026-11-21T15:59:59Z, 2026-11-21T15:59:59Z",
    "UPDATE, 2026-11-21T16:00:00Z, 2026-11-22T04:00:00Z",
    "ALERT, 2026-11-21T04:59:59Z, 2026-11-21T05:00:00Z",
    "ALERT, 2026-11-21T05:00:00Z, 2026-11-21T05:00:00Z",
    "ALERT, 2026-11-21T15:00:00Z, 2026-11-22T05:00:00Z",
    "EDUCATION, 2026-11-21T20:59:59Z, 2026-11-22T05:00:00Z",
    "POLITICAL, 2026-11-21T21:30:00Z, 2026-11-22T05:00:00Z",
    "POLITICAL, 2026-11-21T14:59:59Z, 2026-11-21T14:59:59Z"
  })
  void a_message_leaves_in_the_hours_of_its_purpose(Purpose purpose, Instant now, Instant opens) {
    assertThat(purpose.opens(now)).isEqualTo(opens);
  }
}
