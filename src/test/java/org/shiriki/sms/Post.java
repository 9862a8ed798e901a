package org.shiriki.sms;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shiriki.TestClock;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Message.Lane;

/// An outbox on a real database, emptied, with a clock of its own; and a carrier that remembers.
final class Post {
  static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  private static final Sql EMPTY =
      new Sql("test.empty", "truncate outbox, suppression, consent, sms_report");
  private static final Sql STATES =
      new Sql(
          "test.states",
          "select state || case when reason = '' then '' else ':' || reason end as state, count(*) as n from outbox group by 1");
  private static final Sql CONSENT =
      new Sql(
          "test.consent",
          """
          insert into consent (citizen_key, wording, language, channel, given_at)
          values ($1, 'yes', 'sw', 'USSD', $2)
          """);
  private static final Sql OPT_OUT =
      new Sql("test.opt_out", "insert into suppression (mark, why) values ($1, 'OPTED_OUT')");
  private static final Sql FIELD =
      new Sql("test.field", "select message_id from outbox where once = $1");

  final TestClock clock = new TestClock(NOON);
  final Vault vault = new Vault(Keys.generate());
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Vertx vertx;
  final Database database;
  final PgOutbox outbox;
  final PgDispatches dispatches;

  /// A carrier that says what it is told to, and remembers who was handed over.
  static final class Remembering implements Carrier {
    final ConcurrentLinkedQueue<Phone> asked = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Parcel> parcels = new ConcurrentLinkedQueue<>();
    private volatile Function<Parcel, Outcome> manner = Remembering::takes;

    void says(Function<Parcel, Outcome> newManner) {
      manner = newManner;
    }

    static Outcome takes(Parcel parcel) {
      return new Outcome.Answered(
          parcel.to().stream()
              .collect(
                  Collectors.toMap(
                      Function.identity(),
                      phone -> new Verdict.Accepted("ATXid_" + phone.e164(), "KES 0.8"))));
    }

    @Override
    public Outcome send(Parcel parcel) {
      asked.addAll(parcel.to());
      parcels.add(parcel);
      return manner.apply(parcel);
    }
  }

  Post(Vertx vertx, Database database) {
    this.vertx = vertx;
    this.database = database;
    this.outbox = new PgOutbox(database, vault, clock);
    this.dispatches = new PgDispatches(database, vault);
    database.run(EMPTY);
  }

  static Phone phone(int who) {
    return new Phone("+2547%08d".formatted(who));
  }

  PhoneKey key(int who) {
    return vault.keyOf(phone(who));
  }

  void put(int who, Lane lane, String text) {
    put(who, lane, text, text);
  }

  void put(int who, Lane lane, String text, String once) {
    outbox.put(new Message(key(who), phone(who), lane, text, once));
  }

  /// So many people with the same words each, all of whom agreed.
  void audience(int people, Lane lane) {
    IntStream.range(0, people)
        .forEach(who -> {
          agrees(who);
          put(who, lane, "Mkutano kesho");
        });
  }

  void agrees(int who) {
    database.run(CONSENT, key(who).text(), NOON.atOffset(ZoneOffset.UTC));
  }

  /// Somebody has told the carrier that they want nothing.
  void optOut(int who) {
    database.run(OPT_OUT, vault.stopMark(key(who)));
  }

  Dispatcher dispatcher(Carrier carrier) {
    return dispatcher(carrier, dispatches);
  }

  Dispatcher dispatcher(Carrier carrier, Dispatches through) {
    var rest = new Rest(new Random(7));
    return new Dispatcher(
        vertx,
        through,
        carrier,
        new SmsLimits(100_000, 50, 3, Duration.ofHours(24)),
        rest,
        clock,
        new SmsMeters(meters, rest));
  }

  List<Dispatch> claim(Lane lane, int most) {
    return dispatches.claim(lane, most, clock.instant(), clock.instant().plusSeconds(60));
  }

  List<Dispatch> begin(List<Dispatch> claimed) {
    return dispatches.begin(
        claimed,
        new Dispatches.Terms(Duration.ofHours(24), 3, 3, 1_000_000),
        clock.instant(),
        clock.instant().plusSeconds(180));
  }

  /// How many messages are in each state: `SKIPPED:BUDGET` 3.
  Map<String, Long> states() {
    return database
        .list(STATES, row -> Map.entry(row.getString("state"), row.getLong("n")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
  }

  String messageId(String once) {
    return database
        .first(FIELD, row -> String.valueOf(row.getString("message_id")), once)
        .orElse("");
  }
}
