package org.shiriki.poll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiriki.citizen.Parting;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.pg.Database;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Snapshot;
import org.shiriki.pg.Sql;
import org.shiriki.pg.Transaction;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.poll.Bursts.Burst;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.upkeep.SealedColumn;

/// Keeps polls and answers in PostgreSQL; the polls themselves, and the seals of those that are
/// over, are at hand in memory.
public final class PgPolls implements Polls, Parting {
  public static final SealedColumn KEYS =
      new SealedColumn("poll_key", "sealed", "'poll-key/' || poll");

  private static final Sql ALL = new Sql("poll.all", "select * from poll order by closes_at, id");
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

  private static final Sql FLAG =
      new Sql(
          "poll.flag",
          """
          with open as (select id from poll where id = $1 and not sealed for key share)
          insert into poll_burst (poll, day, cell, answers)
          select id, $2::date, $3, $4::int from open
          on conflict (poll, day, cell) do update
            set answers = poll_burst.answers + excluded.answers
          """);
  private static final Sql BURSTS =
      new Sql(
          "poll.bursts",
          "select day, cell, answers from poll_burst where poll = $1 order by day, answers desc");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Question>> QUESTIONS = new TypeReference<>() {};

  private final Database database;
  private final Snapshot<List<Poll>> polls;
  private final PgPollKeys keys;
  private final PgBallots ballots;
  private final PgSeals seals;

  /// Opens the keeper.
  ///
  /// @param seed the polls that it begins with if it has none yet
  public PgPolls(Database database, Notices notices, Vault vault, List<Poll> seed) {
    this.database = database;
    database.run(SEED, new JsonArray(seed.stream().map(PgPolls::row).toList()));
    this.polls = Snapshot.of(notices, () -> database.list(ALL, PgPolls::poll), "poll");
    this.keys = new PgPollKeys(database, vault);
    this.ballots = new PgBallots(database, keys);
    this.seals = new PgSeals(database, keys);
    notices.on("poll", keys::forget);
  }

  @Override
  public List<Poll> all() {
    return polls.get();
  }

  @Override
  public Answer answer(Voter person, Choice choice, Instant now) {
    return ballots.answer(person, choice, now);
  }

  @Override
  public Map<PollId, Ballot> ballots(List<Voter> voters) {
    return voters.isEmpty() ? Map.of() : ballots.ballots(voters);
  }

  @Override
  public Map<PollId, Receipt> receipts(List<Voter> voters) {
    return voters.isEmpty() ? Map.of() : ballots.receipts(voters);
  }

  /// Leaves the person's answers counted, and leading to nobody.
  @Override
  public void part(Transaction transaction, PhoneKey person) {
    ballots.part(transaction, person);
  }

  @Override
  public Optional<Tally> tally(PollId id, Instant now) {
    return find(id).filter(poll -> poll.closedAt(now)).map(_ -> seals.tally(id));
  }

  @Override
  public Optional<Tally> live(PollId id) {
    return find(id).map(_ -> seals.tally(id));
  }

  @Override
  public boolean close(PollId id, int could, Instant now) {
    var closed = find(id).filter(poll -> seals.close(poll, could, now)).isPresent();
    keys.forget();
    return closed;
  }

  @Override
  public boolean sealed(PollId id) {
    return seals.find(id).isPresent();
  }

  @Override
  public Optional<Seal> seal(PollId id) {
    return seals.find(id);
  }

  @Override
  public List<PollId> counted(Receipt receipt) {
    return seals.counted(receipt);
  }

  @Override
  public void shuffle(PollId id, Instant now) {
    seals.shuffle(id, LocalDate.ofInstant(now, Poll.NAIROBI));
  }

  @Override
  public void sweep() {
    seals.sweep();
  }

  @Override
  public void flag(PollId id, Burst burst) {
    database.run(FLAG, id.text(), burst.day(), burst.cell(), burst.answers());
  }

  @Override
  public List<Burst> bursts(PollId id) {
    return database.list(
        BURSTS,
        row -> new Burst(row.getLocalDate("day"), row.getString("cell"), row.getInteger("answers")),
        id.text());
  }

  static Choice choice(Row row) {
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
