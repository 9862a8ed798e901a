package org.shiriki.staff;

import java.util.List;
import java.util.Optional;

/// Keeps what people prove themselves with beside their password.
public interface SecondFactors {
  /// A new second factor, as it is shown once.
  ///
  /// @param secret for typing, and in `address` for a picture
  record Factor(String secret, String address) {
    @Override
    public String toString() {
      return "Factor[…]";
    }
  }

  /// A second factor for an account, which holds once [#confirm] has seen a code of it; nothing if
  /// one is in use.
  Optional<Factor> enrol(String account);

  /// Puts the second factor in use and ends all visits, so that everybody signs in with it.
  ///
  /// @return its recovery codes, shown once; nothing if the code is not right
  Optional<List<String>> confirm(String account, String code, Colleague by);

  /// Takes the second factor of an account away, whose owner has lost it.
  void withdraw(String account, Colleague by);

  /// Whether an account's owner shows a code of theirs, or a recovery code; each is good once.
  boolean proves(String account, String code);
}
