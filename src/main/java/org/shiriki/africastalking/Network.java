package org.shiriki.africastalking;

import java.time.Duration;

/// What differs between the networks behind AT.
final class Network {
  private static final String AIRTEL = "63903";
  private static final Duration AIRTELS_GRACE = Duration.ofSeconds(30);

  private Network() {}

  /// How much longer than 30 s a network waits for a person's answer: Airtel Kenya 60 s in all,
  /// Safaricom, Equitel and networks of which nothing is known no longer (AT's help centre, "USSD
  /// session duration", read 2026-11-21).
  static Duration grace(String networkCode) {
    return networkCode.equals(AIRTEL) ? AIRTELS_GRACE : Duration.ZERO;
  }
}
