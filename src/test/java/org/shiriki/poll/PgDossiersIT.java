package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.poll.Fair.LATER;
import static org.shiriki.poll.Fair.NOW;
import static org.shiriki.poll.Fair.WATER;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Town;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.poll.Dossier.Move;
import org.shiriki.privacy.PhoneKey;

final class PgDossiersIT implements DossiersContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final Sql EMPTY =
      new Sql(
          "test.empty",
          "truncate poll, poll_choice, poll_stub, poll_key, poll_seal, poll_receipt, poll_burst");
  private static final Sql AUDITED =
      new Sql("test.audited", "select count(*)::int as lines from audit");
  private static final Voter AMINA = new Voter(WATER.id(), new PhoneKey("amina"));

  private final Notices notices = Notices.listen(TOWN.vertx(), TOWN.url());

  @BeforeEach
  void empty() {
    TOWN.database().run(EMPTY);
  }

  @AfterEach
  void hangUp() {
    notices.close();
  }

  @Override
  public Dossiers dossiers() {
    return new PgDossiers(TOWN.database());
  }

  @Override
  public int audited() {
    return TOWN.database().first(AUDITED, row -> row.getInteger("lines")).orElseThrow();
  }

  private PgPolls polls(List<Poll> seed) {
    return new PgPolls(TOWN.database(), notices, Town.VAULT, seed, InstantSource.fixed(NOW));
  }

  private static Polls.Answer answer(Polls polls) {
    return polls.answer(AMINA, new Ballot.Choice(1, 1), Cell.UNKNOWN, NOW);
  }

  @Test
  void phones_know_and_answer_a_poll_from_when_it_is_put_to_them() {
    var dossiers = dossiers();
    var draft = Dossier.drafted(WATER, "mwanaidi");
    dossiers.add(draft, CALL, ENTRY);
    assertThat(polls(List.of()).all()).isEmpty();
    assertThat(answer(polls(List.of()))).isEqualTo(new Polls.Answer.Closed());

    dossiers.replace(((Move.Taken) draft.opened(NOW.minusSeconds(1))).next(), ENTRY);

    assertThat(polls(List.of()).find(WATER.id())).isPresent();
    assertThat(answer(polls(List.of()))).isEqualTo(new Polls.Answer.Counted());
  }

  @Test
  void a_poll_closed_early_takes_no_answer_any_more_and_is_sealed() {
    var dossiers = dossiers();
    polls(List.of(WATER));
    var open = dossiers.find(WATER.id()).orElseThrow();

    dossiers.replace(((Move.Taken) open.closed("baraka", NOW)).next(), ENTRY);

    var polls = polls(List.of());
    assertThat(answer(polls)).isEqualTo(new Polls.Answer.Closed());
    assertThat(polls.close(WATER.id(), 40, NOW.plusSeconds(60))).isTrue();
    var sealed = dossiers.find(WATER.id()).orElseThrow();
    assertThat(sealed.sealed()).isTrue();
    assertThat(sealed.version()).isEqualTo(open.version() + 2);
    assertThat(polls.seal(WATER.id()).orElseThrow().holds(sealed.poll())).isTrue();
  }

  @Test
  void what_is_over_when_it_is_seeded_is_published_and_what_is_sealed_later_is_not() {
    var polls = polls(Fair.polls());

    polls.close(WATER.id(), 40, LATER);

    assertThat(polls.release(Fair.OVER.id())).isPresent();
    assertThat(polls.release(WATER.id())).isEmpty();
  }
}
