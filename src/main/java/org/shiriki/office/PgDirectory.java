package org.shiriki.office;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.shiriki.dialogue.Text;
import org.shiriki.office.Directory.Route;
import org.shiriki.office.Directory.Targets;
import org.shiriki.pg.Database;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Snapshot;
import org.shiriki.pg.Sql;

/// The directory in PostgreSQL.
public final class PgDirectory {
  private static final Sql SEED_CATEGORIES =
      new Sql(
          "concern.seed_categories",
          """
          insert into concern_category (id, position, title_sw, title_en, receiver_sw, receiver_en)
          select * from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[])
          where not exists (select from concern_category)
          on conflict do nothing
          """);
  private static final Sql SEED_OFFICES =
      new Sql(
          "concern.seed_offices",
          """
          insert into office (id, name_sw, name_en, county, contact, above)
          select id, name_sw, name_en, county, contact, nullif(above, '')
          from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
            as seed (id, name_sw, name_en, county, contact, above)
          where not exists (select from office)
          on conflict do nothing
          """);
  private static final Sql SEED_ROUTES =
      new Sql(
          "concern.seed_routes",
          """
          insert into routing (category, county, ward, office, acknowledge_days, answer_days,
            escalate_days)
          select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[],
            $7::int[])
          where not exists (select from routing)
          on conflict do nothing
          """);
  private static final Sql CATEGORIES =
      new Sql("concern.categories", "select * from concern_category order by position");
  private static final Sql OFFICES = new Sql("concern.offices", "select * from office order by id");
  private static final Sql ROUTES =
      new Sql("concern.routes", "select * from routing order by category, county, ward");

  private final Database database;

  public PgDirectory(Database database) {
    this.database = database;
  }

  /// Fills what is still empty, all of it or nothing. Nodes that start together fill it once.
  public void seed(Directory directory) {
    database.transaction(transaction -> {
      transaction.run(SEED_CATEGORIES, categories(directory.categories()));
      transaction.run(SEED_OFFICES, offices(directory.offices()));
      return transaction.run(SEED_ROUTES, routes(directory.routes()));
    });
  }

  /// The directory as it stands, read again after every change.
  public Snapshot<Directory> watch(Notices notices) {
    return Snapshot.of(notices, this::read, "concern_category", "office", "routing");
  }

  Directory read() {
    return new Directory(
        database.list(CATEGORIES, PgDirectory::category),
        database.list(OFFICES, PgDirectory::office),
        database.list(ROUTES, PgDirectory::route));
  }

  private static Object[] categories(List<Category> all) {
    return new Object[] {
      texts(all, Category::id),
      IntStream.rangeClosed(1, all.size()).boxed().toArray(Integer[]::new),
      texts(all, category -> category.title().sw()),
      texts(all, category -> category.title().en()),
      texts(all, category -> category.receiver().sw()),
      texts(all, category -> category.receiver().en())
    };
  }

  private static Object[] offices(List<Office> all) {
    return new Object[] {
      texts(all, Office::id),
      texts(all, office -> office.name().sw()),
      texts(all, office -> office.name().en()),
      texts(all, Office::county),
      texts(all, Office::contact),
      texts(all, Office::above)
    };
  }

  private static Object[] routes(List<Route> all) {
    return new Object[] {
      texts(all, Route::category),
      texts(all, Route::county),
      texts(all, Route::ward),
      texts(all, Route::office),
      numbers(all, route -> route.targets().acknowledge()),
      numbers(all, route -> route.targets().answer()),
      numbers(all, route -> route.targets().escalate())
    };
  }

  private static <T> String[] texts(List<T> all, Function<T, String> part) {
    return all.stream().map(part).toArray(String[]::new);
  }

  private static <T> Integer[] numbers(List<T> all, Function<T, Integer> part) {
    return all.stream().map(part).toArray(Integer[]::new);
  }

  private static Category category(Row row) {
    return new Category(
        row.getString("id"),
        Text.of(row.getString("title_sw"), row.getString("title_en")),
        Text.of(row.getString("receiver_sw"), row.getString("receiver_en")));
  }

  static Office office(Row row) {
    var above = Optional.ofNullable(row.getString("above"));
    var organisation = Optional.ofNullable(row.getString("organisation"));
    return new Office(
        row.getString("id"),
        Text.of(row.getString("name_sw"), row.getString("name_en")),
        row.getString("county"),
        row.getString("contact"),
        above.orElse(""),
        organisation.orElse(""));
  }

  static Route route(Row row) {
    return new Route(
        row.getString("category"),
        row.getString("county"),
        row.getString("ward"),
        row.getString("office"),
        new Targets(
            row.getInteger("acknowledge_days"),
            row.getInteger("answer_days"),
            row.getInteger("escalate_days")));
  }
}
