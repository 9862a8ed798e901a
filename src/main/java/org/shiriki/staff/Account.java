package org.shiriki.staff;

import java.util.List;

/// Somebody's account.
///
/// @param name short, stands in the audit, is never given again
/// @param active whether they may sign in and use their tokens
/// @param secondFactor whether they prove themselves with a second factor
public record Account(
    String name,
    String organisation,
    String email,
    List<Grant> grants,
    boolean active,
    boolean secondFactor,
    long version) {
  public Account {
    grants = List.copyOf(grants);
  }

  /// Whether what they are must not be used without a second factor.
  public boolean needsSecondFactor() {
    return grants.stream().anyMatch(grant -> grant.role().needsSecondFactor());
  }

  /// They, acting with all that they may.
  Colleague acting(String from) {
    return new Colleague(name, organisation, grants, java.util.Set.of(Right.values()), from);
  }

  @Override
  public String toString() {
    return "Account[" + name + ']';
  }
}
