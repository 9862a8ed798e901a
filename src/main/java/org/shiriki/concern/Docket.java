package org.shiriki.concern;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.staff.Scope;

/// The concerns as staff read them, beside [Concerns], which is the citizens' side. What lies
/// outside of a scope is not there.
public interface Docket {
  /// In which order a list comes.
  enum Order {
    /// The newest first.
    NEWEST,
    /// Only those whose answer is owed: the one that is due first.
    DUE
  }

  /// Where a row stands in the order of its list.
  record Place(Instant at, Reference reference) {}

  /// A part of a list.
  ///
  /// @param after the last row of the page before; null for the first page
  record Stretch(Order order, @Nullable Place after, int limit) {}

  /// A page of concerns, without those that are merged into others.
  List<Line> list(Scope scope, Filter filter, Stretch stretch, Instant now);

  /// How many concerns wait, by what they wait for.
  ///
  /// @param fresh received, and nobody of the staff has looked
  /// @param unassigned open, and nobody looks after them
  /// @param mine open, and the caller looks after them
  /// @param late their answer is late
  /// @param escalated open, and gone one level up
  /// @param reopened opened again
  record Queues(long fresh, long unassigned, long mine, long late, long escalated, long reopened) {}

  /// How many concerns wait in each queue.
  ///
  /// @param account whose own queue is counted too
  Queues queues(Scope scope, String account, Instant now);

  /// A concern with all that staff know of it.
  Optional<Sheet> find(Scope scope, Reference reference, Instant now);

  /// A stretch of time, its end excluded.
  record Period(Instant from, Instant until) {}

  /// How long the people of a ward have waited for an answer that they are owed.
  ///
  /// @param unanswered how many concerns wait
  /// @param week how many of them for up to seven days
  /// @param fortnight for up to fourteen
  /// @param month for up to thirty
  /// @param longer for longer than that
  record Waiting(
      String county,
      String ward,
      long unanswered,
      long week,
      long fortnight,
      long month,
      long longer) {}

  /// How long people wait, by county and ward.
  ///
  /// @param county of the last row of the page before; empty for the first page
  /// @param ward of the last row of the page before; empty for the first page
  List<Waiting> waiting(Scope scope, Instant now, String county, String ward, int limit);

  /// How well an office answered what was filed in a period.
  ///
  /// @param concerns how many it had to answer
  /// @param answered how many it answered
  /// @param answeredInTime how many of those by their day
  /// @param late how many it still owes although their day has passed
  /// @param escalated how many went one level up because it did not answer
  /// @param medianDays how long half of its answers took at most; null without answers
  record Answering(
      String office,
      long concerns,
      long answered,
      long answeredInTime,
      long late,
      long escalated,
      @Nullable Double medianDays) {}

  /// How well offices answered, by their ids.
  ///
  /// @param after the last office of the page before; null for the first page
  List<Answering> answering(
      Scope scope, Period filed, Instant now, @Nullable String after, int limit);
}
