package org.shiriki.webhook;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;
import org.shiriki.upkeep.Keepsake;
import org.shiriki.webhook.Receiver.Answer;

/// Keeps deliveries in PostgreSQL.
public final class PgDeliveries implements Deliveries {
  /// What was told, and the attempts at it.
  public static final Keepsake EVENTS =
      new Keepsake(
          "webhook-events",
          "webhook_event",
          "at < $1",
          "array[webhook_event.subject]",
          "delete from webhook_event");

  private static final Sql CLAIM =
      new Sql(
          "webhook.claim",
          """
          with due as (
            select taken.webhook, taken.event from webhook as hook cross join lateral (
              select webhook, event from webhook_delivery
              where webhook = hook.id and state = 'WAITING' and due_at <= $1
              order by due_at limit $3 for update skip locked) as taken
            where hook.active and hook.id <> all ($4::uuid[])
              and exists (select from webhook_secret where webhook = hook.id)),
          claimed as (
            update webhook_delivery as delivery
            set due_at = $2, attempts = attempts + 1, first_at = coalesce(first_at, $1)
            from due where delivery.webhook = due.webhook and delivery.event = due.event
            returning delivery.webhook, delivery.event, attempts, first_at)
          select claimed.webhook, claimed.event, attempts, first_at, url, kind, subject, category,
            ward, status, at, numbers, sealed
          from claimed join webhook on webhook.id = claimed.webhook
            join webhook_event on webhook_event.id = claimed.event
            cross join lateral (
              select array_agg(number order by number desc) as numbers,
                array_agg(sealed order by number desc) as sealed
              from webhook_secret
              where webhook = claimed.webhook and (until is null or until > $1)) as secret
          """);

  /// Says whether the webhook is given up with it.
  private static final Sql SETTLE =
      new Sql(
          "webhook.settle",
          """
          with settled as (
            update webhook_delivery set state = $4, due_at = coalesce($5, due_at)
            where webhook = $1 and event = $2 and attempts = $3 and state = 'WAITING'
            returning webhook, event),
          noted as (
            insert into webhook_attempt (webhook, event, at, took_ms, outcome, status)
            select webhook, event, $6, $7, $8, $9 from settled)
          update webhook set
            failing_since = case when $4 = 'DELIVERED' then null else coalesce(failing_since, $6) end,
            active = $4 = 'DELIVERED' or coalesce(failing_since, $6) > $10,
            disabled_at = case when $4 = 'DELIVERED' or coalesce(failing_since, $6) > $10
              then disabled_at else $6 end,
            version = case when $4 = 'DELIVERED' or coalesce(failing_since, $6) > $10
              then version else version + 1 end
          from settled
          where webhook.id = settled.webhook and active and case when $4 = 'DELIVERED'
            then failing_since is not null
            else failing_since is null or failing_since <= $10 end
          returning not active as given_up
          """);

  private static final Sql TIDY =
      new Sql(
          "webhook.tidy",
          """
          update webhook_delivery set state = 'GIVEN_UP'
          from webhook_event
          where webhook_event.id = event and state = 'WAITING' and due_at < $3
            and (first_at < $1 or (first_at is null and at < $2))
          """);

  private final Database database;
  private final Vault vault;
  private final PgAudit audit;

  public PgDeliveries(Database database, Vault vault, PgAudit audit) {
    this.database = database;
    this.vault = vault;
    this.audit = audit;
  }

  @Override
  public List<Delivery> claim(Instant now, Instant until, Collection<UUID> busy, int each) {
    return database.list(
        CLAIM, this::delivery, at(now), at(until), each, busy.toArray(UUID[]::new));
  }

  private Delivery delivery(Row row) {
    var webhook = row.getUUID("webhook");
    return new Delivery(
        webhook,
        row.getInteger("attempts"),
        row.getOffsetDateTime("first_at").toInstant(),
        row.getString("url"),
        secrets(webhook, row.getArrayOfIntegers("numbers"), row.getArrayOfBuffers("sealed")),
        new Delivery.Event(
            row.getUUID("event"),
            Kind.valueOf(row.getString("kind")),
            row.getString("subject"),
            row.getString("category"),
            row.getString("ward"),
            row.getString("status"),
            row.getOffsetDateTime("at").toInstant()));
  }

  private List<String> secrets(UUID webhook, Integer[] numbers, Buffer[] sealed) {
    var secrets = new ArrayList<String>();
    for (var at = 0; at < numbers.length; at++) {
      secrets.add(vault.open(sealed[at].getBytes(), PgWebhooks.place(webhook, numbers[at])));
    }
    return secrets;
  }

  @Override
  public void settle(Delivery delivery, End end, Answer answer, Instant at, Duration took) {
    database.transaction(transaction -> {
      var givenUp =
          transaction.first(
              SETTLE,
              row -> row.getBoolean("given_up"),
              delivery.webhook(),
              delivery.event().id(),
              delivery.attempt(),
              state(end),
              end instanceof End.Later(var next) ? at(next) : null,
              at(at),
              took.toMillis(),
              answer.outcome().name(),
              answer.status(),
              at(at.minus(FAILING)));
      if (givenUp.orElse(false)) {
        audit.add(
            transaction,
            new AuditEntry(
                at, "webhooks", "webhook.disabled", "webhook/" + delivery.webhook(), "failing"));
      }
      return delivery;
    });
  }

  private static String state(End end) {
    return switch (end) {
      case End.Delivered() -> "DELIVERED";
      case End.Later _ -> "WAITING";
      case End.GivenUp() -> "GIVEN_UP";
    };
  }

  @Override
  public void tidy(Instant now) {
    database.run(TIDY, at(now.minus(TRIED)), at(now.minus(FAILING)), at(now));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
