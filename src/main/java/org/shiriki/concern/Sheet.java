package org.shiriki.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A concern as its staff read it: with its words, its history and what colleagues noted.
///
/// @param remedy what would fix it, in the citizen's words, or empty
/// @param duplicates the references of those that are merged into it
public record Sheet(
    Line concern,
    String text,
    String remedy,
    Reporter reporter,
    List<Event> history,
    List<Note> notes,
    List<String> duplicates) {
  public Sheet {
    history = List.copyOf(history);
    notes = List.copyOf(notes);
    duplicates = List.copyOf(duplicates);
  }

  /// What staff know of who reported it, without a reason to know more.
  ///
  /// @param known whether it was filed under a number that is still kept
  /// @param language what they are written to in; null if they are not known
  /// @param concerned how many people are told what becomes of it
  public record Reporter(boolean known, @Nullable String language, long concerned) {}

  /// A line of its history.
  ///
  /// @param words what citizens are told, or empty
  /// @param office whose answer it is, or whose the concern was before
  /// @param answeredOn when that office answered
  /// @param actor the account that did it; empty for citizens and the house itself
  public record Event(
      int number,
      Status status,
      String words,
      @Nullable String office,
      @Nullable LocalDate answeredOn,
      String actor,
      Instant at) {
    @Override
    public String toString() {
      return "Event[" + number + ", " + status + ']';
    }
  }

  /// What a colleague noted; no citizen sees it.
  public record Note(UUID id, String author, String text, Instant at) {
    @Override
    public String toString() {
      return "Note[" + id + ']';
    }
  }

  @Override
  public String toString() {
    return "Sheet[" + concern.reference() + ']';
  }
}
