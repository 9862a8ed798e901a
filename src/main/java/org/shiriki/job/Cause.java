package org.shiriki.job;

import java.util.Arrays;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Shortfall;

/// Why something failed, in kinds and places only: a message may hold a value. That of a
/// [Shortfall] holds none.
final class Cause {
  private static final String HOUSE = "org.shiriki.";

  private Cause() {}

  /// Such as `SqlFailure at PgSeals.close, PgException`.
  static String of(Throwable failure) {
    var kinds = new LinkedHashSet<String>();
    for (@Nullable Throwable link = failure; link != null && kinds.size() < 3; ) {
      kinds.add(link.getClass().getSimpleName() + count(link) + place(link));
      link = link.getCause();
    }
    return String.join(", ", kinds);
  }

  private static String count(Throwable failure) {
    return failure instanceof Shortfall shortfall ? " (" + shortfall.getMessage() + ")" : "";
  }

  private static String place(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(HOUSE))
        .filter(frame -> !frame.getClassName().startsWith(HOUSE + "pg."))
        .findFirst()
        .map(frame -> " at " + simple(frame.getClassName()) + '.' + frame.getMethodName())
        .orElse("");
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
