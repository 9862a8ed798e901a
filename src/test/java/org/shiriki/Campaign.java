package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.shiriki.broadcast.Broadcast;
import org.shiriki.broadcast.Broadcasts;
import org.shiriki.broadcast.Drafts;
import org.shiriki.broadcast.Mailings;
import org.shiriki.broadcast.Mailings.Ledger;
import org.shiriki.broadcast.PgBroadcasts;
import org.shiriki.broadcast.PgMailings;
import org.shiriki.broadcast.Village;
import org.shiriki.pg.Database;
import org.shiriki.pg.DatabaseUrl;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Message;
import org.shiriki.sms.Message.Lane;
import org.shiriki.sms.PgOutbox;
import org.shiriki.sms.State;

/// A broadcast to a village on a database, a carrier that counts, and gateways that send it.
final class Campaign implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /// Small requests, so that a small broadcast takes many.
  private static final int FEW = 200;

  /// What is in somebody's hands runs out, as if four minutes had passed.
  private static final Sql MINUTES_PASS =
      new Sql(
          "test.minutes_pass",
          """
          update outbox set due_at = due_at - interval '4 minutes'
          where state in ('QUEUED', 'SENDING')
          """);

  final CountingCarrier carrier = new CountingCarrier();
  final Keys keys = Keys.generate();
  final Vault vault = new Vault(keys);
  final Broadcasts broadcasts;
  final Mailings mailings;
  private final PgOutbox outbox;
  private final Database database;
  private final DatabaseUrl url;
  private final int people;
  private long id;
  private int replies;

  /// @param url where gateways find the database
  Campaign(Database database, DatabaseUrl url, int people) {
    var clock = InstantSource.system();
    this.database = database;
    this.url = url;
    this.people = people;
    this.broadcasts = new PgBroadcasts(database, database, false, clock);
    this.mailings = new PgMailings(database, database, Town.PLACES, 3, clock);
    this.outbox = new PgOutbox(database, vault, clock);
    new Village(database, vault).settle(people);
  }

  /// Lets it be sent; the next round of any gateway queues it.
  long approve() {
    id = Drafts.approved(broadcasts, Drafts.emergency(Drafts.ALL));
    return id;
  }

  /// Queues it here and now, and gives how long that took.
  Duration queue() {
    var broadcast = broadcasts.find(approve()).orElseThrow();
    var began = System.nanoTime();
    if (!mailings.queue(broadcast)) {
      throw new AssertionError("It was not queued");
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /// Puts a reply to somebody in the queue.
  void reply(Phone to) {
    replies++;
    outbox.put(new Message(vault.keyOf(to), to, Lane.REPLY, "Asante", "reply"));
  }

  private Map<String, String> variables(int segmentsPerSecond, int peopleARequest) {
    var variables = new HashMap<String, String>();
    variables.put("SHIRIKI_KEYS", keys.text());
    variables.put("SHIRIKI_AT_BASE_URL", carrier.address());
    variables.put("SHIRIKI_SMS_SEGMENTS_PER_SECOND", Integer.toString(segmentsPerSecond));
    variables.put("SHIRIKI_SMS_RECIPIENTS_PER_REQUEST", Integer.toString(peopleARequest));
    return variables;
  }

  TestGateway gateway(int segmentsPerSecond) {
    return TestGateway.on(url, InstantSource.system(), variables(segmentsPerSecond, FEW));
  }

  /// A gateway in a process of its own.
  GatewayProcess process(Path data, int segmentsPerSecond) {
    return process(data, segmentsPerSecond, FEW);
  }

  GatewayProcess process(Path data, int segmentsPerSecond, int peopleARequest) {
    var variables = new HashMap<>(variables(segmentsPerSecond, peopleARequest));
    variables.put(
        "SHIRIKI_DATABASE_URL",
        "postgresql://%s:%s@%s:%d/%s"
            .formatted(url.user(), url.password(), url.host(), url.port(), url.database()));
    return GatewayProcess.start(data, variables);
  }

  void minutesPass() {
    database.run(MINUTES_PASS);
  }

  Broadcast.Life life() {
    return broadcasts.find(id).orElseThrow().life();
  }

  /// Waits until the broadcast is over, and gives what became of its people: all of them counted,
  /// nobody texted twice, and whoever is said to have been texted was.
  Ledger ended() {
    var ledger =
        Watch.until(
            LONGEST,
            () -> mailings.ledger(id),
            seen ->
                seen.people() == people
                    && seen.in(State.QUEUED) == 0
                    && seen.in(State.SENDING) == 0);
    var accepted = ledger.in(State.ACCEPTED);
    assertThat(ledger.addsUp()).isTrue();
    assertThat(carrier.messages()).as("nobody is texted twice").isEqualTo(carrier.people());
    assertThat(carrier.people() - replies).isBetween(accepted, accepted + ledger.in(State.UNKNOWN));
    return ledger;
  }

  @Override
  public void close() {
    carrier.close();
  }
}
