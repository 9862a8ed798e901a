package org.shiriki.pg;

import io.vertx.pgclient.PgException;
import java.util.Optional;
import java.util.regex.Pattern;

/// The failure of a statement. It and its cause hold the statement's text and the server's verdict,
/// never a value.
public final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What the server says about a value holds the value; the class 22 of its codes is about values.
  private static final String ABOUT_A_VALUE = "22";

  private static final Pattern CLIENT_VALUE =
      Pattern.compile("value = \\[.*] can not", Pattern.DOTALL);
  private static final String UNIQUE_VIOLATION = "23505";

  private final String state;
  private final String constraint;

  private SqlFailure(Sql statement, Throwable cause, String state, String constraint) {
    super("%s failed: %s".formatted(statement.name(), statement.text().strip()), cause);
    this.state = state;
    this.constraint = constraint;
  }

  /// Wraps what the driver threw.
  static SqlFailure of(Sql statement, Throwable cause) {
    return switch (cause) {
      case SqlFailure already -> already;
      case PgException verdict ->
          new SqlFailure(
              statement,
              withoutValues(verdict),
              Optional.ofNullable(verdict.getSqlState()).orElse(""),
              Optional.ofNullable(verdict.getConstraint()).orElse(""));
      default -> new SqlFailure(statement, withoutValues(cause), "", "");
    };
  }

  /// The server's five-character code, empty when the failure is not the server's.
  public String state() {
    return state;
  }

  /// Whether the unique key or constraint of this name refused the row.
  public boolean isDuplicateOf(String key) {
    return state.equals(UNIQUE_VIOLATION) && constraint.equals(key);
  }

  private static Throwable withoutValues(PgException verdict) {
    var state = Optional.ofNullable(verdict.getSqlState()).orElse("");
    var message = Optional.ofNullable(verdict.getErrorMessage()).orElse("");
    var safe = state.startsWith(ABOUT_A_VALUE) ? message.replaceAll("(?s)\".*", "…") : message;
    return new PgException(safe, verdict.getSeverity(), state, null);
  }

  private static Throwable withoutValues(Throwable cause) {
    var message = Optional.ofNullable(cause.getMessage()).orElse("");
    var matcher = CLIENT_VALUE.matcher(message);
    return matcher.find()
        ? new IllegalArgumentException(matcher.replaceAll("value = […] can not"))
        : cause;
  }
}
