package org.shiriki.api;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the API answers.
public sealed interface Reply {
  /// The version of what has none: it is answered without an `ETag`.
  long NONE = -1;

  /// A thing, `200`.
  ///
  /// @param version goes out as its `ETag`, or [#NONE]
  record Item(Object body, long version) implements Reply {}

  /// Something new, `201` with its `Location`.
  ///
  /// @param path of the new thing, under `/api/v1`
  record Created(String path, Object body, long version) implements Reply {}

  /// A page of a list, `200`: `{"items": […], "next": "…"}`, or lines of CSV for who accepts that.
  ///
  /// @param next the cursor of the page behind it; empty on the last
  record Rows(List<?> rows, String next) implements Reply {
    public Rows {
      rows = List.copyOf(rows);
    }

    /// The page as the contract words it.
    Page page() {
      return new Page(rows, next.isEmpty() ? null : next);
    }
  }

  /// A page of a list in the contract's words.
  ///
  /// @param next left out on the last
  record Page(List<?> items, @Nullable String next) {}

  /// A text of its own type, `200`.
  record Text(String type, String text) implements Reply {}

  /// A thing, and the word of a visit that the browser keeps in a cookie which no script reads.
  ///
  /// @param word empty to forget it
  record WithVisit(Object body, String word, Duration time) implements Reply {
    @Override
    public String toString() {
      return "WithVisit[…]";
    }
  }

  /// It is done, and there is nothing to say: `204`.
  record Done() implements Reply {}

  /// It was not done.
  record Refused(Problem problem) implements Reply {}

  static Reply item(Object body) {
    return new Item(body, NONE);
  }

  static Reply item(Object body, long version) {
    return new Item(body, version);
  }

  static Reply created(String path, Object body, long version) {
    return new Created(path, body, version);
  }

  /// All of a list that has no pages.
  static Reply all(List<?> rows) {
    return new Rows(rows, "");
  }

  static Reply done() {
    return new Done();
  }

  static Reply missing() {
    return new Refused(Problem.missing());
  }

  static Reply stale() {
    return new Refused(Problem.stale());
  }

  static Reply conflict(String detail) {
    return new Refused(Problem.conflict(detail));
  }

  static Reply forbidden(String detail) {
    return new Refused(Problem.forbidden(detail));
  }

  static Reply unacceptable(String detail, Problem.Fault... faults) {
    return new Refused(Problem.unacceptable(detail, List.of(faults)));
  }
}
