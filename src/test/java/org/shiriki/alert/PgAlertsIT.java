package org.shiriki.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Town;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.Consent;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.dialogue.Language;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Phone;

final class PgAlertsIT implements AlertsContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql CLEAR =
      new Sql("test.clear", "truncate alert_topic, subscription, citizen cascade");
  private static final Sql COUNT =
      new Sql("test.count", "select count(*) from subscription where place = '*'");

  private final Notices notices = Notices.listen(TOWN.vertx(), TOWN.url());
  private final PgCitizens citizens = new PgCitizens(TOWN.database(), Town.VAULT);

  @BeforeEach
  void meet_the_people() {
    TOWN.database().run(CLEAR);
    consent(Town.AMINA);
    consent(Town.BARAKA);
    citizens.speaks(CHARO, Language.KISWAHILI);
  }

  @AfterEach
  void stop_listening() {
    notices.close();
  }

  @Override
  public Alerts alerts() {
    return alerts(List.of(WATER, BUDGET));
  }

  @Test
  void a_seed_is_taken_only_while_there_are_no_topics() {
    alerts(List.of(WATER));

    var later = alerts(List.of(BUDGET));

    assertThat(later.topics()).containsExactly(WATER);
  }

  @Test
  void leaving_everything_ends_the_subscriptions() {
    var alerts = alerts();
    alerts.subscribe(AMINA, ALL_WATER);
    alerts.subscribe(BARAKA, ALL_WATER);

    citizens.leave(AMINA);

    assertThat(TOWN.database().first(COUNT, row -> row.getLong(0))).contains(1L);
  }

  private Alerts alerts(List<AlertTopic> seed) {
    return new PgAlerts(TOWN.database(), notices, seed);
  }

  private void consent(Phone phone) {
    var consent = new Consent("yes", Language.KISWAHILI, Channel.USSD, Town.MORNING);
    citizens.consents(Town.VAULT.keyOf(phone), phone, new Residence.Unasked(), consent);
  }
}
