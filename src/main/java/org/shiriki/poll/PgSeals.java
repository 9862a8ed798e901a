package org.shiriki.poll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiriki.pg.Database;
import org.shiriki.pg.Queries;
import org.shiriki.pg.Sql;
import org.shiriki.pg.Transaction;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Seals polls in PostgreSQL, and counts them before and after.
final class PgSeals {
  private static final String HOUSE = "house";
  private static final int SALT_BYTES = 16;

  /// The row of question 0 holds how many people answered. One statement, so that a poll that is
  /// sealed meanwhile is seen either wholly open or wholly sealed.
  private static final Sql TALLY =
      new Sql(
          "poll.tally",
          """
          select question, option, count(*)::int as chosen from poll_choice
          where poll = $1 group by question, option
          union all
          select (count ->> 0)::int, (count ->> 1)::int, (count ->> 2)::int
          from poll_seal, jsonb_array_elements(counts) count where poll = $1
          union all
          select 0, 0, coalesce(
            (select people from poll_seal where poll = $1),
            (select count(distinct ballot)::int from poll_choice where poll = $1 and option > 0))
          """);

  private static final Sql DUE =
      new Sql(
          "poll.due",
          """
          select invited from poll
          where id = $1 and stage = 'SCHEDULED' and not sealed and closes_at <= $2 for update
          """);
  private static final Sql MARKS =
      new Sql("poll.marks", "select mark, draw from poll_stub where poll = $1");
  private static final Sql KEY = new Sql("poll.key", "select sealed from poll_key where poll = $1");
  private static final Sql CELLS =
      new Sql(
          "poll.cells",
          "select question, option, cell from poll_choice where poll = $1 and option > 0");
  private static final Sql SEAL =
      new Sql(
          "poll.seal",
          """
          with seal as (
            insert into poll_seal (poll, day, people, could, invited, counts, salt, hash, breakdown)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $10)
          ), receipts as (
            insert into poll_receipt (poll, code)
            select $1, code from unnest($9::text[]) code order by code
          ), ballots as (
            delete from poll_choice where poll = $1
          ), stubs as (
            delete from poll_stub where poll = $1
          ), key as (
            delete from poll_key where poll = $1
          ), cells as (
            update poll_burst set cell = gen_random_uuid()::text where poll = $1
          )
          update poll set sealed = true, version = version + 1 where id = $1
          """);
  private static final Sql FIND = new Sql("poll.sealed", "select * from poll_seal where poll = $1");
  private static final Sql RECEIPTS =
      new Sql("poll.receipts", "select code from poll_receipt where poll = $1 order by code");
  private static final Sql COUNTED =
      new Sql("poll.counted", "select distinct poll from poll_receipt where code = $1 order by 1");

  private final Database database;
  private final PgPollKeys keys;
  private final PgAudit audit;
  private final SecureRandom random = new SecureRandom();
  private final Cache<PollId, Seal> near = Caffeine.newBuilder().maximumSize(1_000).build();

  PgSeals(Database database, PgPollKeys keys) {
    this.database = database;
    this.keys = keys;
    this.audit = new PgAudit(database);
  }

  /// The count, final if the poll is sealed.
  Tally tally(PollId poll) {
    var seal = near.getIfPresent(poll);
    return seal == null ? count(database, poll) : seal.tally();
  }

  private static Tally count(Queries queries, PollId poll) {
    var counts = new HashMap<Choice, Integer>();
    var people = 0;
    for (var row : queries.run(TALLY, poll.text())) {
      if (row.getInteger("question") == 0) {
        people = row.getInteger("chosen");
      } else {
        counts.put(PgPolls.choice(row), row.getInteger("chosen"));
      }
    }
    return new Tally(people, counts);
  }

  /// Seals a poll, if it is due and not sealed yet.
  boolean close(Poll poll, int could, Instant now) {
    return database.transaction(transaction ->
        transaction
            .first(
                DUE,
                row -> row.getInteger("invited"),
                poll.id().text(),
                now.atOffset(ZoneOffset.UTC))
            .map(invited -> seal(transaction, poll, could, invited, now))
            .isPresent());
  }

  private Seal seal(Transaction transaction, Poll poll, int could, int invited, Instant now) {
    var id = poll.id();
    var key = transaction.first(KEY, row -> keys.open(id, row.getBuffer("sealed")), id.text());
    var seal =
        Seal.of(
            poll,
            count(transaction, id),
            could,
            invited,
            LocalDate.ofInstant(now, Poll.NAIROBI),
            key.map(made -> receipts(transaction, id, made)).orElse(List.of()),
            key.map(made -> breakdown(transaction, poll, made)).orElse(Breakdown.NONE),
            salt());
    transaction.run(SEAL, row(id, seal));
    audit.add(
        transaction,
        new AuditEntry(now, HOUSE, "poll.sealed", "poll/" + id, "sha256 " + seal.hash()));
    return seal;
  }

  private static Object[] row(PollId id, Seal seal) {
    return new Object[] {
      id.text(),
      seal.day(),
      seal.tally().people(),
      seal.could(),
      seal.invited(),
      json(seal.tally().counts()),
      seal.salt(),
      seal.hash(),
      seal.receipts().stream().map(Receipt::code).toArray(String[]::new),
      json(seal.breakdown())
    };
  }

  /// Puts ballots together by where they came from; what may be told of it is all that stays.
  private static Breakdown breakdown(Transaction transaction, Poll poll, PollKey key) {
    var count = new Breakdown.Count();
    for (var row : transaction.run(CELLS, poll.id().text())) {
      var cell = Optional.ofNullable(row.getString("cell")).map(key::show);
      count.add(PgPolls.choice(row), cell.orElse(Cell.UNKNOWN));
    }
    return count.told(poll);
  }

  private static List<Receipt> receipts(Transaction transaction, PollId poll, PollKey key) {
    return transaction.list(
        MARKS, row -> key.receipt(row.getString("mark"), row.getInteger("draw")), poll.text());
  }

  private String salt() {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
  }

  private static JsonArray json(Breakdown breakdown) {
    var array = new JsonArray();
    breakdown
        .lines()
        .forEach(line ->
            array.add(
                new JsonArray()
                    .add(line.question())
                    .add(line.by().name())
                    .add(line.group())
                    .add(line.option())
                    .add(line.count())));
    return array;
  }

  private static Breakdown breakdown(JsonArray stored) {
    var lines = new ArrayList<Breakdown.Line>();
    for (var at = 0; at < stored.size(); at++) {
      var line = stored.getJsonArray(at);
      lines.add(
          new Breakdown.Line(
              line.getInteger(0),
              Breakdown.By.valueOf(line.getString(1)),
              line.getString(2),
              line.getInteger(3),
              line.getInteger(4)));
    }
    return new Breakdown(lines);
  }

  private static JsonArray json(Map<Choice, Integer> counts) {
    var array = new JsonArray();
    counts.forEach((choice, count) ->
        array.add(new JsonArray().add(choice.question()).add(choice.option()).add(count)));
    return array;
  }

  /// What remains of a poll, if it is sealed.
  Optional<Seal> find(PollId poll) {
    var known = near.getIfPresent(poll);
    if (known != null) {
      return Optional.of(known);
    }
    var found = database.first(FIND, row -> seal(poll, row), poll.text());
    found.ifPresent(seal -> near.put(poll, seal));
    return found;
  }

  private Seal seal(PollId poll, Row row) {
    var receipts =
        database.list(RECEIPTS, listed -> new Receipt(listed.getString("code")), poll.text());
    return new Seal(
        count(database, poll),
        row.getInteger("could"),
        row.getInteger("invited"),
        row.getLocalDate("day"),
        receipts,
        breakdown(row.getJsonArray("breakdown")),
        row.getString("salt"),
        row.getString("hash"));
  }

  List<PollId> counted(Receipt receipt) {
    return database.list(COUNTED, row -> new PollId(row.getString("poll")), receipt.code());
  }
}
