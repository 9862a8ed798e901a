package org.shiriki.africastalking;

import java.time.Duration;
import org.shiriki.privacy.Operator;

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

  /// Whose network a code means. AT writes the country's three digits and the network's two; 99999
  /// is its sandbox.
  static Operator operator(String networkCode) {
    return switch (networkCode) {
      case "63902" -> Operator.SAFARICOM;
      case AIRTEL -> Operator.AIRTEL;
      case "63907" -> Operator.TELKOM;
      case "", "99999" -> Operator.UNKNOWN;
      default -> networkCode.matches("\\d{5,6}") ? Operator.OTHER : Operator.UNKNOWN;
    };
  }
}
