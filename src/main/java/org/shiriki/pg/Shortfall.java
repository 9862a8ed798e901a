package org.shiriki.pg;

/// Work of which a part could not be done, while the rest was. Its message is shown to staff: it
/// says how many of what, and holds no other value.
public final class Shortfall extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param what such as `polls`
  /// @param last why the last of them could not be done
  public Shortfall(int failed, int all, String what, Throwable last) {
    super("%d of %d %s".formatted(failed, all, what), last);
  }
}
