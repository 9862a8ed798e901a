package org.shiriki.sms;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shiriki.privacy.Operator;
import org.shiriki.privacy.PhoneKey;

/// What a carrier tells of a message some time after it took it.
///
/// @param id the carrier's name of the message
/// @param status the carrier's word, as it came
/// @param person whom the message was for, or null if the carrier does not say
/// @param operator whose network it was for, as far as the carrier says
public record Report(
    String id, String status, Meaning meaning, @Nullable PhoneKey person, Operator operator) {
  /// What a report says.
  public sealed interface Meaning {}

  /// It lies in the person's phone.
  public record Arrived() implements Meaning {}

  /// It never will.
  public record Failed(Reason reason) implements Meaning {}

  /// It is on its way; nothing is decided.
  public record OnItsWay() implements Meaning {}

  /// Nobody knows what the carrier means; it is kept.
  public record Unclear() implements Meaning {}

  /// How the meaning is counted.
  String kind() {
    return switch (meaning) {
      case Arrived _ -> "delivered";
      case Failed _ -> "failed";
      case OnItsWay _ -> "on-its-way";
      case Unclear _ -> "unclear";
    };
  }

  State state() {
    return meaning instanceof Arrived ? State.DELIVERED : State.FAILED;
  }

  @Override
  public String toString() {
    return "Report[" + status.toLowerCase(Locale.ROOT) + ']';
  }
}
