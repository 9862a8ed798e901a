package org.shiriki.broadcast;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;
import org.shiriki.broadcast.Broadcast.Life;
import org.shiriki.broadcast.Broadcasts.Actor;
import org.shiriki.broadcast.Broadcasts.Filter;
import org.shiriki.broadcast.Broadcasts.Vetting;
import org.shiriki.sms.Reason;
import org.shiriki.sms.State;
import org.shiriki.staff.Role;

/// Broadcasts as staff write, look at, approve and follow them.
public final class BroadcastApi implements Api {
  private final Broadcasts broadcasts;
  private final Mailings mailings;
  private final Estimates estimates;
  private final Reach reach;
  private final Rehearsal rehearsal;
  private final Recipients recipients;

  public BroadcastApi(
      Broadcasts broadcasts,
      Estimates estimates,
      Reach reach,
      Rehearsal rehearsal,
      Recipients recipients) {
    this.broadcasts = broadcasts;
    this.mailings = estimates.mailings();
    this.estimates = estimates;
    this.reach = reach;
    this.rehearsal = rehearsal;
    this.recipients = recipients;
  }

  private record Why(String reason) {}

  /// What a text that is not kept would mean.
  private record Weight(
      List<BroadcastView.Said> said, List<String> faults, EstimateView estimate) {}

  /// Whether all broadcasts are held up.
  private record StopView(boolean halted, @Nullable String by, @Nullable Instant since) {
    static StopView of(Optional<Broadcasts.Stop> stop) {
      return stop.map(found -> new StopView(true, found.actor(), found.since()))
          .orElseGet(() -> new StopView(false, null, null));
    }
  }

  @Override
  public String name() {
    return "broadcasts";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.ofEntries(
        Map.entry("listBroadcasts", this::list),
        Map.entry("createBroadcast", this::create),
        Map.entry("weighBroadcast", this::weigh),
        Map.entry("readBroadcast", call -> on(call, found -> item(found))),
        Map.entry("reviseBroadcast", this::revise),
        Map.entry("estimateBroadcast", call -> on(call, found -> estimate(call, found))),
        Map.entry("tryBroadcast", call -> on(call, found -> rehearsal.held(call, found))),
        Map.entry("submitBroadcast", this::submit),
        Map.entry("vetBroadcast", this::vet),
        Map.entry("approveBroadcast", call -> step(call, broadcasts::approve)),
        Map.entry("rejectBroadcast", this::reject),
        Map.entry("pauseBroadcast", call -> step(call, broadcasts::pause)),
        Map.entry("resumeBroadcast", call -> step(call, broadcasts::resume)),
        Map.entry("cancelBroadcast", call -> step(call, broadcasts::cancel)),
        Map.entry("readLedger", call -> on(call, this::ledger)),
        Map.entry("listRecipients", call -> on(call, found -> recipients(call, found))),
        Map.entry("readStop", _ -> Reply.item(StopView.of(broadcasts.stop()))),
        Map.entry("haltBroadcasts", this::halt),
        Map.entry("releaseBroadcasts", this::release));
  }

  private Reply list(Call call) {
    var scope = call.scope();
    var counties = Arrays.asList(scope.counties());
    var lives = call.queries("state").stream().map(Life::valueOf).collect(Collectors.toSet());
    var before = call.after(1).map(List::getFirst).map(Long::valueOf).orElse(Long.MAX_VALUE);
    var filter = new Filter(lives, counties.contains("") ? List.of() : counties, before);
    var page = broadcasts.list(filter, call.limit());
    var next = page.size() < call.limit() ? "" : Cursor.of(page.getLast().id());
    return new Reply.Rows(page.stream().map(BroadcastView::of).toList(), next);
  }

  private Reply create(Call call) {
    var draft = call.body(BroadcastBody.class).draft();
    var counties = reach.counties(draft.audience());
    return refused(call, draft.audience(), counties)
        .orElseGet(() -> made(broadcasts.draft(call.id(), draft, counties, actor(call))));
  }

  private Reply made(long id) {
    var made = broadcasts.find(id).orElseThrow();
    return Reply.created("/broadcasts/" + id, BroadcastView.of(made), made.version());
  }

  private Reply revise(Call call) {
    return on(
        call,
        _ -> {
          var draft = call.body(BroadcastBody.class).draft();
          var counties = reach.counties(draft.audience());
          var refused = refused(call, draft.audience(), counties);
          return refused.orElseGet(() ->
              step(
                  call,
                  (id, actor) -> broadcasts.revise(id, call.expected(), draft, counties, actor)));
        });
  }

  /// Why an audience cannot be written to by this caller.
  private Optional<Reply> refused(Call call, Audience audience, List<String> counties) {
    var strange = reach.faults(audience);
    if (!strange.isEmpty()) {
      return Optional.of(
          Reply.unacceptable(
              "The audience names what is not known.", strange.toArray(Fault[]::new)));
    }
    return call.scope().coversAll(counties)
        ? Optional.empty()
        : Optional.of(
            Reply.unacceptable(
                "The audience reaches beyond your counties.",
                new Fault("/audience/places", "Name places inside of your own counties.")));
  }

  private Reply estimate(Call call, Broadcast broadcast) {
    return Reply.item(estimates.view(broadcast, call.at()));
  }

  private Reply weigh(Call call) {
    var draft = call.body(BroadcastBody.class).draft();
    var counties = reach.counties(draft.audience());
    var broadcast = Broadcast.unkept(draft, actor(call).account());
    return refused(call, draft.audience(), counties)
        .orElseGet(() ->
            Reply.item(
                new Weight(
                    BroadcastView.of(broadcast).said(),
                    Lint.faults(draft),
                    estimates.view(broadcast, call.at()))));
  }

  private Reply submit(Call call) {
    return on(
        call,
        broadcast -> {
          var faults = Lint.faults(broadcast.draft());
          return faults.isEmpty()
              ? step(call, broadcasts::submit)
              : Reply.unacceptable(
                  "Mend what the lint names before others look at it.",
                  faults.stream().map(BroadcastApi::fault).toArray(Fault[]::new));
        });
  }

  private static Fault fault(String said) {
    var place = said.split("[: ]", 4);
    var field =
        switch (place[0]) {
          case "text" -> "/text/" + place[2].replace(":", "");
          case "class" -> "/purpose";
          default -> "/" + place[0];
        };
    return new Fault(field, said);
  }

  private Reply vet(Call call) {
    var vetting = call.body(Vetting.class);
    return step(call, (id, actor) -> broadcasts.vet(id, vetting, actor));
  }

  private Reply reject(Call call) {
    var why = call.body(Why.class).reason();
    return step(call, (id, actor) -> broadcasts.reject(id, why, actor));
  }

  private Reply ledger(Broadcast broadcast) {
    var ledger = mailings.ledger(broadcast.id());
    return Reply.item(LedgerView.of(broadcast, ledger));
  }

  /// Who may not write to all of the audience sees those of it whose place is known to be theirs.
  private Reply recipients(Call call, Broadcast broadcast) {
    var whereabouts = Whereabouts.of(recipients.wards(broadcast.id()), reach.places());
    var all = call.scope().coversAll(reach.counties(broadcast.draft().audience()));
    var filter =
        new Recipients.Filter(
            call.queries("state").stream().map(State::valueOf).collect(Collectors.toSet()),
            call.queries("reason").stream().map(Reason::valueOf).collect(Collectors.toSet()),
            all ? Optional.empty() : Optional.of(whereabouts.wardsIn(call.scope())));
    var after = call.after(1).map(List::getFirst).orElse("");
    var page = recipients.list(broadcast.id(), filter, after, call.limit());
    var next = page.size() < call.limit() ? "" : Cursor.of(page.getLast().id());
    return new Reply.Rows(
        page.stream().map(row -> RecipientView.of(row, whereabouts)).toList(), next);
  }

  private Reply halt(Call call) {
    broadcasts.halt(actor(call));
    return Reply.done();
  }

  private Reply release(Call call) {
    broadcasts.release(actor(call));
    return Reply.done();
  }

  /// A step in a broadcast's life.
  private interface Step {
    Answer take(long id, Actor actor);
  }

  private Reply step(Call call, Step step) {
    return on(
        call,
        broadcast ->
            switch (step.take(broadcast.id(), actor(call))) {
              case Answer.Done() -> item(broadcasts.find(broadcast.id()).orElseThrow());
              case Answer.Refused(var why) -> refused(why);
            });
  }

  private static Reply refused(Answer.Why why) {
    return switch (why) {
      case MISSING -> Reply.missing();
      case STALE -> Reply.stale();
      case STATE -> Reply.conflict("The broadcast is not at that point of its life.");
      case NOT_AUTHOR -> Reply.forbidden("Only its author may.");
      case OWN -> Reply.forbidden("Another person than its author has to look at it.");
      case FAULTY -> Reply.unacceptable("Mend what the lint names first.");
      case POLITICAL -> Reply.unacceptable("The house sends nothing political (sms.political).");
      case NOT_VETTED -> Reply.conflict("The operator has not agreed to the political text.");
      case DIRECTOR -> Reply.forbidden("An emergency is for a director to release.");
    };
  }

  /// Does something with the broadcast of the path, if the caller's scope touches it.
  private Reply on(Call call, Function<Broadcast, Reply> use) {
    return broadcasts
        .find(Long.parseLong(call.path("broadcast")))
        .filter(found -> call.scope().touches(reach.counties(found.draft().audience())))
        .map(use)
        .orElseGet(Reply::missing);
  }

  private static Reply item(Broadcast broadcast) {
    return Reply.item(BroadcastView.of(broadcast), broadcast.version());
  }

  private static Actor actor(Call call) {
    var colleague = call.colleague();
    return new Actor(colleague.account(), colleague.is(Role.DIRECTOR), colleague.from());
  }
}
