package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.Ear.Heard;
import org.shiriki.pg.DatabaseUrl;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;
import org.shiriki.webhook.Kind;
import org.shiriki.webhook.PgWebhooks;
import org.shiriki.webhook.Webhook;

/// A node is killed between handing something over and hearing the answer, and another one tells it
/// again, under the same id.
class WebhookKillIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql LOOK =
      new Sql("test", "select state from webhook_delivery order by number");

  /// As if its lease were over.
  private static final Sql LATER =
      new Sql("test", "update webhook_delivery set due_at = now() where state = 'WAITING'");

  @Test
  void what_a_killed_node_was_telling_is_told_again_by_another(@TempDir Path data) {
    var keys = Keys.generate();
    var first =
        GatewayProcess.start(
            data, Map.of("SHIRIKI_DATABASE_URL", address(TOWN.url()), "SHIRIKI_KEYS", keys.text()));
    try (var ear = new Ear(TOWN.vertx())) {
      ear.fallSilent();
      queue(ear, new Vault(keys));
      Watch.until(ear::heard, all -> all.size() == 1);
      first.kill();
      ear.answers(204);
      TOWN.database().run(LATER);

      try (var _ =
          TestGateway.on(TOWN.url(), InstantSource.system(), Map.of("SHIRIKI_KEYS", keys.text()))) {
        Watch.until(WebhookKillIT::state, "DELIVERED"::equals);
      }

      assertThat(ear.heard()).hasSize(2);
      assertThat(ear.heard().stream().map(Heard::event).distinct()).hasSize(1);
    }
  }

  private static void queue(Ear ear, Vault vault) {
    var now = Instant.now();
    var id = UUID.randomUUID();
    var line = new AuditEntry(now, "test", "webhook.added", "webhook/" + id, "");
    var webhooks = new PgWebhooks(TOWN.database(), vault, new PgAudit(TOWN.database()));
    var kinds = List.of(Kind.CONCERN_FILED);
    webhooks.add(new Webhook(id, ear.url(), "", kinds, true, 0, null, null, now, 1), line);
    webhooks.secret(id, now, line);
    webhooks.test(id, UUID.randomUUID(), now, line);
  }

  private static String state() {
    return TOWN.database().first(LOOK, row -> row.getString("state")).orElse("");
  }

  private static String address(DatabaseUrl url) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(url.user(), url.password(), url.host(), url.port(), url.database());
  }
}
