package org.shiriki.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shiriki.concern.Outcome.Change;
import org.shiriki.concern.Outcome.Happening;
import org.shiriki.office.Directory;
import org.shiriki.place.Residence;

/// Something that staff, or the clock, do with a concern: the rules of the desk.
public sealed interface Move {
  ZoneId KENYA = ZoneId.of("Africa/Nairobi");

  /// What comes of it.
  ///
  /// @param it as it stands; not merged into another
  Outcome on(Matter it, Directory directory, Instant at);

  /// Names who looks after it.
  ///
  /// @param account null for nobody
  record Assign(@Nullable String account) implements Move {
    @Override
    public Outcome on(Matter it, Directory directory, Instant at) {
      var before = it.standing().assignee();
      return new Change(
          it.with(it.standing().seen(at).assignedTo(account)),
          null,
          "concern.assigned",
          "assignee %s to %s".formatted(or(before), or(account)));
    }
  }

  /// Passes it to another office.
  ///
  /// @param words what the citizen is told, or empty
  record Refer(String office, String words) implements Move {
    @Override
    public Outcome on(Matter it, Directory directory, Instant at) {
      if (directory.office(office).isEmpty()) {
        return Outcome.unacceptable("/office", "There is no such office.");
      }
      if (it.duty().office().equals(office)) {
        return Outcome.conflict("It is with that office.");
      }
      return Guard.open(it).wordsIfAny(words).then(() -> passed(it, directory, at));
    }

    private Change passed(Matter it, Directory directory, Instant at) {
      var before = it.duty().office();
      var targets = directory.targets(office, it.sorting().category());
      return new Change(
          it.with(it.standing().seen(at).at(Status.REFERRED))
              .with(it.duty().passedTo(office, targets, at)),
          new Happening(Status.REFERRED, words, before, null),
          "concern.referred",
          "office %s to %s".formatted(before, office));
    }

    @Override
    public String toString() {
      return "Refer[" + office + ']';
    }
  }

  /// Says what it is about; what is null stays.
  ///
  /// @param county of the ward, or empty
  record Sort(
      @Nullable String category,
      @Nullable Residence ward,
      String county,
      @Nullable String title,
      @Nullable RootCause rootCause)
      implements Move {
    @Override
    public Outcome on(Matter it, Directory directory, Instant at) {
      if (category != null && directory.category(category).isEmpty()) {
        return Outcome.unacceptable("/category", "There is no such category.");
      }
      var before = it.sorting();
      var after =
          new Matter.Sorting(
              category == null ? before.category() : category,
              ward == null ? before.ward() : ward,
              ward == null ? before.county() : county,
              title == null ? before.title() : title.strip(),
              rootCause == null ? before.rootCause() : rootCause);
      return new Change(
          it.with(it.standing().seen(at)).with(after),
          null,
          "concern.sorted",
          "category %s to %s, ward %s to %s, title %s, root cause %s to %s"
              .formatted(
                  before.category(),
                  after.category(),
                  before.ward().code(),
                  after.ward().code(),
                  before.title().equals(after.title()) ? "kept" : "changed",
                  or(before.rootCause()),
                  or(after.rootCause())));
    }

    @Override
    public String toString() {
      return "Sort[" + category + ']';
    }
  }

  /// Writes to the citizen.
  ///
  /// @param answers whether that is the answer which is owed
  record Tell(String words, boolean answers) implements Move {
    @Override
    public Outcome on(Matter it, Directory directory, Instant at) {
      return Guard.open(it).words(words).then(() -> told(it, at));
    }

    private Change told(Matter it, Instant at) {
      var now = it.standing().status();
      var next = answers ? Status.ANSWERED : now == Status.RECEIVED ? Status.IN_HAND : now;
      var stands = it.standing().seen(at).at(next);
      return new Change(
          it.with(answers ? stands.answered(it.duty().office(), at) : stands),
          new Happening(next, words.strip(), answers ? it.duty().office() : null, null),
          "concern.replied",
          "status %s to %s".formatted(now, next));
    }

    @Override
    public String toString() {
      return "Tell[" + answers + ']';
    }
  }

  /// Keeps what a duty bearer answered, and tells it to the citizen.
  record Answer(String office, LocalDate on, String words) implements Move {
    @Override
    public Outcome on(Matter it, Directory directory, Instant at) {
      if (directory.office(office).isEmpty()) {
        return Outcome.unacceptable("/office", "There is no such office.");
      }
      if (on.isAfter(LocalDate.ofInstant(at, KENYA))) {
        return Outcome.unacceptable("/answeredOn", "That day is still to come.");
      }
      return Guard.open(it).words(words).then(() -> answered(it, at));
    }

    private Change answered(Matter it, Instant at) {
      var stands = it.standing().seen(at).at(Status.ANSWERED).answered(office, moment(at));
      return new Change(
          it.with(stands),
          new Happening(Status.ANSWERED, words.strip(), office, on),
          "concern.answered",
          "status %s to ANSWERED by %s, due from %s"
              .formatted(it.standing().status(), office, it.duty().office()));
    }

    /// The office answered on its day, be it written down later.
    private Instant moment(Instant at) {
      var end = on.plusDays(1).atStartOfDay(KENYA).toInstant();
      return end.isBefore(at) ? end.minusSeconds(1) : at;
    }

    @Override
    public String toString() {
      return "Answer[" + office + ", " + on + ']';
    }
  }

  /// Takes it in hand, or ends it.
  record Bring(Status status, String words) implements Move {
    @Override
    public Outcome on(Matter it, Directory directory, Instant at) {
      var before = it.standing().status();
      if (before == status) {
        return Outcome.conflict("It is %s already.".formatted(status));
      }
      var ends = status.kind() != Status.Kind.OPEN;
      var open = Guard.open(it);
      return (ends ? open.words(words) : open.wordsIfAny(words)).then(() -> brought(it, ends, at));
    }

    private Change brought(Matter it, boolean ends, Instant at) {
      var stands = it.standing().seen(at).at(status);
      var answersNow = ends && stands.answered() == null;
      return new Change(
          it.with(answersNow ? stands.answered(it.duty().office(), at) : stands),
          new Happening(status, words.strip(), null, null),
          "concern.brought",
          "status %s to %s".formatted(it.standing().status(), status));
    }

    @Override
    public String toString() {
      return "Bring[" + status + ']';
    }
  }

  /// Opens it again: its office owes an answer anew.
  record Reopen(String words) implements Move {
    @Override
    public Outcome on(Matter it, Directory directory, Instant at) {
      if (it.standing().status().kind() == Status.Kind.OPEN) {
        return Outcome.conflict("It is open.");
      }
      return Guard.none().wordsIfAny(words).then(() -> reopened(it, directory, at));
    }

    private Change reopened(Matter it, Directory directory, Instant at) {
      var office = it.duty().office();
      var targets = directory.targets(office, it.sorting().category());
      return new Change(
          it.with(it.standing().reopened()).with(Matter.Duty.of(office, targets, at)),
          new Happening(Status.REOPENED, words.strip(), null, null),
          "concern.reopened",
          "status %s to REOPENED".formatted(it.standing().status()));
    }

    @Override
    public String toString() {
      return "Reopen[]";
    }
  }

  /// Takes it one level up, for nobody has answered in time.
  record Escalate() implements Move {
    @Override
    public Outcome on(Matter it, Directory directory, Instant at) {
      if (!it.owed() || it.duty().escalateBy().isAfter(at)) {
        return Outcome.conflict("Its time has not come.");
      }
      var from = it.duty().office();
      var stands = it.standing().oneUp();
      var level = "level %d to %d".formatted(it.standing().level(), stands.level());
      var category = it.sorting().category();
      return directory
          .above(from, it.sorting().county())
          .<Outcome>map(office -> {
            var duty = Matter.Duty.of(office.id(), directory.targets(office.id(), category), at);
            return new Change(
                it.with(stands.at(Status.ESCALATED)).with(duty),
                new Happening(Status.ESCALATED, "", from, null),
                "concern.escalated",
                "%s, office %s to %s".formatted(level, from, office.id()));
          })
          .orElseGet(() -> {
            var next = Matter.Duty.of(from, directory.targets(from, category), at).escalateBy();
            return new Change(
                it.with(stands).with(it.duty().escalatingBy(next)),
                null,
                "concern.escalated",
                level + ", none is above " + from);
          });
    }
  }

  private static String or(@Nullable Object value) {
    return value == null ? "none" : value.toString();
  }
}
