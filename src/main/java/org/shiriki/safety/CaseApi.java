package org.shiriki.safety;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.place.Ward;
import org.shiriki.safety.Handling.Basis;
import org.shiriki.safety.Handling.Place;
import org.shiriki.safety.Handling.Wanted;
import org.shiriki.staff.Scope;

/// Sensitive cases for staff. Who names handlers sees that there are cases; only who is named on
/// one sees what was told, for a reason, and each time is kept.
public final class CaseApi implements Api {
  private static final int SHORTEST_REASON = 10;

  private final Handling handling;
  private final Places places;

  public CaseApi(Handling handling, Places places) {
    this.handling = handling;
    this.places = places;
  }

  @Override
  public String name() {
    return "cases";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.ofEntries(
        Map.entry("listCases", this::list),
        Map.entry("listOwnCases", this::own),
        Map.entry("listCaseViews", this::views),
        Map.entry("listCaseHandlers", this::handlers),
        Map.entry("assignCase", this::assign),
        Map.entry("unassignCase", this::unassign),
        Map.entry("openCase", call -> because(call, handling::open)),
        Map.entry("revealCaseNumber", call -> because(call, handling::reveal)),
        Map.entry("releaseCase", call -> because(call, handling::release)),
        Map.entry("referCase", this::refer),
        Map.entry("setCaseStage", this::advance));
  }

  private record Reason(String reason) {
    @Override
    public String toString() {
      return "Reason[hidden]";
    }
  }

  private record Referral(Basis basis, String reason) {
    @Override
    public String toString() {
      return "Referral[" + basis + ']';
    }
  }

  private record StageNow(Stage stage) {}

  private record Named(String account) {}

  /// Something that is done with a case for a reason.
  private interface Deed {
    Reply on(Call call, CaseNumber number, String reason);
  }

  private Reply list(Call call) {
    var wide = everywhere(call);
    var unhandled = call.query("unhandled").filter("true"::equals).isPresent();
    return page(call, new Wanted(wide, wide ? List.of() : wards(call), null, unhandled));
  }

  private Reply own(Call call) {
    return page(call, new Wanted(true, List.of(), call.colleague().account(), false));
  }

  /// A case has no theme that staff may know, so what is granted for some themes grants none here.
  private static boolean everywhere(Call call) {
    return call.scope().covers(Scope.ANY, Scope.ANY);
  }

  private List<String> wards(Call call) {
    return places.counties().stream()
        .filter(county -> call.scope().covers(county.code(), Scope.ANY))
        .flatMap(county -> county.constituencies().stream())
        .flatMap(constituency -> constituency.wards().stream())
        .map(Ward::code)
        .toList();
  }

  private Reply page(Call call, Wanted wanted) {
    var after = call.after(2).flatMap(CaseApi::place).orElse(null);
    var limit = call.limit();
    var found = handling.list(wanted, after, limit + 1);
    if (found.size() <= limit) {
      return Reply.all(found);
    }
    var last = found.get(limit - 1);
    return new Reply.Rows(
        found.subList(0, limit), Cursor.of(last.filedOn(), last.number().replace("-", "")));
  }

  private static Optional<Place> place(List<String> cursor) {
    try {
      return CaseNumber.parse(cursor.get(1))
          .map(number -> new Place(LocalDate.parse(cursor.get(0)), number));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private Reply views(Call call) {
    return inScope(
        call,
        number -> {
          var after = call.after(1).map(one -> number(one.getFirst())).orElse(0L);
          var limit = call.limit();
          var found = handling.views(number, after, limit + 1);
          return found.size() <= limit
              ? Reply.all(found)
              : new Reply.Rows(found.subList(0, limit), Cursor.of(found.get(limit - 1).id()));
        });
  }

  private static long number(String cursor) {
    return cursor.matches("[0-9]{1,18}") ? Long.parseLong(cursor) : 0;
  }

  private Reply handlers(Call call) {
    return inScope(
        call, number -> Reply.all(handling.handlers(number).stream().map(Named::new).toList()));
  }

  private Reply assign(Call call) {
    var account = call.body(Named.class).account;
    return inScope(call, number -> handling.assign(call, number, account));
  }

  private Reply unassign(Call call) {
    return inScope(call, number -> handling.unassign(call, number, call.path("account")));
  }

  private Reply refer(Call call) {
    var body = call.body(Referral.class);
    var reason = body.reason.strip();
    return reason.length() < SHORTEST_REASON
        ? tooShort()
        : on(call, number -> handling.refer(call, number, body.basis, reason));
  }

  private Reply advance(Call call) {
    var stage = call.body(StageNow.class).stage;
    return on(call, number -> handling.advance(call, number, stage));
  }

  private Reply because(Call call, Deed deed) {
    var reason = call.body(Reason.class).reason.strip();
    return reason.length() < SHORTEST_REASON
        ? tooShort()
        : on(call, number -> deed.on(call, number, reason));
  }

  private static Reply on(Call call, Function<CaseNumber, Reply> answer) {
    return CaseNumber.parse(call.path("number")).map(answer).orElse(Reply.missing());
  }

  /// Answers about a case of a county for which the caller has the right.
  private Reply inScope(Call call, Function<CaseNumber, Reply> answer) {
    return on(
        call,
        number ->
            handling
                .ward(number)
                .filter(ward -> call.scope().covers(county(ward), Scope.ANY))
                .map(_ -> answer.apply(number))
                .orElse(Reply.missing()));
  }

  private String county(Residence ward) {
    return ward.known().flatMap(places::ward).map(Ward::county).orElse("");
  }

  private static Reply tooShort() {
    return Reply.unacceptable(
        "Mend the field that is named.", new Fault("/reason", "Say in a few words why."));
  }
}
