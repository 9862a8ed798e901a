package org.shiriki.safety;

import org.jspecify.annotations.Nullable;
import org.shiriki.privacy.Phone;

/// What keeps the person safe who told.
///
/// @param alone whether nobody else uses the phone
/// @param phone the number to contact; null unless the person wishes it
/// @param word what the person asks for the stage with; empty if nobody may ask
public record Safeguards(boolean alone, Wish wish, @Nullable Phone phone, String word) {
  /// Of somebody who was asked nothing.
  public static final Safeguards UNASKED = new Safeguards(false, Wish.NONE, null, "");

  public Safeguards {
    if ((phone == null) != (wish == Wish.NONE)) {
      throw new IllegalArgumentException("A number is kept if contact is wished, and only then");
    }
  }

  @Override
  public String toString() {
    return "Safeguards[hidden]";
  }
}
