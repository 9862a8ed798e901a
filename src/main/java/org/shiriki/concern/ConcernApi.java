package org.shiriki.concern;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Reply;
import org.shiriki.concern.Docket.Order;
import org.shiriki.concern.Docket.Period;
import org.shiriki.concern.Docket.Place;
import org.shiriki.concern.Docket.Stretch;
import org.shiriki.place.Places;

/// Concerns for staff and their programs: what waits, what was said, and how offices answer. What
/// staff do with them is in [ConcernActs].
public final class ConcernApi implements Api {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final String NOBODY = "none";
  private static final String ONESELF = "me";

  private final Docket docket;
  private final ConcernActs acts;

  public ConcernApi(Docket docket, Desk desk, Places places) {
    this.docket = docket;
    this.acts = new ConcernActs(desk, places);
  }

  @Override
  public String name() {
    return "concerns";
  }

  @Override
  public Map<String, Operation> operations() {
    var all = new HashMap<>(acts.operations());
    all.put("listConcerns", this::list);
    all.put("countQueues", this::queues);
    all.put("showConcern", this::show);
    all.put("listOfficeAnswers", this::answering);
    all.put("listUnanswered", this::waiting);
    return Map.copyOf(all);
  }

  private Reply list(Call call) {
    var order = call.query("order").map(Order::valueOf).orElse(Order.NEWEST);
    var after = call.after(2).flatMap(ConcernApi::place).orElse(null);
    var stretch = new Stretch(order, after, call.limit() + 1);
    var found = docket.list(call.scope(), filter(call), stretch, call.at());
    return page(found, call.limit(), line -> Cursor.of(at(line, order), code(line)));
  }

  private static Instant at(Line line, Order order) {
    return switch (order) {
      case NEWEST -> line.filedAt();
      case DUE -> line.answerBy();
    };
  }

  private static String code(Line line) {
    return line.reference().replace("-", "");
  }

  private static Optional<Place> place(List<String> cursor) {
    try {
      return Reference.parse(cursor.get(1))
          .map(reference -> new Place(Instant.parse(cursor.get(0)), reference));
    } catch (java.time.format.DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Filter filter(Call call) {
    return new Filter(
        statuses(call),
        word(call, "category"),
        word(call, "county"),
        word(call, "ward"),
        word(call, "office"),
        call.query("assignee").map(name -> account(call, name)).orElse(null),
        call.query("rootCause").map(RootCause::valueOf).orElse(null),
        said(call, "overdue"),
        said(call, "escalated"));
  }

  private static List<Status> statuses(Call call) {
    var named = call.queries("status").stream().map(Status::valueOf).toList();
    var types = call.queries("type").stream().map(Status.Kind::valueOf).toList();
    if (types.isEmpty()) {
      return named;
    }
    return java.util.Arrays.stream(Status.values())
        .filter(status -> types.contains(status.kind()))
        .filter(status -> named.isEmpty() || named.contains(status))
        .toList();
  }

  private static String account(Call call, String name) {
    return switch (name) {
      case NOBODY -> "";
      case ONESELF -> call.colleague().account();
      default -> name;
    };
  }

  private static @Nullable String word(Call call, String name) {
    return call.query(name).orElse(null);
  }

  private static boolean said(Call call, String name) {
    return call.query(name).filter("true"::equals).isPresent();
  }

  private Reply queues(Call call) {
    return Reply.item(docket.queues(call.scope(), call.colleague().account(), call.at()));
  }

  private Reply show(Call call) {
    return ConcernActs.on(
        call,
        reference ->
            docket
                .find(call.scope(), reference, call.at())
                .map(sheet -> Reply.item(sheet, sheet.concern().version()))
                .orElse(Reply.missing()));
  }

  private Reply answering(Call call) {
    var until = call.query("until").map(Instant::parse).orElse(call.at());
    var from = call.query("from").map(Instant::parse).orElse(until.minus(YEAR));
    var after = call.after(1).map(List::getFirst).orElse(null);
    var found =
        docket.answering(call.scope(), new Period(from, until), call.at(), after, call.limit() + 1);
    return page(found, call.limit(), one -> Cursor.of(one.office()));
  }

  private Reply waiting(Call call) {
    var after = call.after(2).orElse(List.of("", ""));
    var found =
        docket.waiting(
            call.scope(), call.at(), after.getFirst(), after.getLast(), call.limit() + 1);
    return page(found, call.limit(), one -> Cursor.of(one.county(), one.ward()));
  }

  /// A page of what was found with one row too many, if there is more.
  private static <T> Reply page(List<T> found, int limit, Function<T, String> cursor) {
    return found.size() <= limit
        ? Reply.all(found)
        : new Reply.Rows(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
  }
}
