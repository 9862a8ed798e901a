package org.shiriki.api;

import java.util.Optional;
import org.shiriki.staff.Colleague;
import org.shiriki.staff.SignIn;
import org.shiriki.staff.Tokens;

/// Tells who calls: whoever shows a token, or has the cookie of somebody who signed in.
public record Callers(Tokens tokens, SignIn visits) {
  Optional<Colleague> byToken(String token, String from) {
    return tokens.shown(token, from);
  }

  /// Whoever is signed in.
  ///
  /// @param csrf the word that only a page of ours knows
  Optional<Colleague> byVisit(String word, String csrf, boolean changes, String from) {
    return visits.known(word, csrf, changes, from);
  }
}
