package org.shiriki.sms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;

/// Adds messages that left up by month, purpose and network, before their rows go.
///
/// How far it has come is a row that whoever counts holds, and which moves in the transaction that
/// adds up; a message that goes before it was counted is counted by the trigger on its table, which
/// waits for the same row. So each is counted once.
public final class PgCosts {
  /// By then a message has its verdict and its price.
  private static final Duration SETTLED = Duration.ofHours(1);

  private static final Duration STEP = Duration.ofHours(6);

  private static final Sql FIRST =
      new Sql(
          "costs.first",
          """
          select coalesce(min(begun_at), $1) as first from outbox
          where begun_at > (select at from counted where what = 'sms') and begun_at <= $1
          """);
  private static final Sql TAKE =
      new Sql("costs.take", "select at from counted where what = 'sms' for update skip locked");
  private static final Sql COUNT =
      new Sql(
          "costs.count",
          """
          insert into sms_month (month, purpose, network, messages, segments, cost, unpriced)
          select (date_trunc('month', begun_at at time zone 'Africa/Nairobi'))::date, purpose,
            coalesce(operator, ''), count(*), sum(segments),
            coalesce(sum(substring(cost from '^KES ([0-9]+(?:[.][0-9]+)?)$')::numeric), 0),
            coalesce(sum(segments) filter (where cost !~ '^KES [0-9]+(?:[.][0-9]+)?$'), 0)
          from outbox left join citizen using (citizen_key)
          where begun_at > $1 and begun_at <= $2
            and (state in ('ACCEPTED', 'DELIVERED', 'UNKNOWN') or cost <> '')
          group by 1, 2, 3
          on conflict (month, purpose, network) do update set
            messages = sms_month.messages + excluded.messages,
            segments = sms_month.segments + excluded.segments,
            cost = sms_month.cost + excluded.cost,
            unpriced = sms_month.unpriced + excluded.unpriced
          """);
  private static final Sql MOVE =
      new Sql("costs.move", "update counted set at = $1 where what = 'sms'");

  private final Database database;
  private final InstantSource clock;

  /// What adds up.
  ///
  /// @param database for statements that may take their time
  public PgCosts(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Counts what left until an hour ago and was not counted yet, unless another node is at it.
  public void round() {
    var until = clock.instant().minus(SETTLED);
    var first = database.first(FIRST, row -> row.getOffsetDateTime("first"), at(until));
    var from = first.map(OffsetDateTime::toInstant).orElse(until);
    for (var reached = step(from, until); reached.isBefore(until); ) {
      reached = step(reached, until);
    }
  }

  /// Counts some hours, so that whoever waits for the row waits a short while only.
  ///
  /// @param from before when nothing is left to count
  /// @return how far the counting has come
  private Instant step(Instant from, Instant until) {
    return database.transaction(transaction -> {
      var mark = transaction.first(TAKE, row -> row.getOffsetDateTime("at").toInstant());
      if (mark.isEmpty() || !mark.get().isBefore(until)) {
        return until;
      }
      var next = (mark.get().isBefore(from) ? from : mark.get()).plus(STEP);
      var reached = next.isBefore(until) ? next : until;
      transaction.run(COUNT, at(mark.get()), at(reached));
      transaction.run(MOVE, at(reached));
      return reached;
    });
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
