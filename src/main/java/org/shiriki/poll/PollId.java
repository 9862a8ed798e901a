package org.shiriki.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// What a poll is known by: `kilifi-water-2026`.
///
/// @param text up to 40 small letters, digits and dashes
public record PollId(@JsonValue String text) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PollId {
    if (!sound(text)) {
      throw new IllegalArgumentException("an id has 1 to 40 small letters, digits and dashes");
    }
  }

  /// Whether a text may be an id.
  static boolean sound(String text) {
    return text.matches("[a-z0-9-]{1,40}");
  }

  @Override
  public String toString() {
    return text;
  }
}
