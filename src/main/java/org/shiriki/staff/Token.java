package org.shiriki.staff;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A token that a program shows instead of a person's password.
///
/// @param id what it is known by; the token itself is kept nowhere
/// @param rights what it is good for; none stands for all that its account may
/// @param used when it was last shown, to the minute; null if never
/// @param ended when it was taken back; null while it is good
public record Token(
    String id,
    String name,
    Set<Right> rights,
    Instant since,
    Instant until,
    @Nullable Instant used,
    @Nullable Instant ended) {
  public Token {
    rights = Set.copyOf(rights);
  }
}
