package org.shiriki.staff;

import java.util.List;
import java.util.Optional;

/// Keeps organisations and accounts.
public interface Accounts {
  /// What became of a wish to change something.
  enum Change {
    DONE,
    MISSING,
    /// Somebody else has changed it since.
    STALE,
    /// The name or the address is somebody else's.
    TAKEN,
    /// Nobody would be left who can make accounts.
    LAST_DIRECTOR
  }

  List<Organisation> organisations();

  Optional<Organisation> organisation(String id);

  /// Adds an organisation, or gives one another name.
  ///
  /// @param expected the version that it is believed to have; 0 for a new one
  Change organise(Organisation organisation, long expected, AuditEntry line);

  /// The accounts in the order of their names.
  ///
  /// @param after the name that the page begins behind; empty for the first
  List<Account> accounts(String after, int limit);

  Optional<Account> account(String name);

  /// Adds an account, which cannot sign in before it has a password.
  Change add(Account account, AuditEntry line);

  /// Changes an account's organisation, address, grants, and whether it is active. One that is no
  /// longer active loses its sessions.
  Change change(Account account, long expected, AuditEntry line);

  /// Makes the first director and their token, if there is no account yet.
  ///
  /// @return whether it was this call that did it
  boolean first(String account, String tokenHash);
}
