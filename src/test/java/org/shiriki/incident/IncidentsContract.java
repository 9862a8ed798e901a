package org.shiriki.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shiriki.incident.Incident.Clock;
import org.shiriki.incident.Incident.Facts;
import org.shiriki.incident.Incident.Kind;
import org.shiriki.incident.Incident.Role;
import org.shiriki.incident.Incidents.Entry;
import org.shiriki.incident.Incidents.Filter;
import org.shiriki.staff.AuditEntry;

/// What every keeper of incidents promises.
interface IncidentsContract {
  Instant NOON = Instant.parse("2026-11-18T09:00:00Z");
  Facts LOST = new Facts(Kind.LOSS, Role.CONTROLLER, NOON, List.of("wards"), 3, "A list", "");

  Incidents incidents();

  /// What the audit tells, action by action.
  List<String> actions();

  private static Entry entry(Incident incident, String action) {
    return new Entry(incident, new AuditEntry(NOON, "dpo", action, "", ""));
  }

  private Incident opened() {
    var first = entry(Incident.opened("dpo", NOON, LOST), "incident.opened");
    return incidents().open(UUID.randomUUID(), first);
  }

  @Test
  default void the_same_request_opens_one_incident() {
    var once = UUID.randomUUID();
    var first = entry(Incident.opened("dpo", NOON, LOST), "incident.opened");

    var opened = incidents().open(once, first);

    assertThat(incidents().open(once, first)).isEqualTo(opened);
    assertThat(incidents().find(opened.number())).contains(opened);
    assertThat(opened.facts()).isEqualTo(LOST);
  }

  @Test
  default void of_two_changes_of_one_version_the_second_is_not_kept() {
    var opened = opened();
    var first = opened.notified("dpo", NOON, NOON, "ODPC/77");
    var second = opened.closed("dpo", NOON, "nothing came");

    assertThat(incidents().follow(entry(first, "incident.notified"))).isTrue();
    assertThat(incidents().follow(entry(second, "incident.closed"))).isFalse();

    assertThat(incidents().find(opened.number())).contains(first);
    assertThat(incidents().versions(opened.number())).containsExactly(first, opened);
  }

  @Test
  default void nothing_follows_an_incident_that_is_not_there() {
    var nowhere = Incident.opened("dpo", NOON, LOST).told("dpo", NOON, NOON, "by SMS");

    assertThat(incidents().follow(entry(nowhere, "incident.told"))).isFalse();
  }

  @Test
  default void only_what_is_open_is_listed_where_that_is_asked() {
    var incidents = incidents();
    var open = opened();
    var closed = opened().closed("dpo", NOON, "nothing came");
    incidents.follow(entry(closed, "incident.closed"));

    assertThat(incidents.list(new Filter(true, Long.MAX_VALUE), 500))
        .contains(open)
        .doesNotContain(closed);
    assertThat(incidents.list(new Filter(false, Long.MAX_VALUE), 1)).containsExactly(closed);
    assertThat(incidents.list(new Filter(false, closed.number()), 500)).contains(open);
  }

  @Test
  default void it_is_warned_of_each_clock_once() {
    var opened = opened();
    var before = actions().size();

    incidents().warn(opened, Clock.NEAR, NOON);
    incidents().warn(opened, Clock.NEAR, NOON);
    incidents().warn(opened, Clock.OVERDUE, NOON);

    assertThat(actions().subList(before, actions().size()))
        .containsExactly("incident.warned", "incident.warned");
  }
}
