package org.shiriki.office;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Call;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;
import org.shiriki.office.Directory.Route;
import org.shiriki.pg.Database;
import org.shiriki.pg.Transaction;
import org.shiriki.staff.PgAudit;

/// Keeps offices and routes in PostgreSQL; statements stand in [OfficeSql].
public final class PgOffices implements Offices {
  private static final Reply UNKNOWN_ORGANISATION =
      fault("/organisation", "There is no such organisation.");

  private final Database database;
  private final PgAudit audit;

  public PgOffices(Database database) {
    this.database = database;
    this.audit = new PgAudit(database);
  }

  @Override
  public List<Kept<Office>> offices(List<String> counties, @Nullable String after, int limit) {
    return database.list(
        OfficeSql.OFFICES,
        PgOffices::office,
        counties.toArray(String[]::new),
        after == null ? "" : after,
        limit);
  }

  @Override
  public List<Kept<Route>> routes(List<String> counties, @Nullable List<String> after, int limit) {
    var of = counties.toArray(String[]::new);
    return after == null
        ? database.list(OfficeSql.FIRST_ROUTES, PgOffices::route, of, limit)
        : database.list(
            OfficeSql.ROUTES,
            PgOffices::route,
            of,
            after.get(0),
            after.get(1),
            after.get(2),
            limit);
  }

  @Override
  public Reply add(Call call, Office office) {
    return database.transaction(transaction -> {
      if (office.id().equals(office.above()) || lacks(transaction, office.above())) {
        return fault("/above", "There is no such office.");
      }
      if (lacksOrganisation(transaction, office)) {
        return UNKNOWN_ORGANISATION;
      }
      if (transaction.change(OfficeSql.ADD_OFFICE, values(office)) > 0) {
        audit.add(transaction, call.did("office.added", subject(office.id()), brief(office)));
      }
      return find(transaction, office.id())
          .filter(kept -> kept.value().equals(office))
          .map(kept -> created("/offices/" + office.id(), OfficeView.of(kept), kept.version()))
          .orElse(Reply.conflict("Another office has this id."));
    });
  }

  private static Reply created(String path, Object view, long version) {
    return Reply.created(path, view, version);
  }

  @Override
  public Reply change(Call call, Office office) {
    return database.transaction(transaction ->
        find(transaction, office.id())
            .filter(kept -> covers(call, kept.value().county()))
            .map(kept -> changeOffice(transaction, call, kept, office))
            .orElse(Reply.missing()));
  }

  private Reply changeOffice(Transaction transaction, Call call, Kept<Office> kept, Office office) {
    if (kept.version() != call.expected()) {
      return Reply.stale();
    }
    if (lacks(transaction, office.above())) {
      return fault("/above", "There is no such office.");
    }
    if (goesRound(transaction, office)) {
      return fault("/above", "It would be above itself.");
    }
    if (lacksOrganisation(transaction, office)) {
      return UNKNOWN_ORGANISATION;
    }
    transaction.run(OfficeSql.CHANGE_OFFICE, values(office));
    audit.add(
        transaction,
        call.did(
            "office.changed", subject(office.id()), brief(kept.value()) + " to " + brief(office)));
    return Reply.item(OfficeView.of(new Kept<>(office, kept.version() + 1)), kept.version() + 1);
  }

  @Override
  public Reply remove(Call call, String id) {
    return database.transaction(transaction ->
        find(transaction, id)
            .filter(kept -> covers(call, kept.value().county()))
            .map(kept -> removeOffice(transaction, call, kept))
            .orElse(Reply.missing()));
  }

  private Reply removeOffice(Transaction transaction, Call call, Kept<Office> kept) {
    var id = kept.value().id();
    if (kept.version() != call.expected()) {
      return Reply.stale();
    }
    if (transaction.change(OfficeSql.REMOVE_OFFICE, id) == 0) {
      return Reply.conflict("It has concerns, routes or offices under it.");
    }
    audit.add(transaction, call.did("office.removed", subject(id), brief(kept.value())));
    return Reply.done();
  }

  @Override
  public Reply add(Call call, Route route) {
    return database.transaction(transaction -> {
      if (lacks(transaction, route.office())) {
        return fault("/office", "There is no such office.");
      }
      if (transaction.change(OfficeSql.ADD_ROUTE, values(route)) > 0) {
        audit.add(transaction, call.did("route.added", subject(route), brief(route)));
      }
      return find(transaction, route)
          .filter(kept -> kept.value().equals(route))
          .map(kept -> created(RouteView.path(route), RouteView.of(kept), kept.version()))
          .orElse(Reply.conflict("Another office takes the same."));
    });
  }

  @Override
  public Reply change(Call call, Route route) {
    return database.transaction(transaction ->
        find(transaction, route)
            .map(kept -> changeRoute(transaction, call, kept, route))
            .orElse(Reply.missing()));
  }

  private Reply changeRoute(Transaction transaction, Call call, Kept<Route> kept, Route route) {
    if (kept.version() != call.expected()) {
      return Reply.stale();
    }
    if (lacks(transaction, route.office())) {
      return fault("/office", "There is no such office.");
    }
    transaction.run(OfficeSql.CHANGE_ROUTE, values(route));
    audit.add(
        transaction,
        call.did("route.changed", subject(route), brief(kept.value()) + " to " + brief(route)));
    return Reply.item(RouteView.of(new Kept<>(route, kept.version() + 1)), kept.version() + 1);
  }

  @Override
  public Reply remove(Call call, String category, String county, String ward) {
    return database.transaction(transaction ->
        transaction
            .first(OfficeSql.ROUTE, PgOffices::route, category, county, ward)
            .map(kept -> removeRoute(transaction, call, kept))
            .orElse(Reply.missing()));
  }

  private Reply removeRoute(Transaction transaction, Call call, Kept<Route> kept) {
    var route = kept.value();
    if (kept.version() != call.expected()) {
      return Reply.stale();
    }
    if (RouteView.takesAll(route)) {
      return Reply.conflict("Some office must take what no other takes.");
    }
    transaction.run(OfficeSql.REMOVE_ROUTE, route.category(), route.county(), route.ward());
    audit.add(transaction, call.did("route.removed", subject(route), brief(route)));
    return Reply.done();
  }

  private static boolean covers(Call call, String county) {
    return call.scope().coversAll(county.isEmpty() ? List.of() : List.of(county));
  }

  private static boolean lacks(Transaction transaction, String office) {
    return !office.isEmpty() && find(transaction, office).isEmpty();
  }

  private static boolean lacksOrganisation(Transaction transaction, Office office) {
    var organisation = office.organisation();
    return !organisation.isEmpty()
        && transaction.first(OfficeSql.ORGANISATION, _ -> true, organisation).isEmpty();
  }

  private static boolean goesRound(Transaction transaction, Office office) {
    return office.above().equals(office.id())
        || transaction
            .list(OfficeSql.ABOVE, row -> row.getString("above"), office.above())
            .contains(office.id());
  }

  private static Optional<Kept<Office>> find(Transaction transaction, String id) {
    return transaction.first(OfficeSql.OFFICE, PgOffices::office, id);
  }

  private static Optional<Kept<Route>> find(Transaction transaction, Route route) {
    return transaction.first(
        OfficeSql.ROUTE, PgOffices::route, route.category(), route.county(), route.ward());
  }

  private static Object[] values(Office office) {
    return new Object[] {
      office.id(),
      office.name().sw(),
      office.name().en(),
      office.county(),
      office.contact(),
      office.above(),
      office.organisation()
    };
  }

  private static Object[] values(Route route) {
    var targets = route.targets();
    return new Object[] {
      route.category(),
      route.county(),
      route.ward(),
      route.office(),
      targets.acknowledge(),
      targets.answer(),
      targets.escalate()
    };
  }

  /// What the audit may hold of an office: not its name, which may be a person's, nor a number.
  private static String brief(Office office) {
    return "county %s, above %s, organisation %s, contact %s"
        .formatted(
            office.county(),
            office.above(),
            office.organisation(),
            office.contact().isEmpty() ? "none" : "given");
  }

  private static String brief(Route route) {
    var days = route.targets();
    return "%s %d/%d/%d days"
        .formatted(route.office(), days.acknowledge(), days.answer(), days.escalate());
  }

  private static String subject(String office) {
    return "office/" + office;
  }

  private static String subject(Route route) {
    return RouteView.path(route).substring(1);
  }

  private static Reply fault(String field, String detail) {
    return Reply.unacceptable("Mend the field that is named.", new Fault(field, detail));
  }

  private static Kept<Office> office(Row row) {
    return new Kept<>(PgDirectory.office(row), row.getLong("version"));
  }

  private static Kept<Route> route(Row row) {
    return new Kept<>(PgDirectory.route(row), row.getLong("version"));
  }
}
