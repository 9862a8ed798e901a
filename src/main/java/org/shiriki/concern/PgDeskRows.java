package org.shiriki.concern;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shiriki.concern.Matter.Duty;
import org.shiriki.concern.Matter.Sorting;
import org.shiriki.concern.Matter.Standing;
import org.shiriki.place.Residence;

/// Rows of the desk's statements, read.
final class PgDeskRows {
  private PgDeskRows() {}

  static Line line(Row row, Instant now) {
    var status = Status.valueOf(row.getString("status"));
    var owed = row.getBoolean("owed");
    var due = at(row, "answer_by");
    return new Line(
        written(row.getString("reference")),
        status,
        status.kind(),
        row.getString("category"),
        row.getString("county"),
        row.getString("ward"),
        row.getString("title"),
        row.getString("office"),
        text(row, "assignee"),
        cause(row),
        row.getInteger("level"),
        row.getLong("voices"),
        at(row, "filed_at"),
        at(row, "acknowledge_by"),
        due,
        at(row, "escalate_by"),
        atOrNull(row, "acknowledged_at"),
        atOrNull(row, "answered_at"),
        text(row, "answered_by"),
        owed,
        owed && due.isBefore(now),
        or(text(row, "merged_into"), PgDeskRows::written),
        row.getLong("version"));
  }

  static Matter matter(Row row) {
    return new Matter(
        new Reference(row.getString("reference")),
        row.getLong("version"),
        new Sorting(
            row.getString("category"),
            Residence.parse(row.getString("ward")),
            row.getString("county"),
            row.getString("title"),
            cause(row)),
        new Standing(
            Status.valueOf(row.getString("status")),
            row.getInteger("level"),
            text(row, "assignee"),
            atOrNull(row, "acknowledged_at"),
            atOrNull(row, "answered_at"),
            text(row, "answered_by")),
        new Duty(
            row.getString("office"),
            at(row, "acknowledge_by"),
            at(row, "answer_by"),
            at(row, "escalate_by")),
        or(text(row, "merged_into"), Reference::new));
  }

  static Sheet.Event event(Row row) {
    return new Sheet.Event(
        row.getInteger("number"),
        Status.valueOf(row.getString("status")),
        row.getString("note"),
        text(row, "office"),
        row.getLocalDate("answered_on"),
        row.getString("actor"),
        at(row, "at"));
  }

  static Sheet.Note note(Row row) {
    return new Sheet.Note(
        row.getUUID("id"), row.getString("author"), row.getString("text"), at(row, "at"));
  }

  static Docket.Queues queues(Row row) {
    return new Docket.Queues(
        row.getLong("fresh"),
        row.getLong("unassigned"),
        row.getLong("mine"),
        row.getLong("late"),
        row.getLong("escalated"),
        row.getLong("reopened"));
  }

  static Docket.Waiting waiting(Row row) {
    return new Docket.Waiting(
        row.getString("county"),
        row.getString("ward"),
        row.getLong("all_of_them"),
        row.getLong("week"),
        row.getLong("fortnight"),
        row.getLong("month"),
        row.getLong("longer"));
  }

  static Docket.Answering answering(Row row) {
    return new Docket.Answering(
        row.getString("who"),
        row.getLong("concerns"),
        row.getLong("answered"),
        row.getLong("in_time"),
        row.getLong("late"),
        row.getLong("escalated"),
        row.getDouble("median"));
  }

  static String written(String code) {
    return new Reference(code).written();
  }

  private static @Nullable RootCause cause(Row row) {
    return or(text(row, "root_cause"), RootCause::valueOf);
  }

  private static @Nullable String text(Row row, String column) {
    return row.getString(column);
  }

  private static <T> @Nullable T or(@Nullable String value, Function<String, T> read) {
    return value == null ? null : read.apply(value);
  }

  private static Instant at(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static @Nullable Instant atOrNull(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column))
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }
}
