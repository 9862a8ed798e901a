package org.shiriki.simulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.regex.Pattern;

/// The number of a simulated phone, in international form.
record PhoneNumber(@JsonValue String international) {
  private static final String KENYA = "+254";
  private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9]{7,15}");
  private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final String SAFARICOM = "63902";
  private static final Map<Pattern, String> OTHER_NETWORKS =
      Map.of(
          Pattern.compile("\\+254(73|78|75[0-6]|762|10)[0-9]*"), "63903",
          Pattern.compile("\\+25477[0-9]*"), "63907",
          Pattern.compile("\\+25476[3-6][0-9]*"), "63999");

  /// Reads a number as people write it: `+254700000001`, `0700000001`, `254 700 000 001`. A `+`
  /// that a query string has turned into a space is forgiven.
  @JsonCreator
  static PhoneNumber parse(String written) {
    var bare = written.replaceAll("[\\s()-]", "");
    if (!WRITTEN.matcher(bare).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a phone number; write it like +254700000001 or 0700000001"
              .formatted(written));
    }
    if (bare.startsWith("+")) {
      return new PhoneNumber(bare);
    }
    return new PhoneNumber(bare.startsWith("0") ? KENYA + bare.substring(1) : "+" + bare);
  }

  /// The carrier's sending API takes numbers in international form only.
  static boolean international(String written) {
    return INTERNATIONAL.matcher(written).matches();
  }

  /// The carrier's code of the mobile network that the prefix belongs to; Safaricom if unknown.
  String networkCode() {
    return OTHER_NETWORKS.entrySet().stream()
        .filter(network -> network.getKey().matcher(international).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(SAFARICOM);
  }

  /// Masked, so that a number never reaches a log by accident.
  @Override
  public String toString() {
    return "+…" + international.substring(Math.max(0, international.length() - 2));
  }
}
