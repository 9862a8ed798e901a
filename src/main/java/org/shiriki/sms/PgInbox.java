package org.shiriki.sms;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Operator;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.upkeep.Keepsake;
import org.shiriki.upkeep.SealedColumn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what people wrote in PostgreSQL, sealed.
public final class PgInbox implements Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(PgInbox.class);

  public static final Keepsake LETTERS =
      new Keepsake(
          "sms-letters",
          "sms_in",
          "received_at < $1",
          "array['citizen/' || citizen_key]",
          "delete from sms_in");

  public static final Keepsake THREADS =
      new Keepsake(
          "sms-threads",
          "sms_thread",
          "at < $1",
          "array['citizen/' || citizen_key]",
          "delete from sms_thread");

  public static final SealedColumn SENDERS = new SealedColumn("sms_in", "sender", "'sms/' || id");
  public static final SealedColumn WORDS = new SealedColumn("sms_in", "words", "'sms/' || id");
  public static final SealedColumn CONVERSATIONS =
      new SealedColumn("sms_thread", "conversation", "'thread/' || citizen_key");

  private static final Sql TAKE =
      new Sql(
          "sms.take",
          """
          with known as (
            update citizen set operator = coalesce(nullif($7, ''), $8)
            where citizen_key = $2 and phone is not null
              and (operator = '' or $7 not in ('', operator)))
          insert into sms_in (id, citizen_key, sender, words, received_at, state, not_before)
          values ($1, $2, $3, $4, $5, $6, $5)
          on conflict (id) do nothing
          """);
  private static final Sql NEXT =
      new Sql(
          "sms.next",
          """
          update sms_in set state = case when attempts < $3 then 'HELD' else 'FAILED' end,
            attempts = least(attempts + 1, $3), not_before = $2
          where id = (
            select id from sms_in letter
            where state in ('NEW', 'HELD') and not_before <= $1
              and not exists (
                select from sms_in earlier
                where earlier.citizen_key = letter.citizen_key
                  and earlier.state in ('NEW', 'HELD') and earlier.number < letter.number)
              and not exists (
                select from sms_in held
                where held.citizen_key = letter.citizen_key
                  and held.state = 'HELD' and held.not_before > $1)
            order by number limit 1
            for update skip locked)
          returning id, citizen_key, sender, words, received_at, attempts, state
          """);
  private static final Sql THREAD_OF =
      new Sql(
          "sms.thread", "select conversation from sms_thread where citizen_key = $1 and at > $2");

  /// The last words to a person whose letter went with all that was kept of them are said as well.
  private static final Sql DONE =
      new Sql(
          "sms.done",
          """
          with answered as (
            update sms_in set state = 'DONE', sender = null,
              words = case when $2 then null else words end
            where id = $1 and state = 'HELD' and attempts = $3 returning citizen_key),
          over as (
            delete from sms_thread using answered
            where sms_thread.citizen_key = answered.citizen_key and $4::bytea is null),
          said as (
            insert into outbox
              (citizen_key, once, phone, lane, purpose, text, segments, queued_at, due_at)
            select $14, $6, $7::bytea, $8, $9, $10, $11::int, $12::timestamptz, $13::timestamptz
            where $6::text is not null and (exists (select from answered)
              or not exists (select from sms_in where id = $1))
            on conflict (citizen_key, once) do nothing)
          insert into sms_thread (citizen_key, conversation, at)
          select citizen_key, $4, $5 from answered where $4::bytea is not null
          on conflict (citizen_key) do update
            set conversation = excluded.conversation, at = excluded.at
          """);

  private static final Sql FAILED =
      new Sql(
          "sms.failed",
          """
          update sms_in set state = case when attempts < $3 then 'NEW' else 'FAILED' end,
            not_before = $4
          where id = $1 and state = 'HELD' and attempts = $2
          returning state
          """);

  private final Database database;
  private final Vault vault;
  private final ScreenJson json;
  private final InstantSource clock;
  private final Counter setAside;

  public PgInbox(
      Database database, Vault vault, ScreenJson json, InstantSource clock, MeterRegistry meters) {
    this.database = database;
    this.vault = vault;
    this.json = json;
    this.clock = clock;
    this.setAside =
        Counter.builder("shiriki.sms.letters.failed")
            .description("Letters that could not be answered and are left for staff")
            .register(meters);
  }

  @Override
  public boolean take(Incoming sms) {
    var phone = Phone.read(sms.sender());
    return database.change(
            TAKE,
            sms.id(),
            phone.map(vault::keyOf).map(PhoneKey::text).orElse(""),
            sealed(phone.map(Phone::e164).orElse(sms.sender()), "sms/" + sms.id()),
            sealed(sms.text(), "sms/" + sms.id()),
            at(sms.at()),
            phone.isPresent() ? "NEW" : "IGNORED",
            sms.operator().word(),
            phone.map(Operator::of).orElse(Operator.UNKNOWN).word())
        == 1;
  }

  @Override
  public Optional<Letter> next(Instant now) {
    while (true) {
      var found = database.first(NEXT, row -> row, at(now), at(now.plus(LEASE)), ATTEMPTS);
      if (found.filter(PgInbox::over).isEmpty()) {
        return found.map(this::letter);
      }
      found.ifPresent(row -> leaveForStaff(row.getString("id")));
    }
  }

  private static boolean over(Row row) {
    return row.getString("state").equals("FAILED");
  }

  private void leaveForStaff(String id) {
    setAside.increment();
    LOG.atError().addKeyValue("sms", id).log("An SMS was given out too often and is set aside");
  }

  private Letter letter(Row row) {
    var id = row.getString("id");
    return new Letter(
        id,
        new PhoneKey(row.getString("citizen_key")),
        new Phone(opened(row, "sender", "sms/" + id)),
        opened(row, "words", "sms/" + id),
        row.getOffsetDateTime("received_at").toInstant(),
        row.getInteger("attempts"));
  }

  @Override
  public Optional<Conversation> thread(PhoneKey person, Instant now) {
    return database
        .first(
            THREAD_OF,
            row -> opened(row, "conversation", place(person)),
            person.text(),
            at(now.minus(THREAD)))
        .flatMap(opened -> json.read(opened, Conversation.class));
  }

  @Override
  public void done(Letter letter, Ending ending) {
    var values = new ArrayList<@Nullable Object>();
    values.add(letter.id());
    values.add(ending.burnt());
    values.add(letter.attempt());
    values.add(conversation(letter, ending.thread()));
    values.add(at(letter.at()));
    values.addAll(
        ending.answer() == null
            ? Collections.nCopies(PgOutbox.COLUMNS, null)
            : PgOutbox.columns(ending.answer(), vault, clock.instant()));
    values.add(letter.key().text());
    database.run(DONE, values.toArray());
  }

  private @Nullable Buffer conversation(Letter letter, @Nullable Conversation thread) {
    return thread == null ? null : sealed(json.write(thread), place(letter.key()));
  }

  @Override
  public void failed(Letter letter, Instant now) {
    var again = now.plus(PAUSE.multipliedBy(letter.attempt()));
    database
        .first(FAILED, row -> row, letter.id(), letter.attempt(), ATTEMPTS, at(again))
        .filter(PgInbox::over)
        .ifPresent(_ -> leaveForStaff(letter.id()));
  }

  private Buffer sealed(String text, String place) {
    return Buffer.buffer(vault.seal(text, place));
  }

  private String opened(Row row, String column, String place) {
    return vault.open(row.getBuffer(column).getBytes(), place);
  }

  private static String place(PhoneKey person) {
    return "thread/" + person.text();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
