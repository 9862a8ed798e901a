package org.shiriki.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

final class PgOffersIT implements OffersContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final Sql CLEAR = new Sql("test.clear", "truncate alert_topic, subscription");
  private static final Sql AUDITED =
      new Sql("test.audited", "select count(*)::int as lines from audit");

  @BeforeEach
  void clear() {
    TOWN.database().run(CLEAR);
  }

  @Override
  public Offers offers() {
    return new PgOffers(TOWN.database());
  }

  @Override
  public int audited() {
    return TOWN.database().first(AUDITED, row -> row.getInteger("lines")).orElseThrow();
  }

  @Test
  void phones_offer_what_is_offered_and_nothing_else() {
    try (var notices = Notices.listen(TOWN.vertx(), TOWN.url())) {
      var seeded = new PgAlerts(TOWN.database(), notices, List.of(AlertsContract.BUDGET));
      assertThat(seeded.topics()).containsExactly(AlertsContract.BUDGET);
      var offers = offers();
      offers.add(WATER, CALL, ENTRY);
      assertThat(phones(notices)).containsExactly(AlertsContract.BUDGET);

      offers.replace(WATER.offered(true), ENTRY);
      offers.replace(offers.find("budget").orElseThrow().offered(false), ENTRY);

      assertThat(phones(notices)).containsExactly(AlertsContract.WATER);
    }
  }

  private static List<AlertTopic> phones(Notices notices) {
    return new PgAlerts(TOWN.database(), notices, List.of()).topics();
  }
}
