package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.broadcast.Broadcast.Life;
import org.shiriki.broadcast.Drafts;
import org.shiriki.broadcast.Village;
import org.shiriki.pg.TestDatabase;
import org.shiriki.sms.State;

/// A broadcast leaves whole gateways over the wire, and whatever goes wrong, everybody is counted
/// and nobody hears it twice. `-Dshiriki.audience=20000` makes the audience larger.
class BroadcastIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  @RegisterExtension static final TestDatabase HANGING_UP = TestDatabase.migrated();
  @RegisterExtension static final TestDatabase DOWN = TestDatabase.migrated();
  @RegisterExtension static final TestDatabase SHARED = TestDatabase.migrated();
  @RegisterExtension static final TestDatabase CANCELLED = TestDatabase.migrated();

  private static final int AUDIENCE = Integer.getInteger("shiriki.audience", 2_000);
  private static final int FAST = 20_000;

  private static Campaign campaign(TestDatabase town) {
    return new Campaign(town.database(), town.url(), AUDIENCE);
  }

  @Test
  void everybody_gets_it_once_and_then_it_is_done() {
    try (var campaign = campaign(TOWN);
        var _ = campaign.gateway(FAST)) {
      campaign.approve();

      var ledger = campaign.ended();

      assertThat(Village.states(ledger)).containsOnly(Map.entry("ACCEPTED", AUDIENCE));
      Watch.until(campaign::life, Life.DONE::equals);
    }
  }

  @Test
  void whoever_the_carrier_hung_up_on_is_unknown_and_never_tried_again() {
    try (var campaign = campaign(HANGING_UP);
        var _ = campaign.gateway(FAST)) {
      campaign.carrier.hangUpAtEvery(4);
      campaign.approve();

      var ledger = campaign.ended();

      assertThat(ledger.in(State.UNKNOWN)).isPositive();
      assertThat(ledger.in(State.ACCEPTED) + ledger.in(State.UNKNOWN)).isEqualTo(AUDIENCE);
      assertThat(campaign.carrier.people()).isEqualTo(AUDIENCE);
    }
  }

  @Test
  void while_the_carrier_is_down_messages_wait_and_then_they_leave() {
    try (var campaign = campaign(DOWN);
        var gateway = campaign.gateway(AUDIENCE / 4)) {
      campaign.approve();
      campaign.carrier.untilPeople(AUDIENCE / 8);

      campaign.carrier.goDown();
      Watch.until(
          () -> String.valueOf(gateway.get("/metrics").bodyAsString()),
          metrics -> metrics.contains("shiriki_sms_requests_total{outcome=\"not-sent\"}"));
      campaign.carrier.comeBack();

      var ledger = campaign.ended();
      assertThat(ledger.in(State.ACCEPTED) + ledger.in(State.UNKNOWN)).isEqualTo(AUDIENCE);
      assertThat(ledger.in(State.ACCEPTED)).isGreaterThan(AUDIENCE / 8);
    }
  }

  @Test
  void two_gateways_send_it_together() {
    try (var campaign = campaign(SHARED);
        var _ = campaign.gateway(AUDIENCE / 2);
        var _ = campaign.gateway(AUDIENCE / 2)) {
      campaign.approve();

      var ledger = campaign.ended();

      assertThat(Village.states(ledger)).containsOnly(Map.entry("ACCEPTED", AUDIENCE));
    }
  }

  @Test
  void what_is_cancelled_in_the_middle_leaves_no_more() {
    try (var campaign = campaign(CANCELLED);
        var _ = campaign.gateway(AUDIENCE / 5)) {
      var id = campaign.approve();
      campaign.carrier.untilPeople(AUDIENCE / 5);

      campaign.broadcasts.cancel(id, Drafts.BAKARI);

      var ledger = campaign.ended();
      assertThat(ledger.in(State.CANCELLED)).isPositive();
      assertThat(ledger.in(State.ACCEPTED) + ledger.in(State.CANCELLED)).isEqualTo(AUDIENCE);
      assertThat(campaign.carrier.people()).isEqualTo(ledger.in(State.ACCEPTED));
      assertThat(campaign.life()).isEqualTo(Life.CANCELLED);
    }
  }

  @Test
  void a_database_that_is_restarted_in_the_middle_loses_and_repeats_nothing(@TempDir Path folder) {
    var vertx = Vertx.vertx();
    try (var server = new RestartedServer(vertx, folder);
        var campaign = new Campaign(server.database(), server.url(), AUDIENCE);
        var _ = campaign.gateway(AUDIENCE / 4)) {
      campaign.approve();
      campaign.carrier.untilPeople(AUDIENCE / 4);

      server.restart();
      campaign.carrier.untilPeople(AUDIENCE / 2);

      campaign.minutesPass();
      var ledger = campaign.ended();
      assertThat(ledger.in(State.ACCEPTED) + ledger.in(State.UNKNOWN)).isEqualTo(AUDIENCE);
    } finally {
      vertx.close().await();
    }
  }
}
