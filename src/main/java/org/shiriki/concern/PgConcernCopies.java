package org.shiriki.concern;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import org.shiriki.citizen.Copies;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.PhoneKey;

/// Copies what a person reported under their own number, in their own words.
public final class PgConcernCopies implements Copies {
  private static final Sql REPORTED =
      new Sql(
          "concern.copies",
          """
          select reference, category, ward, status, text, remedy, filed_at,
            coalesce((
              select string_agg(note, ' | ' order by number) from concern_event as event
              where event.reference = concern.reference and note <> ''), '') as answers
          from concern where reporter = $1 order by filed_at
          """);

  private final Database database;

  public PgConcernCopies(Database database) {
    this.database = database;
  }

  @Override
  public String heading() {
    return "concerns";
  }

  @Override
  public List<Map<String, String>> of(PhoneKey person) {
    return database.list(REPORTED, PgConcernCopies::entry, person.text());
  }

  private static Map<String, String> entry(Row row) {
    return Map.of(
        "reference", row.getString("reference"),
        "category", row.getString("category"),
        "ward", row.getString("ward"),
        "status", row.getString("status"),
        "words", row.getString("text"),
        "remedy", row.getString("remedy"),
        "answers", row.getString("answers"),
        "filedAt", row.getOffsetDateTime("filed_at").toInstant().toString());
  }
}
