package org.shiriki.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/// What a person has said of their ward: nothing yet, "I do not know", or a ward.
public sealed interface Residence {
  /// Nobody has asked yet.
  record Unasked() implements Residence {}

  /// The person was asked and does not know.
  record Unknown() implements Residence {}

  /// The person lives here.
  ///
  /// @param ward four digits, `0001` to `1450`
  record In(String ward) implements Residence {}

  /// Reads what [#code] wrote.
  @JsonCreator
  static Residence parse(String code) {
    return switch (code) {
      case "" -> new Unasked();
      case "?" -> new Unknown();
      default -> new In(code);
    };
  }

  /// The answer as it is stored: empty, `?` or the ward's code.
  @JsonValue
  default String code() {
    return switch (this) {
      case Unasked _ -> "";
      case Unknown _ -> "?";
      case In(var ward) -> ward;
    };
  }

  /// The ward, if the person named one.
  default Optional<String> known() {
    return switch (this) {
      case Unasked _, Unknown _ -> Optional.empty();
      case In(var ward) -> Optional.of(ward);
    };
  }

  /// Whether the question has been put and answered, be it by "I do not know".
  default boolean answered() {
    return !(this instanceof Unasked);
  }
}
