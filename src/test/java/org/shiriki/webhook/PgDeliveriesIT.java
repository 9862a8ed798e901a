package org.shiriki.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Town;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

class PgDeliveriesIT implements DeliveriesContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql EMPTY = new Sql("test", "truncate webhook, webhook_event cascade");
  private static final Sql POLL =
      new Sql(
          "test",
          """
          insert into poll (id, title_sw, title_en, audience, languages, opens_at, closes_at,
            sponsor, conductor, election_related, questions)
          values ('market', 'Soko', 'Market', 'everyone', '{sw}', '2026-11-01Z', '2026-11-20Z',
            '', '', false, '[]')
          """);
  private static final Sql SEAL =
      new Sql(
          "test",
          """
          insert into poll_seal (poll, day, people, could, invited, counts, salt, hash)
          values ('market', '2026-11-21', 1, 1, 0, '[]', '', '')
          """);
  private static final AuditEntry LINE =
      new AuditEntry(NOW, "test", "webhook.added", "webhook/test", "");

  private final PgWebhooks webhooks =
      new PgWebhooks(TOWN.database(), Town.VAULT, new PgAudit(TOWN.database()));

  @BeforeEach
  void empty() {
    TOWN.database().run(EMPTY);
  }

  @Override
  public Deliveries deliveries() {
    return new PgDeliveries(TOWN.database(), Town.VAULT, new PgAudit(TOWN.database()));
  }

  private UUID hook(Kind... kinds) {
    var id = UUID.randomUUID();
    webhooks.add(Webhook.of(id, "https://example.org", "", List.of(kinds), true, NOW), LINE);
    webhooks.secret(id, NOW, LINE);
    return id;
  }

  @Override
  public UUID hook() {
    return hook(Kind.CONCERN_FILED);
  }

  @Override
  public boolean isActive(UUID hook) {
    return webhooks.find(hook).orElseThrow().active();
  }

  @Override
  public void deactivate(UUID hook) {
    var kept = webhooks.find(hook).orElseThrow();
    var wish = Webhook.of(hook, kept.url(), "", kept.events(), false, NOW);
    webhooks.change(wish, kept.version(), LINE);
  }

  @Override
  public void queue(UUID hook, Instant due) {
    var event = UUID.randomUUID();
    webhooks.test(hook, event, due, LINE);
  }

  @Test
  void a_poll_is_told_when_it_is_sealed_to_whoever_asked() {
    var asked = hook(Kind.POLL_CLOSED);
    hook(Kind.CONCERN_FILED);
    TOWN.database().run(POLL);

    TOWN.database().run(SEAL);

    var delivery = one(NOW);
    assertThat(delivery.webhook()).isEqualTo(asked);
    assertThat(delivery.event().kind()).isEqualTo(Kind.POLL_CLOSED);
    assertThat(delivery.event().subject()).isEqualTo("poll/market");
    assertThat(delivery.event().at()).isEqualTo("2026-11-20T00:00:00Z");
  }

  @Test
  void the_audit_tells_that_the_house_switched_a_webhook_off() {
    var hook = hook();
    queue(hook, NOW);
    deliveries().settle(one(NOW), new Deliveries.End.Later(NOW), BROKEN, NOW, TOOK);
    var later = NOW.plus(Deliveries.FAILING);

    deliveries().settle(one(later), new Deliveries.End.Later(later), BROKEN, later, TOOK);

    var lines =
        TOWN.database()
            .list(
                new Sql("test", "select action from audit where subject = $1"),
                row -> row.getString("action"),
                "webhook/" + hook);
    assertThat(lines).containsExactly("webhook.disabled");
    assertThat(webhooks.find(hook).orElseThrow().disabledAt()).isEqualTo(later);
  }
}
