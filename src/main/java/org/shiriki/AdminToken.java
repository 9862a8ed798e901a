package org.shiriki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.shiriki.staff.Secrets;

/// The token of the first director, with which all other accounts are made.
///
/// @param word what a program sends as `Bearer`
record AdminToken(String word) {
  /// The name of the first director's account.
  static final String ACCOUNT = "director";

  private static final int SHORTEST = 24;

  AdminToken {
    if (word.length() < SHORTEST) {
      throw new IllegalArgumentException("it is shorter than %d characters".formatted(SHORTEST));
    }
  }

  /// The one of the settings; in development else one that was made up at the first start.
  static Optional<AdminToken> of(Settings settings) {
    var given = settings.adminToken();
    if (given != null) {
      return Optional.of(given);
    }
    return settings.carrier() == Settings.Carrier.SIMULATOR
        ? Optional.of(inFolder(settings))
        : Optional.empty();
  }

  private static AdminToken inFolder(Settings settings) {
    var file = settings.data().resolve("admin-token");
    try {
      return new AdminToken(OwnersFile.text(file, () -> "shiriki_" + Secrets.word()).strip());
    } catch (IOException failure) {
      throw new UncheckedIOException("The first director's token is out of reach", failure);
    }
  }

  @Override
  public String toString() {
    return "AdminToken[…]";
  }
}
