package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.Askers.path;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.citizen.DataRequest.Kind;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.pg.TestDatabase;
import org.shiriki.rights.PgRequestDesk;
import org.shiriki.rights.RequestWatch;
import org.shiriki.staff.PgAudit;

/// The clock of seven days runs for every request, and staff see it.
class DataRequestClockIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static Askers askers;
  private static Desk officer;

  @BeforeAll
  static void open() {
    askers = new Askers(TOWN);
    officer = askers.officer();
  }

  @AfterAll
  static void close() {
    askers.close();
  }

  @Test
  void a_request_of_the_phone_is_listed_with_its_clock_and_without_a_number() {
    var phone = askers.somebody();
    askers.says(phone, "6", "3", "4", "1");

    var listed = officer.get("/data-requests?state=OPEN&limit=500&kind=PORTABILITY");

    var asked = Instant.parse(listed.at("/items/0/askedAt"));
    assertThat(Duration.between(asked, Instant.parse(listed.at("/items/0/dueAt"))))
        .isEqualTo(Duration.ofDays(7));
    assertThat(listed.text())
        .contains("\"county\":\"003\"")
        .doesNotContain("71188", askers.key(phone).text());
  }

  @Test
  void the_list_goes_by_urgency_page_by_page() {
    var references =
        List.of(
            askers.asks(askers.somebody(), Kind.ACCESS),
            askers.asks(askers.somebody(), Kind.ACCESS));
    askers.late(references.get(1));

    var first = officer.get("/data-requests?state=OPEN&limit=1&kind=ACCESS");
    var second =
        officer.get("/data-requests?state=OPEN&limit=500&kind=ACCESS&cursor=" + first.at("/next"));

    assertThat(first.at("/items/0/overdue")).isEqualTo("true");
    assertThat(second.text())
        .contains(references.get(0))
        .doesNotContain(first.at("/items/0/reference"));
    assertThat(
            officer
                .get("/data-requests?state=OVERDUE")
                .json()
                .at("/items")
                .findValuesAsText("overdue"))
        .isNotEmpty()
        .containsOnly("true");
  }

  @Test
  void what_is_overdue_is_flagged_once_on_however_many_nodes() {
    var reference = askers.asks(askers.somebody(), Kind.CORRECT);
    askers.late(reference);
    var audit = new PgAudit(TOWN.database());
    var citizens = new PgCitizens(TOWN.database(), askers.vault());
    var desk = new PgRequestDesk(TOWN.database(), askers.vault(), audit, citizens::leave);
    var meters = new SimpleMeterRegistry();

    new RequestWatch(desk, InstantSource.system(), meters).round();
    new RequestWatch(desk, InstantSource.system(), new SimpleMeterRegistry()).round();

    assertThat(askers.audit(reference)).containsOnlyOnce("request.overdue");
    assertThat(meters.get("shiriki.data.requests.overdue").gauge().value()).isPositive();
    assertThat(
            askers
                .reading(reference)
                .post(path(reference) + "/answer", "{'how':'CALLED'}")
                .status())
        .isEqualTo(200);
  }
}
