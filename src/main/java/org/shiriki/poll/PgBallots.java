package org.shiriki.poll;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.pg.SqlFailure;
import org.shiriki.pg.Transaction;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.poll.Polls.Answer;
import org.shiriki.privacy.PhoneKey;

/// Keeps the ballots of open polls in PostgreSQL: choices under a ballot's number, and beside them
/// a stub of each person who answered. Only the poll's key leads from one to the other, until the
/// person leaves; then nothing does.
final class PgBallots {
  private static final String SAME_RECEIPT = "poll_stub_poll_proof_key";

  /// So many people in a row have never had the same receipt.
  private static final int DRAWS = 8;

  /// The lock on the poll keeps whoever seals or shuffles it waiting for answers under way, and an
  /// answer that waited for the seal looks again. The lock on the stub does the same for whoever
  /// leaves. A row that was inserted, not updated, has no `xmax`.
  private static final Sql ANSWER =
      new Sql(
          "poll.answer",
          """
          with accepting as (
            select id from poll
            where id = $1 and stage = 'SCHEDULED' and not sealed and opens_at <= $5
              and closes_at > $5
              and case when $3::int < 1 or $4::int < 0 then false
                  when $4::int = 0 then (questions -> ($3::int - 1) ->> 'skippable')::boolean
                  else $4::int <= jsonb_array_length(questions -> ($3::int - 1) -> 'options') end
            for key share
          ), stub as (
            insert into poll_stub (poll, mark, tie, draw, proof)
            select id, $6, $7, $8::int, $9 from accepting
            on conflict (poll, mark) do update set tie = excluded.tie
              where poll_stub.tie = excluded.tie
            returning poll
          ), kept as (
            insert into poll_choice (poll, ballot, question, option, cell)
            select poll, $2, $3::int, $4::int, $10 from stub
            on conflict (poll, ballot, question) do update
              set option = excluded.option, cell = excluded.cell
            returning xmax = 0 as first
          )
          select coalesce(
            (select case when first then 'COUNTED' else 'CHANGED' end from kept),
            (select 'SPENT' from accepting), 'CLOSED') as became
          """);

  private static final Sql FIND =
      new Sql(
          "poll.ballots",
          """
          select poll, question, option from poll_choice
          where (poll, ballot) in (select * from unnest($1::text[], $2::text[]))
          order by poll, question
          """);
  private static final Sql STUBS =
      new Sql(
          "poll.stubs",
          """
          select poll, mark, draw from poll_stub
          where (poll, mark) in (select * from unnest($1::text[], $2::text[]))
          """);

  /// The lock makes the seal of a poll wait, and leaves out a poll that was sealed meanwhile.
  private static final Sql OPEN =
      new Sql(
          "poll.keys_of_open",
          """
          select poll.id, poll_key.sealed from poll join poll_key on poll_key.poll = poll.id
          where not poll.sealed order by poll.id for key share of poll
          """);

  private static final Sql UNTIE =
      new Sql(
          "poll.untie",
          """
          update poll_stub set tie = left_by.fresh
          from unnest($1::text[], $2::text[], $3::text[], $4::text[])
            as left_by (poll, mark, tie, fresh)
          where poll_stub.poll = left_by.poll and poll_stub.mark = left_by.mark
            and poll_stub.tie = left_by.tie
          """);
  private static final Sql RENUMBER =
      new Sql(
          "poll.renumber",
          """
          update poll_choice set ballot = left_by.fresh, cell = left_by.cell
          from unnest($1::text[], $2::text[], $3::text[], $4::text[])
            as left_by (poll, ballot, fresh, cell)
          where poll_choice.poll = left_by.poll and poll_choice.ballot = left_by.ballot
          """);

  private final Database database;
  private final PgPollKeys keys;

  PgBallots(Database database, PgPollKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  Answer answer(Voter person, Choice choice, Cell cell, Instant now) {
    return keys.of(person.poll())
        .map(key -> answer(person, key, choice, cell, now, 0))
        .orElse(new Answer.Closed());
  }

  /// The database's own key refuses a receipt that somebody else in the poll has; then the next one
  /// is drawn.
  private Answer answer(
      Voter person, PollKey key, Choice choice, Cell cell, Instant now, int draw) {
    var mark = key.mark(person.person());
    try {
      var became =
          database.first(
              ANSWER,
              row -> row.getString("became"),
              person.poll().text(),
              key.ballot(person.person()),
              choice.question(),
              choice.option(),
              now.atOffset(ZoneOffset.UTC),
              mark,
              key.tie(person.person()),
              draw,
              key.proof(key.receipt(mark, draw)),
              key.hide(cell));
      return answer(became.orElseThrow());
    } catch (SqlFailure failure) {
      if (failure.isDuplicateOf(SAME_RECEIPT) && draw + 1 < DRAWS) {
        return answer(person, key, choice, cell, now, draw + 1);
      }
      throw failure;
    }
  }

  private static Answer answer(String became) {
    return switch (became) {
      case "COUNTED" -> new Answer.Counted();
      case "CHANGED" -> new Answer.Changed();
      case "SPENT" -> new Answer.Spent();
      default -> new Answer.Closed();
    };
  }

  Map<PollId, Ballot> ballots(List<Voter> voters) {
    var choices = new HashMap<PollId, List<Choice>>();
    for (var row : run(FIND, voters, PollKey::ballot)) {
      choices
          .computeIfAbsent(new PollId(row.getString("poll")), _ -> new ArrayList<>())
          .add(PgPolls.choice(row));
    }
    return choices.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Ballot(entry.getValue())));
  }

  Map<PollId, Receipt> receipts(List<Voter> voters) {
    var receipts = new HashMap<PollId, Receipt>();
    for (var row : run(STUBS, voters, PollKey::mark)) {
      var poll = new PollId(row.getString("poll"));
      keys.of(poll)
          .map(key -> key.receipt(row.getString("mark"), row.getInteger("draw")))
          .ifPresent(receipt -> receipts.put(poll, receipt));
    }
    return receipts;
  }

  /// Asks for the rows that people are known by in some polls.
  private RowSet<Row> run(
      Sql sql, List<Voter> voters, BiFunction<PollKey, PhoneKey, String> known) {
    var keys = this.keys.of(voters.stream().map(Voter::poll).toList());
    var in = voters.stream().filter(voter -> keys.containsKey(voter.poll())).toList();
    return database.run(
        sql,
        in.stream().map(voter -> voter.poll().text()).toArray(String[]::new),
        in.stream()
            .map(voter ->
                known.apply(Objects.requireNonNull(keys.get(voter.poll())), voter.person()))
            .toArray(String[]::new));
  }

  /// Gives a person's ballots numbers that nobody can make and no place, and their stubs ties that
  /// nobody can make. The stubs come first: an answer under way waits for them, and is refused.
  void part(Transaction transaction, PhoneKey person) {
    var open = new LinkedHashMap<PollId, PollKey>();
    for (var row : transaction.run(OPEN)) {
      var poll = new PollId(row.getString("id"));
      open.put(poll, keys.open(poll, row.getBuffer("sealed")));
    }
    var polls = open.keySet().stream().map(PollId::text).toArray(String[]::new);
    transaction.run(
        UNTIE,
        polls,
        each(open, key -> key.mark(person)),
        each(open, key -> key.tie(person)),
        each(open, _ -> keys.nobody()));
    transaction.run(
        RENUMBER,
        polls,
        each(open, key -> key.ballot(person)),
        each(open, _ -> keys.nobody()),
        each(open, key -> key.hide(Cell.UNKNOWN)));
  }

  private static String[] each(Map<PollId, PollKey> open, Function<PollKey, String> word) {
    return open.values().stream().map(word).toArray(String[]::new);
  }
}
