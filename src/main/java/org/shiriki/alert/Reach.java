package org.shiriki.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The place that a person wants news of.
public sealed interface Reach {
  /// The person's ward.
  ///
  /// @param ward four digits, `0001` to `1450`
  record MyWard(String ward) implements Reach {}

  /// The person's county.
  ///
  /// @param county three digits, `001` to `047`
  record MyCounty(String county) implements Reach {}

  /// Every place.
  record Everywhere() implements Reach {}

  /// Reads what [#code] wrote.
  @JsonCreator
  static Reach parse(String code) {
    return switch (code.length()) {
      case 4 -> new MyWard(code);
      case 3 -> new MyCounty(code);
      default -> new Everywhere();
    };
  }

  /// The place as it is stored: a ward's code, a county's, or `*`.
  @JsonValue
  default String code() {
    return switch (this) {
      case MyWard(var ward) -> ward;
      case MyCounty(var county) -> county;
      case Everywhere _ -> "*";
    };
  }
}
