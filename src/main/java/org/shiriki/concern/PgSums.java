package org.shiriki.concern;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;

/// The sums of concerns in the database. Duplicates count as the one that they were merged into.
public final class PgSums implements Sums.Keeper {
  private static final String COUNTED =
      """
      count(*)::int as raised,
        count(*) filter (where answered_at < $1)::int as answered,
        count(*) filter (where status = 'FIXED' and exists (
          select from concern_event
          where concern_event.reference = concern.reference and concern_event.status = 'FIXED'
            and at < $1))::int as fixed
      """;
  private static final Sql COUNTIES =
      new Sql(
          "sums.counties",
          "select county as id, "
              + COUNTED
              + """
              from concern where merged_into is null and county <> '' and filed_at < $1
              group by county order by county
              """);
  private static final Sql CATEGORIES =
      new Sql(
          "sums.categories",
          "select category as id, "
              + COUNTED
              + """
              from concern join concern_category on concern_category.id = category
              where merged_into is null and county <> '' and filed_at < $1
              group by category, position order by position
              """);
  private static final Sql DONE =
      new Sql(
          "sums.done",
          """
          select county, category, count(*)::int as fixed,
            ceil(percentile_cont(0.5) within group (
              order by extract(epoch from fixed_at - filed_at) / 86400))::int as days
          from concern join lateral (
            select max(at) as fixed_at from concern_event
            where concern_event.reference = concern.reference and concern_event.status = 'FIXED'
          ) as ended on fixed_at < $1
          where status = 'FIXED' and merged_into is null and county <> ''
          group by county, category order by fixed desc, county, category
          """);

  private final Database database;

  public PgSums(Database database) {
    this.database = database;
  }

  @Override
  public Sums until(Instant moment) {
    var at = moment.atOffset(ZoneOffset.UTC);
    return new Sums(
        database.list(COUNTIES, PgSums::sum, at),
        database.list(CATEGORIES, PgSums::sum, at),
        database.list(DONE, PgSums::done, at));
  }

  private static Sums.Sum sum(Row row) {
    return new Sums.Sum(
        row.getString("id"),
        row.getInteger("raised"),
        row.getInteger("answered"),
        row.getInteger("fixed"));
  }

  private static Sums.Done done(Row row) {
    return new Sums.Done(
        row.getString("county"),
        row.getString("category"),
        row.getInteger("fixed"),
        row.getInteger("days"));
  }
}
