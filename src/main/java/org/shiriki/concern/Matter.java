package org.shiriki.concern;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shiriki.office.Directory.Targets;
import org.shiriki.place.Residence;

/// A concern as staff move it on: without its words.
///
/// @param version counts its changes
/// @param mergedInto the concern that it is a duplicate of; null for all others
public record Matter(
    Reference reference,
    long version,
    Sorting sorting,
    Standing standing,
    Duty duty,
    @Nullable Reference mergedInto) {

  /// What it is about.
  ///
  /// @param county its code, or empty where the ward is not known
  /// @param title what staff call it, or empty
  public record Sorting(
      String category,
      Residence ward,
      String county,
      String title,
      @Nullable RootCause rootCause) {}

  /// How far it has come.
  ///
  /// @param level how often it went one level up
  /// @param assignee the account that looks after it; null for nobody
  /// @param acknowledged when somebody of the staff first took it up; null before
  /// @param answered when an office last answered; null while an answer is owed
  /// @param answeredBy the office that did
  public record Standing(
      Status status,
      int level,
      @Nullable String assignee,
      @Nullable Instant acknowledged,
      @Nullable Instant answered,
      @Nullable String answeredBy) {
    Standing at(Status now) {
      return new Standing(now, level, assignee, acknowledged, answered, answeredBy);
    }

    Standing assignedTo(@Nullable String account) {
      return new Standing(status, level, account, acknowledged, answered, answeredBy);
    }

    Standing seen(Instant at) {
      var first = acknowledged == null ? at : acknowledged;
      return new Standing(status, level, assignee, first, answered, answeredBy);
    }

    Standing answered(String office, Instant at) {
      return new Standing(status, level, assignee, acknowledged, at, office);
    }

    /// An answer is owed again.
    Standing reopened() {
      return new Standing(Status.REOPENED, level, assignee, null, null, null);
    }

    Standing oneUp() {
      return new Standing(status, level + 1, assignee, acknowledged, answered, answeredBy);
    }
  }

  /// Who owes an answer, and by when.
  public record Duty(String office, Instant acknowledgeBy, Instant answerBy, Instant escalateBy) {
    /// The duty of an office from an instant on.
    static Duty of(String office, Targets targets, Instant from) {
      return new Duty(
          office,
          from.plus(Duration.ofDays(targets.acknowledge())),
          from.plus(Duration.ofDays(targets.answer())),
          from.plus(Duration.ofDays(targets.escalate())));
    }

    /// The same duty passed to another office: what the citizen was promised stays, as far as the
    /// new office has at least its days to look at it.
    Duty passedTo(String other, Targets targets, Instant at) {
      var seen = at.plus(Duration.ofDays(targets.acknowledge()));
      return new Duty(other, seen, later(answerBy, seen), later(escalateBy, seen));
    }

    Duty escalatingBy(Instant end) {
      return new Duty(office, acknowledgeBy, answerBy, end);
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }
  }

  /// Whether its office owes an answer.
  boolean owed() {
    return mergedInto == null
        && standing.answered == null
        && standing.status.kind() == Status.Kind.OPEN;
  }

  Matter with(Sorting sorted) {
    return new Matter(reference, version, sorted, standing, duty, mergedInto);
  }

  Matter with(Standing stands) {
    return new Matter(reference, version, sorting, stands, duty, mergedInto);
  }

  Matter with(Duty owes) {
    return new Matter(reference, version, sorting, standing, owes, mergedInto);
  }
}
