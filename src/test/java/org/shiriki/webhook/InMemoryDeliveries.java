package org.shiriki.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps deliveries in memory.
final class InMemoryDeliveries implements Deliveries {
  private final Map<UUID, Hook> hooks = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private static final class Hook {
    private boolean active = true;
    private @Nullable Instant failingSince;
  }

  private static final class Row {
    private final UUID webhook;
    private final Delivery.Event event;
    private Instant due;
    private int attempts;
    private @Nullable Instant firstAt;
    private boolean over;

    private Row(UUID webhook, Delivery.Event event, Instant due) {
      this.webhook = webhook;
      this.event = event;
      this.due = due;
    }
  }

  UUID hook() {
    var id = UUID.randomUUID();
    hooks.put(id, new Hook());
    return id;
  }

  boolean isActive(UUID hook) {
    return of(hook).active;
  }

  void deactivate(UUID hook) {
    of(hook).active = false;
  }

  private Hook of(UUID hook) {
    return java.util.Objects.requireNonNull(hooks.get(hook));
  }

  void queue(UUID hook, Delivery.Event event, Instant due) {
    rows.add(new Row(hook, event, due));
  }

  boolean over(UUID event) {
    return rows.stream().filter(row -> row.event.id().equals(event)).allMatch(row -> row.over);
  }

  @Override
  public List<Delivery> claim(Instant now, Instant until, Collection<UUID> busy, int each) {
    var claimed = new ArrayList<Delivery>();
    for (var hook : hooks.keySet()) {
      rows.stream()
          .filter(row -> row.webhook.equals(hook) && of(hook).active && !busy.contains(hook))
          .filter(row -> !row.over && !row.due.isAfter(now))
          .sorted(Comparator.comparing(row -> row.due))
          .limit(each)
          .forEach(row -> claimed.add(take(row, now, until)));
    }
    return claimed;
  }

  private static Delivery take(Row row, Instant now, Instant until) {
    row.due = until;
    row.attempts++;
    var first = row.firstAt == null ? now : row.firstAt;
    row.firstAt = first;
    return new Delivery(
        row.webhook,
        row.attempts,
        first,
        "https://example.org",
        List.of("whsec_" + row.webhook),
        row.event);
  }

  @Override
  public void settle(
      Delivery delivery, End end, Receiver.Answer answer, Instant at, Duration took) {
    for (var row : rows) {
      if (row.event.equals(delivery.event()) && row.attempts == delivery.attempt() && !row.over) {
        switch (end) {
          case End.Later(var next) -> row.due = next;
          case End.Delivered() -> row.over = true;
          case End.GivenUp() -> row.over = true;
        }
        mark(of(row.webhook), end instanceof End.Delivered, at);
      }
    }
  }

  private static void mark(Hook hook, boolean good, Instant at) {
    if (good) {
      hook.failingSince = null;
      return;
    }
    var since = hook.failingSince == null ? at : hook.failingSince;
    hook.failingSince = since;
    hook.active &= since.isAfter(at.minus(FAILING));
  }

  @Override
  public void tidy(Instant now) {
    for (var row : rows) {
      var first = row.firstAt;
      var old =
          first == null
              ? row.event.at().isBefore(now.minus(FAILING))
              : first.isBefore(now.minus(TRIED));
      row.over |= old && row.due.isBefore(now);
    }
  }
}
