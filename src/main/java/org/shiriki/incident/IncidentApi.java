package org.shiriki.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;
import org.shiriki.incident.Incident.Clock;
import org.shiriki.incident.Incident.Facts;
import org.shiriki.incident.Incidents.Entry;
import org.shiriki.incident.Incidents.Filter;
import org.shiriki.privacy.Phone;
import org.shiriki.staff.Scope;

/// The register of incidents, for who looks after people's data. It is the house's own: it does not
/// exist for whoever is limited to some counties or themes.
public final class IncidentApi implements Api {
  private final Incidents incidents;

  public IncidentApi(Incidents incidents) {
    this.incidents = incidents;
  }

  /// An incident as programs see it.
  private record IncidentView(
      long number,
      Incident.Kind kind,
      Incident.Role role,
      Instant discoveredAt,
      Instant dueAt,
      Clock clock,
      List<String> data,
      int people,
      String description,
      String measures,
      @Nullable Instant notifiedAt,
      String notice,
      @Nullable Instant toldAt,
      String telling,
      @Nullable Instant closedAt,
      String conclusion,
      String account,
      Instant changedAt,
      long version) {
    static IncidentView of(Incident incident, Instant now) {
      var facts = incident.facts();
      return new IncidentView(
          incident.number(),
          facts.kind(),
          facts.role(),
          facts.discoveredAt(),
          incident.due(),
          incident.clock(now),
          facts.data(),
          facts.people(),
          facts.description(),
          facts.measures(),
          incident.notifiedAt(),
          incident.notice(),
          incident.toldAt(),
          incident.telling(),
          incident.closedAt(),
          incident.conclusion(),
          incident.account(),
          incident.at(),
          incident.version());
    }
  }

  private record Notification(Instant at, String reference) {}

  private record Telling(Instant at, String how) {}

  private record Closing(String conclusion) {}

  @Override
  public String name() {
    return "incidents";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.ofEntries(
        entry("listIncidents", this::list),
        entry("openIncident", this::open),
        entry("readIncident", call -> on(call, incident -> item(call, incident))),
        entry("changeIncident", this::change),
        entry("notifyIncident", this::notified),
        entry("tellOfIncident", this::told),
        entry("closeIncident", this::close),
        entry("listIncidentVersions", this::versions));
  }

  private static Map.Entry<String, Operation> entry(String id, Operation operation) {
    return Map.entry(
        id,
        call ->
            call.scope().covers(Scope.ANY, Scope.ANY) ? operation.answer(call) : Reply.missing());
  }

  private Reply list(Call call) {
    var open = call.query("open").map(Boolean::valueOf).orElse(false);
    var before = call.after(1).map(List::getFirst).map(Long::valueOf).orElse(Long.MAX_VALUE);
    var page = incidents.list(new Filter(open, before), call.limit());
    var next = page.size() < call.limit() ? "" : Cursor.of(page.getLast().number());
    return new Reply.Rows(views(page, call), next);
  }

  private static List<IncidentView> views(List<Incident> some, Call call) {
    return some.stream().map(incident -> IncidentView.of(incident, call.at())).toList();
  }

  private Reply open(Call call) {
    var facts = call.body(Facts.class);
    return refused(call, facts)
        .orElseGet(() -> {
          var first = Incident.opened(call.colleague().account(), call.at(), facts);
          var line = call.did("incident.opened", "", facts.kind().name());
          var opened = incidents.open(call.id(), new Entry(first, line));
          return Reply.created(
              "/incidents/" + opened.number(),
              IncidentView.of(opened, call.at()),
              opened.version());
        });
  }

  private static Optional<Reply> refused(Call call, Facts facts) {
    if (facts.discoveredAt().isAfter(call.at())) {
      return Optional.of(
          Reply.unacceptable(
              "Nobody knows of it yet.", new Fault("/discoveredAt", "It lies in the future.")));
    }
    var careless = facts.careless().stream().map(IncidentApi::number).toArray(Fault[]::new);
    return careless.length == 0
        ? Optional.empty()
        : Optional.of(Reply.unacceptable("The words hold a phone number.", careless));
  }

  private static Fault number(String field) {
    return new Fault(field, "Leave the number out.");
  }

  private Reply change(Call call) {
    var facts = call.body(Facts.class);
    return on(
        call,
        incident ->
            refused(call, facts)
                .orElseGet(() ->
                    follow(
                        call,
                        "incident.changed",
                        incident.changed(call.colleague().account(), call.at(), facts))));
  }

  private Reply notified(Call call) {
    var body = call.body(Notification.class);
    return on(
        call,
        incident ->
            dated(call, incident, body.at(), "/reference", body.reference())
                .orElseGet(() ->
                    follow(
                        call,
                        "incident.notified",
                        incident.notified(
                            call.colleague().account(), call.at(), body.at(), body.reference()))));
  }

  private Reply told(Call call) {
    var body = call.body(Telling.class);
    return on(
        call,
        incident ->
            dated(call, incident, body.at(), "/how", body.how())
                .orElseGet(() ->
                    follow(
                        call,
                        "incident.told",
                        incident.told(
                            call.colleague().account(), call.at(), body.at(), body.how()))));
  }

  /// Why something cannot have been done at that moment, or is not to be kept in those words.
  private static Optional<Reply> dated(
      Call call, Incident incident, Instant at, String field, String words) {
    if (at.isAfter(call.at()) || at.isBefore(incident.facts().discoveredAt())) {
      return Optional.of(
          Reply.unacceptable(
              "It cannot have been done then.",
              new Fault("/at", "It lies between the discovery and now.")));
    }
    return Phone.isIn(words)
        ? Optional.of(Reply.unacceptable("The words hold a phone number.", number(field)))
        : Optional.empty();
  }

  private Reply close(Call call) {
    var conclusion = call.body(Closing.class).conclusion();
    return on(
        call,
        incident -> {
          if (incident.closedAt() != null) {
            return Reply.conflict("It is closed.");
          }
          if (Phone.isIn(conclusion)) {
            return Reply.unacceptable("The words hold a phone number.", number("/conclusion"));
          }
          return follow(
              call,
              incident.notifiedAt() == null ? "incident.closed_unnotified" : "incident.closed",
              incident.closed(call.colleague().account(), call.at(), conclusion));
        });
  }

  /// Keeps the next version, if the caller has read the one before it.
  private Reply follow(Call call, String action, Incident next) {
    if (next.version() != call.expected() + 1) {
      return Reply.stale();
    }
    var line = call.did(action, "", "version " + next.version());
    return incidents.follow(new Entry(next, line)) ? item(call, next) : Reply.stale();
  }

  private Reply versions(Call call) {
    var versions = incidents.versions(Long.parseLong(call.path("incident")));
    return versions.isEmpty() ? Reply.missing() : Reply.all(views(versions, call));
  }

  private Reply on(Call call, Function<Incident, Reply> use) {
    return incidents.find(Long.parseLong(call.path("incident"))).map(use).orElseGet(Reply::missing);
  }

  private static Reply item(Call call, Incident incident) {
    return Reply.item(IncidentView.of(incident, call.at()), incident.version());
  }
}
