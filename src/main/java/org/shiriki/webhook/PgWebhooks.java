package org.shiriki.webhook;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;
import org.shiriki.staff.Secrets;
import org.shiriki.upkeep.SealedColumn;

/// Keeps webhooks in PostgreSQL, their secrets sealed.
public final class PgWebhooks implements Webhooks {
  public static final SealedColumn SECRETS =
      new SealedColumn("webhook_secret", "sealed", "'webhook/' || webhook || '/' || number");

  /// For how long the secret before the newest signs along.
  private static final Duration OVERLAP = Duration.ofDays(1);

  private static final UUID FIRST = new UUID(0, 0);

  private static final String COLUMNS =
      """
      id, url, note, events, active, failing_since, disabled_at, since, version,
      (select count(*)::int from webhook_secret where webhook = id) as secrets
      """;
  private static final Sql ADD =
      new Sql(
          "webhook.add",
          """
          insert into webhook (id, url, note, events, active, since)
          values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing
          """);
  private static final Sql FIND =
      new Sql("webhook.find", "select " + COLUMNS + " from webhook where id = $1");
  private static final Sql ALL =
      new Sql(
          "webhook.all", "select " + COLUMNS + " from webhook where id > $1 order by id limit $2");
  private static final Sql CHANGE =
      new Sql(
          "webhook.change",
          """
          update webhook set url = $3, note = $4, events = $5, active = $6, version = version + 1,
            failing_since = case when $6 and not active then null else failing_since end,
            disabled_at = case when $6 then null else disabled_at end
          where id = $1 and version = $2
          returning
          """
              + COLUMNS);
  private static final Sql REMOVE = new Sql("webhook.remove", "delete from webhook where id = $1");

  private static final Sql LOCK =
      new Sql(
          "webhook.lock",
          """
          select id, coalesce((select max(number) from webhook_secret where webhook = id), 0) as last
          from webhook where id = $1 for no key update
          """);
  private static final Sql RENEW =
      new Sql(
          "webhook.renew",
          """
          with older as (delete from webhook_secret where webhook = $1 and number < $2 - 1),
          before as (update webhook_secret set until = $4 where webhook = $1 and number = $2 - 1)
          insert into webhook_secret (webhook, number, sealed) values ($1, $2, $3)
          """);
  private static final Sql TEST =
      new Sql(
          "webhook.test",
          """
          with hook as (select id from webhook where id = $1 for key share),
          happened as (
            insert into webhook_event (id, kind, subject, at)
            select $2, 'TEST', 'webhook/' || id, $3 from hook
            on conflict (id) do nothing returning id)
          insert into webhook_delivery (webhook, event, due_at)
          select hook.id, happened.id, $3 from hook, happened
          """);
  private static final Sql DELIVERIES =
      new Sql(
          "webhook.deliveries",
          """
          select webhook_delivery.number, event, kind, subject, state, attempts, at,
            case when state = 'WAITING' then due_at end as due_at
          from webhook_delivery join webhook_event on webhook_event.id = event
          where webhook = $1 and webhook_delivery.number < $2
          order by webhook_delivery.number desc limit $3
          """);
  private static final Sql ATTEMPTS =
      new Sql(
          "webhook.attempts",
          """
          select number, event, at, took_ms, outcome, status from webhook_attempt
          where webhook = $1 and number < $2 order by number desc limit $3
          """);

  private final Database database;
  private final Vault vault;
  private final PgAudit audit;

  public PgWebhooks(Database database, Vault vault, PgAudit audit) {
    this.database = database;
    this.vault = vault;
    this.audit = audit;
  }

  /// What a secret is sealed for.
  static String place(UUID webhook, int number) {
    return "webhook/" + webhook + '/' + number;
  }

  @Override
  public Webhook add(Webhook webhook, AuditEntry line) {
    return database.transaction(transaction -> {
      var added =
          transaction.change(
              ADD,
              webhook.id(),
              webhook.url(),
              webhook.note(),
              names(webhook.events()),
              webhook.active(),
              at(webhook.since()));
      if (added > 0) {
        audit.add(transaction, line);
      }
      return transaction.first(FIND, PgWebhooks::webhook, webhook.id()).orElseThrow();
    });
  }

  @Override
  public Optional<Webhook> find(UUID id) {
    return database.first(FIND, PgWebhooks::webhook, id);
  }

  @Override
  public List<Webhook> all(@Nullable UUID after, int limit) {
    return database.list(ALL, PgWebhooks::webhook, after == null ? FIRST : after, limit);
  }

  @Override
  public Optional<Webhook> change(Webhook webhook, long expected, AuditEntry line) {
    return database.transaction(transaction -> {
      var changed =
          transaction.first(
              CHANGE,
              PgWebhooks::webhook,
              webhook.id(),
              expected,
              webhook.url(),
              webhook.note(),
              names(webhook.events()),
              webhook.active());
      changed.ifPresent(_ -> audit.add(transaction, line));
      return changed;
    });
  }

  @Override
  public boolean remove(UUID id, AuditEntry line) {
    return database.transaction(transaction -> {
      var removed = transaction.change(REMOVE, id) > 0;
      if (removed) {
        audit.add(transaction, line);
      }
      return removed;
    });
  }

  @Override
  public Optional<String> secret(UUID id, Instant at, AuditEntry line) {
    return database.transaction(transaction -> {
      var last = transaction.first(LOCK, row -> row.getInteger("last"), id);
      return last.map(number -> {
        var secret = "whsec_" + Secrets.word();
        var sealed = Buffer.buffer(vault.seal(secret, place(id, number + 1)));
        transaction.run(RENEW, id, number + 1, sealed, at(at.plus(OVERLAP)));
        audit.add(transaction, line);
        return secret;
      });
    });
  }

  @Override
  public boolean test(UUID id, UUID event, Instant at, AuditEntry line) {
    return database.transaction(transaction -> {
      if (transaction.change(TEST, id, event, at(at)) > 0) {
        audit.add(transaction, line);
        return true;
      }
      return transaction.first(FIND, PgWebhooks::webhook, id).isPresent();
    });
  }

  @Override
  public List<Line> deliveries(UUID id, long before, int limit) {
    return database.list(DELIVERIES, PgWebhooks::line, id, before, limit);
  }

  @Override
  public List<Attempt> attempts(UUID id, long before, int limit) {
    return database.list(ATTEMPTS, PgWebhooks::attempt, id, before, limit);
  }

  private static Webhook webhook(Row row) {
    return new Webhook(
        row.getUUID("id"),
        row.getString("url"),
        row.getString("note"),
        Arrays.stream(row.getArrayOfStrings("events")).map(Kind::valueOf).toList(),
        row.getBoolean("active"),
        row.getInteger("secrets"),
        instant(row.getOffsetDateTime("failing_since")),
        instant(row.getOffsetDateTime("disabled_at")),
        row.getOffsetDateTime("since").toInstant(),
        row.getLong("version"));
  }

  private static Line line(Row row) {
    return new Line(
        row.getLong("number"),
        row.getUUID("event"),
        Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getString("state"),
        row.getInteger("attempts"),
        row.getOffsetDateTime("at").toInstant(),
        instant(row.getOffsetDateTime("due_at")));
  }

  private static Attempt attempt(Row row) {
    return new Attempt(
        row.getLong("number"),
        row.getUUID("event"),
        row.getOffsetDateTime("at").toInstant(),
        row.getLong("took_ms"),
        Receiver.Outcome.valueOf(row.getString("outcome")),
        row.getInteger("status"));
  }

  private static String[] names(List<Kind> kinds) {
    return kinds.stream().map(Kind::name).toArray(String[]::new);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
