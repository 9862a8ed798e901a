package org.shiriki.safety;

import java.util.UUID;

/// A case on its way to being filed, with all that was said but the story itself.
///
/// @param id made when the way begins: telling the same again files it once
/// @param word the safe word, or empty
public record Telling(UUID id, Kind kind, boolean alone, Wish wish, String word) {
  static Telling of(UUID id, Kind kind) {
    return new Telling(id, kind, false, Wish.NONE, "");
  }

  Telling alone(boolean answer) {
    return new Telling(id, kind, answer, wish, word);
  }

  Telling wishing(Wish answer) {
    return new Telling(id, kind, alone, answer, word);
  }

  Telling asking(String safeWord) {
    return new Telling(id, kind, alone, wish, safeWord);
  }

  @Override
  public String toString() {
    return "Telling[hidden]";
  }
}
