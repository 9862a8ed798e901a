package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.poll.Fair.NOW;
import static org.shiriki.poll.Fair.WATER;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shiriki.poll.Dossier.Life;
import org.shiriki.poll.Dossier.Move;

class DossierTest {
  private static final Instant BEFORE = WATER.opens().minus(Duration.ofDays(1));
  private static final Dossier DRAFT = Dossier.drafted(WATER, "mwanaidi");

  private static Dossier taken(Move move) {
    assertThat(move).isInstanceOf(Move.Taken.class);
    return ((Move.Taken) move).next();
  }

  private static String refused(Move move) {
    assertThat(move).isInstanceOf(Move.Refused.class);
    return ((Move.Refused) move).why();
  }

  private static Dossier scheduled() {
    return taken(DRAFT.scheduled(BEFORE));
  }

  private static Dossier sealed() {
    return new Dossier(WATER, Dossier.Stage.SCHEDULED, "mwanaidi", null, null, true, 3);
  }

  @Test
  void a_scheduled_poll_opens_and_closes_by_the_clock() {
    var poll = scheduled();

    assertThat(poll.at(BEFORE)).isEqualTo(Life.SCHEDULED);
    assertThat(poll.at(WATER.opens())).isEqualTo(Life.OPEN);
    assertThat(poll.at(WATER.closes())).isEqualTo(Life.CLOSED);
  }

  @Test
  void each_step_counts_a_version() {
    assertThat(DRAFT.version()).isOne();
    assertThat(scheduled().version()).isEqualTo(2);
  }

  @Test
  void a_poll_whose_opening_is_past_is_not_scheduled_but_can_be_opened() {
    assertThat(refused(DRAFT.scheduled(NOW))).startsWith("Its opening is past");

    var open = taken(DRAFT.opened(NOW));

    assertThat(open.at(NOW)).isEqualTo(Life.OPEN);
    assertThat(open.poll().opens()).isEqualTo(NOW);
  }

  @Test
  void a_poll_that_is_over_before_it_opens_is_not_opened() {
    assertThat(refused(DRAFT.opened(WATER.closes()))).startsWith("Its close is past");
  }

  @Test
  void a_revised_poll_has_to_be_scheduled_anew() {
    var revised = taken(scheduled().revised(Fair.OVER, "baraka", BEFORE));

    assertThat(revised.at(BEFORE)).isEqualTo(Life.DRAFT);
    assertThat(revised.author()).isEqualTo("baraka");
  }

  @Test
  void what_an_open_poll_asks_is_fixed() {
    var open = scheduled();

    assertThat(refused(open.revised(Fair.OVER, "mwanaidi", NOW))).startsWith("What a poll asks");
    assertThat(refused(open.withdrawn(NOW))).startsWith("A poll that has opened");
    assertThat(refused(open.opened(NOW))).startsWith("Only a draft");
    assertThat(refused(open.scheduled(NOW))).isEqualTo("Only a draft is scheduled.");
  }

  @Test
  void another_person_than_its_author_closes_a_poll_early() {
    var open = scheduled();

    assertThat(refused(open.closed("mwanaidi", NOW))).startsWith("Another person");
    assertThat(taken(open.closed("baraka", NOW)).at(NOW)).isEqualTo(Life.CLOSED);
    assertThat(refused(open.closed("baraka", BEFORE))).isEqualTo("Only an open poll is closed.");
  }

  @Test
  void a_withdrawn_poll_stays_withdrawn() {
    var gone = taken(scheduled().withdrawn(BEFORE));

    assertThat(gone.at(WATER.opens())).isEqualTo(Life.WITHDRAWN);
    assertThat(refused(gone.opened(BEFORE))).startsWith("Only a draft");
    assertThat(refused(gone.revised(WATER, "mwanaidi", BEFORE))).startsWith("What a poll asks");
    assertThat(refused(gone.described(MethodBox.USUAL, BEFORE))).startsWith("Its method");
  }

  @Test
  void a_result_is_published_once_sealed_and_with_its_method() {
    var over = WATER.closes();
    var unsealed = scheduled();
    assertThat(refused(unsealed.published(NOW))).startsWith("Only the result of a closed poll");
    assertThat(refused(unsealed.published(over))).startsWith("It is not sealed");
    assertThat(refused(sealed().published(over))).isEqualTo("Its method is missing.");

    var told = taken(taken(sealed().described(MethodBox.USUAL, over)).published(over));

    assertThat(told.at(over)).isEqualTo(Life.PUBLISHED);
    assertThat(told.release()).contains(new Release(over, MethodBox.USUAL));
    assertThat(refused(told.published(over))).startsWith("Only the result");
    assertThat(refused(told.described(MethodBox.USUAL, over))).startsWith("Its method is fixed");
  }
}
