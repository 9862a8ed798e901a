package org.shiriki.concern;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;

/// The sums of concerns in the database. Duplicates count as the one that they were merged into.
public final class PgSums implements Sums.Keeper {
  private static final Sql COUNTIES =
      new Sql(
          "sums.counties",
          """
          select county as id, count(*)::int as raised,
            count(*) filter (where answered_at is not null)::int as answered,
            count(*) filter (where status = 'FIXED')::int as fixed
          from concern where merged_into is null and county <> ''
          group by county order by county
          """);
  private static final Sql CATEGORIES =
      new Sql(
          "sums.categories",
          """
          select concern_category.id, count(*)::int as raised,
            count(*) filter (where answered_at is not null)::int as answered,
            count(*) filter (where status = 'FIXED')::int as fixed
          from concern join concern_category on concern_category.id = category
          where merged_into is null and county <> ''
          group by concern_category.id, position order by position
          """);
  private static final Sql STORIES =
      new Sql(
          "sums.stories",
          """
          select title, category, county,
            greatest(0, extract(day from
              (select max(at) from concern_event
               where concern_event.reference = concern.reference and status = 'FIXED')
              - filed_at))::int as days
          from concern
          where status = 'FIXED' and title <> '' and merged_into is null
          order by filed_at desc limit 6
          """);

  private final Database database;

  public PgSums(Database database) {
    this.database = database;
  }

  @Override
  public Sums sums() {
    var counties = new ArrayList<Sums.Sum>();
    database.run(COUNTIES).forEach(row -> counties.add(sum(row)));
    var categories = new ArrayList<Sums.Sum>();
    database.run(CATEGORIES).forEach(row -> categories.add(sum(row)));
    var stories = new ArrayList<Sums.Story>();
    database
        .run(STORIES)
        .forEach(row ->
            stories.add(
                new Sums.Story(
                    row.getString("title"),
                    row.getString("category"),
                    row.getString("county"),
                    row.getInteger("days"))));
    return new Sums(counties, categories, stories);
  }

  private static Sums.Sum sum(Row row) {
    return new Sums.Sum(
        row.getString("id"),
        row.getInteger("raised"),
        row.getInteger("answered"),
        row.getInteger("fixed"));
  }
}
