package org.shiriki.staff;

import java.util.List;
import java.util.Set;

/// Somebody of the staff, or a program of theirs, as they act.
///
/// @param account the short name that stands in the audit
/// @param organisation the id of the organisation that they act for
/// @param grants what they are
/// @param within the rights that they may use now: all, unless they came with a token for less
/// @param from where they came from: `token/<name>` or `console`, and the address
public record Colleague(
    String account, String organisation, List<Grant> grants, Set<Right> within, String from) {
  public Colleague {
    grants = List.copyOf(grants);
    within = Set.copyOf(within);
  }

  /// Whether they may do something somewhere.
  public boolean may(Right right) {
    return within.contains(right) && grants.stream().anyMatch(grant -> grants(grant, right));
  }

  /// Where and for what they may; nothing if they may not at all.
  public Scope scope(Right right) {
    return new Scope(
        within.contains(right)
            ? grants.stream()
                .filter(grant -> grants(grant, right))
                .flatMap(grant -> grant.patches(right, organisation))
                .distinct()
                .toList()
            : List.of());
  }

  /// Whether they have a role, wherever.
  public boolean is(Role role) {
    return grants.stream().anyMatch(grant -> grant.role() == role);
  }

  /// They, with no more than some rights.
  Colleague within(Set<Right> rights) {
    return new Colleague(account, organisation, grants, rights, from);
  }

  private static boolean grants(Grant grant, Right right) {
    return grant.role().rights().contains(right);
  }
}
