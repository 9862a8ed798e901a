package org.shiriki.concern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which concerns a list is about; what is null filters nothing.
///
/// @param statuses none stands for all
/// @param assignee an account, or empty for what nobody looks after
/// @param overdue only those whose answer is late
/// @param escalated only those that went one level up
public record Filter(
    List<Status> statuses,
    @Nullable String category,
    @Nullable String county,
    @Nullable String ward,
    @Nullable String office,
    @Nullable String assignee,
    @Nullable RootCause rootCause,
    boolean overdue,
    boolean escalated) {
  /// All concerns.
  public static final Filter ALL =
      new Filter(List.of(), null, null, null, null, null, null, false, false);

  public Filter {
    statuses = List.copyOf(statuses);
  }
}
