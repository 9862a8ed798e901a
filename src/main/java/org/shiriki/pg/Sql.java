package org.shiriki.pg;

/// A statement: its short name in metrics and failures (`poll.vote`), and its text. A constant
/// beside its use.
public record Sql(String name, String text) {
  private static final String UNMEASURED = "unmeasured";

  /// A statement that no metric counts or times, because how often it runs is nobody's business.
  public static Sql unmeasured(String text) {
    return new Sql(UNMEASURED, text);
  }

  /// Whether metrics tell of it.
  boolean measured() {
    return !name.equals(UNMEASURED);
  }
}
