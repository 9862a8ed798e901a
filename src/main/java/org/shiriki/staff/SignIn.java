package org.shiriki.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lets people in with a password and, where they have one, a second factor.
public interface SignIn {
  /// How many characters a password has at least (NIST SP 800-63B, 3.1.1.2: no other rules).
  int SHORTEST = 12;

  /// What somebody shows.
  ///
  /// @param code six digits, or a recovery code; empty for none
  /// @param from the address that they come from
  record Try(String email, String password, String code, String from) {
    @Override
    public String toString() {
      return "Try[…]";
    }
  }

  /// What became of a try.
  sealed interface Entry {
    /// They are in.
    record In(Visit visit) implements Entry {}

    /// Something is wrong; which is not said.
    record Wrong() implements Entry {}

    /// The password is right, and a code is needed.
    record NeedsCode() implements Entry {}

    /// It was not looked at: there were too many wrong ones.
    record Later(Duration patience) implements Entry {}
  }

  /// Somebody who is in.
  ///
  /// @param word stands in their cookie
  /// @param csrf stands in each of their forms
  /// @param proven whether they may do what they may; else all they can do is set up their second
  ///   factor
  record Visit(String word, String csrf, Account account, boolean proven, Instant until) {
    @Override
    public String toString() {
      return "Visit[" + account + ']';
    }
  }

  /// A place where an account is signed in.
  ///
  /// @param id what it is known by, to end it
  record Place(String id, Instant since, Instant used, String from) {}

  /// Tries to let somebody in.
  Entry enter(Try attempt);

  /// Lets the owner of an address in whom another house that we trust has looked at, second factor
  /// included; nobody if there is no active account.
  Optional<Visit> admit(String email, String from);

  /// Whoever is in with this word; nobody where something changes and the form's word is another.
  Optional<Colleague> known(String word, String csrf, boolean changes, String from);

  /// The form's word of whoever is in with this word.
  Optional<String> csrf(String word);

  /// Ends a visit.
  void leave(String word);

  /// Where an account is signed in, the latest first.
  List<Place> places(String account);

  /// Ends one of an account's visits.
  boolean end(String account, String place, Colleague by);

  /// A word with which an account's owner sets their first password, for an hour; nothing if they
  /// have one.
  Optional<String> invite(String account);

  /// A word with which an account's owner sets a new password, for an hour.
  String reset(String account, Colleague by);

  /// Sets a password with such a word, which is good once, and ends all visits.
  ///
  /// @return whether the word was good
  boolean setPassword(String reset, String password, String from);
}
