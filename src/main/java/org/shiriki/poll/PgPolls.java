package org.shiriki.poll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.pg.Database;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Snapshot;
import org.shiriki.pg.Sql;
import org.shiriki.poll.Ballot.Choice;

/// Keeps polls and answers in PostgreSQL; the polls themselves, and the tallies of closed ones, are
/// at hand in memory.
public final class PgPolls implements Polls {
  /// The lock keeps whoever seals the poll waiting for answers under way. Of two first answers of
  /// one mark the second waits for the first, and takes its ballot. A row that was inserted, not
  /// updated, has no `xmax`.
  private static final Sql ANSWER =
      new Sql(
          "poll.answer",
          """
          with accepting as (
            select id from poll
            where id = $1 and opens_at <= $5 and closes_at > $5
              and case when $3::int < 1 or $4::int < 0 then false
                  when $4::int = 0 then (questions -> ($3::int - 1) ->> 'skippable')::boolean
                  else $4::int <= jsonb_array_length(questions -> ($3::int - 1) -> 'options') end
            for key share
          ), marked as (
            insert into poll_mark (poll, mark) select id, $2 from accepting
            on conflict (poll, mark) do update set ballot = poll_mark.ballot
            returning poll, ballot
          )
          insert into poll_choice (poll, ballot, question, option)
          select poll, ballot, $3::int, $4::int from marked
          on conflict (poll, ballot, question) do update set option = excluded.option
          returning xmax = 0 as first
          """);

  private static final Sql ALL = new Sql("poll.all", "select * from poll order by closes_at, id");
  private static final Sql BALLOTS =
      new Sql(
          "poll.ballots",
          """
          select poll, question, option
          from poll_mark join poll_choice using (poll, ballot)
          where (poll, mark) in (select * from unnest($1::text[], $2::text[]))
          order by poll, question
          """);
  private static final Sql TALLY =
      new Sql(
          "poll.tally",
          """
          select question, option, count(*)::int as chosen from poll_choice
          where poll = $1 group by question, option
          """);
  private static final Sql PEOPLE =
      new Sql(
          "poll.people",
          "select count(distinct ballot)::int as people from poll_choice where poll = $1 and option > 0");
  private static final Sql SEED =
      new Sql(
          "poll.seed",
          """
          insert into poll (id, title_sw, title_en, audience, languages, opens_at, closes_at,
            sponsor, conductor, election_related, questions)
          select id, title_sw, title_en, audience, languages, opens_at, closes_at,
            sponsor, conductor, election_related, questions
          from jsonb_populate_recordset(null::poll, $1)
          where not exists (select from poll)
          on conflict (id) do nothing
          """);

  /// An answer that was in time is committed by then, whichever node's clock it came by.
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Question>> QUESTIONS = new TypeReference<>() {};

  private final Database database;
  private final Snapshot<List<Poll>> polls;
  private final Cache<Poll, Tally> tallies = Caffeine.newBuilder().maximumSize(1_000).build();

  /// Opens the keeper.
  ///
  /// @param seed the polls that it begins with if it has none yet
  public PgPolls(Database database, Notices notices, List<Poll> seed) {
    this.database = database;
    database.run(SEED, new JsonArray(seed.stream().map(PgPolls::row).toList()));
    this.polls = Snapshot.of(notices, () -> database.list(ALL, PgPolls::poll), "poll");
  }

  @Override
  public List<Poll> all() {
    return polls.get();
  }

  @Override
  public Answer answer(Mark person, Choice choice, Instant now) {
    return database
        .first(
            ANSWER,
            row -> row.getBoolean("first"),
            person.poll().text(),
            person.text(),
            choice.question(),
            choice.option(),
            now.atOffset(ZoneOffset.UTC))
        .<Answer>map(first -> first ? new Answer.Counted() : new Answer.Changed())
        .orElse(new Answer.Closed());
  }

  @Override
  public Map<PollId, Ballot> ballots(List<Mark> marks) {
    if (marks.isEmpty()) {
      return Map.of();
    }
    var choices = new HashMap<PollId, List<Choice>>();
    var ids = marks.stream().map(mark -> mark.poll().text()).toArray(String[]::new);
    var texts = marks.stream().map(Mark::text).toArray(String[]::new);
    for (var row : database.run(BALLOTS, ids, texts)) {
      choices
          .computeIfAbsent(new PollId(row.getString("poll")), _ -> new ArrayList<>())
          .add(choice(row));
    }
    return choices.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Ballot(entry.getValue())));
  }

  @Override
  public Optional<Tally> tally(PollId id, Instant now) {
    return find(id).filter(poll -> poll.closedAt(now)).map(poll -> tally(poll, now));
  }

  /// Not by the cache's own loading, which would wait for the database while it holds a lock.
  private Tally tally(Poll poll, Instant now) {
    var known = tallies.getIfPresent(poll);
    if (known != null) {
      return known;
    }
    var tally = count(poll.id().text());
    if (poll.closedAt(now.minus(SETTLED))) {
      tallies.put(poll, tally);
    }
    return tally;
  }

  private Tally count(String poll) {
    var counts = new HashMap<Choice, Integer>();
    for (var row : database.run(TALLY, poll)) {
      counts.put(choice(row), row.getInteger("chosen"));
    }
    var people = database.first(PEOPLE, row -> row.getInteger("people"), poll).orElse(0);
    return new Tally(people, counts);
  }

  private static Choice choice(Row row) {
    return new Choice(row.getInteger("question"), row.getInteger("option"));
  }

  private static Poll poll(Row row) {
    return new Poll(
        new PollId(row.getString("id")),
        Text.of(row.getString("title_sw"), row.getString("title_en")),
        Audience.parse(row.getString("audience")),
        Stream.of(row.getArrayOfStrings("languages"))
            .map(Language::of)
            .collect(Collectors.toUnmodifiableSet()),
        row.getOffsetDateTime("opens_at").toInstant(),
        row.getOffsetDateTime("closes_at").toInstant(),
        row.getString("sponsor"),
        row.getString("conductor"),
        row.getBoolean("election_related"),
        questions(row.getJsonArray("questions")));
  }

  private static List<Question> questions(JsonArray stored) {
    try {
      return JSON.readValue(stored.encode(), QUESTIONS);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("A poll's questions cannot be read", failure);
    }
  }

  private static JsonObject row(Poll poll) {
    return new JsonObject()
        .put("id", poll.id().text())
        .put("title_sw", poll.title().sw())
        .put("title_en", poll.title().en())
        .put("audience", poll.audience().code())
        .put("languages", poll.languages().stream().map(Language::code).toList())
        .put("opens_at", poll.opens().toString())
        .put("closes_at", poll.closes().toString())
        .put("sponsor", poll.sponsor())
        .put("conductor", poll.conductor())
        .put("election_related", poll.electionRelated())
        .put("questions", json(poll.questions()));
  }

  private static JsonArray json(List<Question> questions) {
    try {
      return new JsonArray(JSON.writeValueAsString(questions));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("A poll's questions cannot be written", failure);
    }
  }
}
