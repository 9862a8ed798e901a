package org.shiriki.office;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;
import org.shiriki.dialogue.Proof;
import org.shiriki.dialogue.Text;
import org.shiriki.office.Directory.Route;
import org.shiriki.office.Directory.Targets;
import org.shiriki.office.Offices.Kept;
import org.shiriki.place.Places;

/// Offices and routes for staff and their programs. An office of the whole country is everybody's
/// to see, and theirs to change who may change them everywhere.
public final class OfficeApi implements Api {
  /// An office's name stands on a screen with other words.
  private static final int LONGEST_NAME = 60;

  private final Offices offices;
  private final Supplier<Directory> directory;
  private final Places places;

  public OfficeApi(Offices offices, Supplier<Directory> directory, Places places) {
    this.offices = offices;
    this.directory = directory;
    this.places = places;
  }

  @Override
  public String name() {
    return "offices";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listOffices", this::list,
        "addOffice", this::add,
        "changeOffice", this::change,
        "removeOffice", call -> offices.remove(call, call.path("office")),
        "listRoutes", this::routes,
        "addRoute", this::addRoute,
        "changeRoute", this::changeRoute,
        "removeRoute", this::removeRoute);
  }

  private record NewOffice(
      String id,
      Text name,
      @Nullable String county,
      @Nullable String contact,
      @Nullable String above,
      @Nullable String organisation) {
    Office office() {
      return new Office(id, name, or(county), or(contact), or(above), or(organisation));
    }
  }

  private record OfficeNow(
      Text name,
      @Nullable String county,
      @Nullable String contact,
      @Nullable String above,
      @Nullable String organisation) {
    Office office(String id) {
      return new Office(id, name, or(county), or(contact), or(above), or(organisation));
    }
  }

  private record NewRoute(
      String category,
      String county,
      String ward,
      String office,
      int acknowledgeDays,
      int answerDays,
      int escalateDays) {}

  private record RouteNow(String office, int acknowledgeDays, int answerDays, int escalateDays) {
    Targets targets() {
      return new Targets(acknowledgeDays, answerDays, escalateDays);
    }
  }

  private Reply list(Call call) {
    var after = call.after(1).map(List::getFirst).orElse(null);
    var found = offices.offices(counties(call), after, call.limit() + 1);
    return page(found, call.limit(), OfficeView::of, office -> Cursor.of(office.value().id()));
  }

  private Reply routes(Call call) {
    var found = offices.routes(counties(call), call.after(3).orElse(null), call.limit() + 1);
    return page(found, call.limit(), RouteView::of, OfficeApi::cursor);
  }

  private static String cursor(Kept<Route> kept) {
    var route = kept.value();
    return Cursor.of(route.category(), route.county(), route.ward());
  }

  /// The counties that the caller sees, as far as they are asked for; none stands for all.
  private static List<String> counties(Call call) {
    var asked = call.query("county");
    if (asked.isPresent()) {
      return call.scope().touches(List.of(asked.get())) ? List.of(asked.get()) : List.of("-");
    }
    var own = List.of(call.scope().counties());
    return own.contains("") ? List.of() : own;
  }

  private static <T> Reply page(
      List<Kept<T>> found, int limit, Function<Kept<T>, ?> view, Function<Kept<T>, String> cursor) {
    var shown = found.stream().limit(limit).map(view).toList();
    return found.size() <= limit
        ? Reply.all(shown)
        : new Reply.Rows(shown, cursor.apply(found.get(limit - 1)));
  }

  private Reply add(Call call) {
    var office = call.body(NewOffice.class).office();
    return refusal(call, office).orElseGet(() -> offices.add(call, office));
  }

  private Reply change(Call call) {
    var office = call.body(OfficeNow.class).office(call.path("office"));
    return refusal(call, office).orElseGet(() -> offices.change(call, office));
  }

  private Optional<Reply> refusal(Call call, Office office) {
    var county = office.county();
    if (!covers(call, county)) {
      return Optional.of(Reply.missing());
    }
    if (!county.isEmpty() && places.county(county).isEmpty()) {
      return fault("/county", "There is no such county.");
    }
    var faults = new Proof().text("name", office.name(), LONGEST_NAME).faults();
    return faults.isEmpty() ? Optional.empty() : fault("/name", String.join("; ", faults));
  }

  private static boolean covers(Call call, String county) {
    return call.scope().coversAll(county.isEmpty() ? List.of() : List.of(county));
  }

  private Reply addRoute(Call call) {
    var body = call.body(NewRoute.class);
    var targets = new Targets(body.acknowledgeDays, body.answerDays, body.escalateDays);
    var route = route(body.category, body.county, body.ward, body.office, targets);
    return refusal(call, route).orElseGet(() -> offices.add(call, route));
  }

  private Reply changeRoute(Call call) {
    var body = call.body(RouteNow.class);
    var route =
        route(
            call.path("category"),
            call.path("county"),
            call.path("ward"),
            body.office,
            body.targets());
    return refusal(call, route).orElseGet(() -> offices.change(call, route));
  }

  private Reply removeRoute(Call call) {
    var county = RouteView.meant(call.path("county"));
    return covers(call, county)
        ? offices.remove(
            call,
            RouteView.meant(call.path("category")),
            county,
            RouteView.meant(call.path("ward")))
        : Reply.missing();
  }

  private static Route route(
      String category, String county, String ward, String office, Targets targets) {
    return new Route(
        RouteView.meant(category), RouteView.meant(county), RouteView.meant(ward), office, targets);
  }

  private Optional<Reply> refusal(Call call, Route route) {
    if (!covers(call, route.county())) {
      return Optional.of(Reply.missing());
    }
    if (!route.category().isEmpty() && directory.get().category(route.category()).isEmpty()) {
      return fault("/category", "There is no such category.");
    }
    if (!route.county().isEmpty() && places.county(route.county()).isEmpty()) {
      return fault("/county", "There is no such county.");
    }
    if (!route.ward().isEmpty() && !inCounty(route)) {
      return fault("/ward", "There is no such ward in that county.");
    }
    return route.targets().inOrder()
        ? Optional.empty()
        : fault("/answerDays", "Days are at least 1 and do not become fewer.");
  }

  private boolean inCounty(Route route) {
    return places
        .ward(route.ward())
        .filter(ward -> ward.county().equals(route.county()))
        .isPresent();
  }

  private static Optional<Reply> fault(String field, String detail) {
    return Optional.of(
        Reply.unacceptable("Mend the field that is named.", new Fault(field, detail)));
  }

  private static String or(@Nullable String value) {
    return value == null ? "" : value;
  }
}
