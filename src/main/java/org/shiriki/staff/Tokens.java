package org.shiriki.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps tokens of accounts.
public interface Tokens {
  /// A new token, as it is shown once.
  ///
  /// @param word what a program sends as `Bearer`
  record Minted(Token token, String word) {
    @Override
    public String toString() {
      return "Minted[" + token.id() + ']';
    }
  }

  /// Makes a token for an account.
  Minted mint(String account, String name, Set<Right> rights, Instant until, Colleague by);

  /// An account's tokens, the newest first.
  List<Token> of(String account);

  /// Takes a token back.
  ///
  /// @return whether the account had it, and it was good
  boolean end(String account, String id, Colleague by);

  /// Whoever shows a word that is good now, and that it was shown.
  Optional<Colleague> shown(String word, String from);
}
