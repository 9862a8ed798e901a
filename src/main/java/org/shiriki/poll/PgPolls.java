package org.shiriki.poll;

import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shiriki.citizen.Parting;
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

  private static final Sql ALL =
      new Sql("poll.all", "select * from poll where stage = 'SCHEDULED' order by closes_at, id");
  private static final Sql SEED =
      new Sql(
          "poll.seed",
          """
          insert into poll (id, title_sw, title_en, audience, languages, opens_at, closes_at,
            sponsor, conductor, election_related, questions, method, published_at)
          select id, title_sw, title_en, audience, languages, opens_at, closes_at,
            sponsor, conductor, election_related, questions,
            case when closes_at <= $2 then $3::jsonb end, case when closes_at <= $2 then closes_at end
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

  private final Database database;
  private final Snapshot<Kept> kept;
  private final PgPollKeys keys;
  private final PgBallots ballots;
  private final PgSeals seals;
  private final PgShuffles shuffles;

  /// What is held in memory.
  private record Kept(List<Poll> polls, Map<PollId, Release> releases) {
    static Kept of(List<Dossier> dossiers) {
      return new Kept(
          dossiers.stream().map(Dossier::poll).toList(),
          dossiers.stream()
              .filter(dossier -> dossier.release().isPresent())
              .collect(
                  Collectors.toUnmodifiableMap(
                      Dossier::id, dossier -> dossier.release().orElseThrow())));
    }
  }

  /// Opens the keeper.
  ///
  /// @param seed the polls that it begins with if it has none yet; those that are over come
  ///   published
  public PgPolls(
      Database database, Notices notices, Vault vault, List<Poll> seed, InstantSource clock) {
    this.database = database;
    database.run(
        SEED,
        new JsonArray(seed.stream().map(PgDossiers::json).toList()),
        clock.instant().atOffset(ZoneOffset.UTC),
        PgDossiers.json(MethodBox.USUAL));
    this.kept =
        Snapshot.of(notices, () -> Kept.of(database.list(ALL, PgDossiers::dossier)), "poll");
    this.keys = new PgPollKeys(database, vault);
    this.ballots = new PgBallots(database, keys);
    this.seals = new PgSeals(database, keys);
    this.shuffles = new PgShuffles(database);
    notices.on("poll", keys::forget);
  }

  @Override
  public List<Poll> all() {
    return kept.get().polls();
  }

  @Override
  public Optional<Release> release(PollId id) {
    return Optional.ofNullable(kept.get().releases().get(id));
  }

  @Override
  public Answer answer(Voter person, Choice choice, Cell cell, Instant now) {
    return ballots.answer(person, choice, cell, now);
  }

  @Override
  public Map<PollId, Ballot> ballots(List<Voter> voters) {
    return voters.isEmpty() ? Map.of() : ballots.ballots(voters);
  }

  @Override
  public Map<PollId, Receipt> receipts(List<Voter> voters) {
    return voters.isEmpty() ? Map.of() : ballots.receipts(voters);
  }

  /// Leaves the person's answers counted, and leading to nobody and no place.
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
    shuffles.shuffle(id, LocalDate.ofInstant(now, Poll.NAIROBI));
  }

  @Override
  public void sweep() {
    shuffles.sweep();
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
}
