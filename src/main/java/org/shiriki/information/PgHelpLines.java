package org.shiriki.information;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.shiriki.dialogue.Text;
import org.shiriki.pg.Database;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Snapshot;
import org.shiriki.pg.Sql;

/// Keeps the help lines in PostgreSQL, and all of them in memory.
public final class PgHelpLines implements HelpLines {
  private static final Sql SEED =
      new Sql(
          "help_line.seed",
          """
          insert into help_line (id, position, name_sw, name_en, what_sw, what_en, numbers,
            hours_sw, hours_en, free, confidence, last_tested)
          select id, position, name_sw, name_en, what_sw, what_en, numbers,
            hours_sw, hours_en, free, confidence, last_tested
          from jsonb_to_recordset($1) as seed (id text, position int, name_sw text, name_en text,
            what_sw text, what_en text, numbers text[], hours_sw text, hours_en text,
            free boolean, confidence text, last_tested date)
          where not exists (select from help_line)
          on conflict (id) do nothing
          """);
  private static final Sql ALL =
      new Sql(
          "help_line.all",
          """
          select id, name_sw, name_en, what_sw, what_en, numbers, hours_sw, hours_en, free,
            confidence, last_tested
          from help_line order by position, id
          """);

  private final Snapshot<List<HelpLine>> kept;

  /// Opens the keeper.
  ///
  /// @param seed what it begins with if nothing is kept yet
  public PgHelpLines(Database database, Notices notices, List<HelpLine> seed) {
    database.run(SEED, rows(seed));
    this.kept = Snapshot.of(notices, () -> database.list(ALL, PgHelpLines::line), "help_line");
  }

  @Override
  public List<HelpLine> all() {
    return kept.get();
  }

  private static JsonArray rows(List<HelpLine> seed) {
    var rows = new JsonArray();
    for (var line : seed) {
      var tested = Optional.ofNullable(line.lastTested()).map(Object::toString);
      rows.add(
          new JsonObject()
              .put("id", line.id())
              .put("position", rows.size())
              .put("name_sw", line.name().sw())
              .put("name_en", line.name().en())
              .put("what_sw", line.what().sw())
              .put("what_en", line.what().en())
              .put("numbers", new JsonArray(line.numbers()))
              .put("hours_sw", line.hours().sw())
              .put("hours_en", line.hours().en())
              .put("free", line.free())
              .put("confidence", line.confidence().name())
              .put("last_tested", tested.orElse(null)));
    }
    return rows;
  }

  static HelpLine line(Row row) {
    return new HelpLine(
        row.getString("id"),
        Text.of(row.getString("name_sw"), row.getString("name_en")),
        Text.of(row.getString("what_sw"), row.getString("what_en")),
        List.of(row.getArrayOfStrings("numbers")),
        Text.of(row.getString("hours_sw"), row.getString("hours_en")),
        row.getBoolean("free"),
        Confidence.valueOf(row.getString("confidence")),
        row.getLocalDate("last_tested"));
  }
}
