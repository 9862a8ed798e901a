package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.poll.Fair.NOW;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shiriki.poll.Dossier.Move;
import org.shiriki.staff.AuditEntry;

/// What every keeper of polls for staff promises.
interface DossiersContract {
  AuditEntry ENTRY = new AuditEntry(NOW, "mwanaidi", "poll.tried", "poll/water", "");
  UUID CALL = new UUID(1, 1);
  UUID OTHER_CALL = new UUID(2, 2);

  /// A keeper of nothing.
  Dossiers dossiers();

  /// How many lines the audit has.
  int audited();

  @Test
  default void a_draft_comes_back_whole() {
    var dossiers = dossiers();
    var draft = Dossier.drafted(Fair.COUNTY, "mwanaidi");

    var added = dossiers.add(draft, CALL, ENTRY);

    assertThat(added).isTrue();
    assertThat(dossiers.find(Fair.COUNTY.id())).contains(draft);
  }

  @Test
  default void the_same_call_makes_a_poll_once_and_another_call_none_with_its_id() {
    var dossiers = dossiers();
    var lines = audited();
    var draft = Dossier.drafted(Fair.WATER, "mwanaidi");
    dossiers.add(draft, CALL, ENTRY);

    assertThat(dossiers.add(draft, CALL, ENTRY)).isTrue();
    assertThat(dossiers.add(draft, OTHER_CALL, ENTRY)).isFalse();
    assertThat(audited() - lines).isOne();
  }

  @Test
  default void everything_that_is_done_to_it_comes_back() {
    var dossiers = dossiers();
    var draft = Dossier.drafted(Fair.WATER, "mwanaidi");
    dossiers.add(draft, CALL, ENTRY);
    var method =
        new MethodBox(
            MethodBox.Sampling.RANDOM_SAMPLE,
            1900,
            2.5,
            MethodBox.USUAL.how(),
            MethodBox.USUAL.weighting());
    var next =
        new Dossier(
            Fair.WATER.between(NOW, Fair.WATER.closes()),
            Dossier.Stage.SCHEDULED,
            "baraka",
            method,
            NOW.truncatedTo(ChronoUnit.SECONDS),
            false,
            2);

    var replaced = dossiers.replace(next, ENTRY);

    assertThat(replaced).isTrue();
    assertThat(dossiers.find(Fair.WATER.id())).contains(next);
  }

  @Test
  default void a_change_of_what_somebody_else_changed_is_lost_to_nobody() {
    var dossiers = dossiers();
    var draft = Dossier.drafted(Fair.WATER, "mwanaidi");
    dossiers.add(draft, CALL, ENTRY);
    var mine = ((Move.Taken) draft.withdrawn(NOW)).next();
    var theirs = ((Move.Taken) draft.described(MethodBox.USUAL, NOW)).next();
    dossiers.replace(theirs, ENTRY);
    var lines = audited();

    var replaced = dossiers.replace(mine, ENTRY);

    assertThat(replaced).isFalse();
    assertThat(dossiers.find(Fair.WATER.id())).contains(theirs);
    assertThat(audited()).isEqualTo(lines);
  }

  @Test
  default void pages_go_on_behind_the_last_poll() {
    var dossiers = dossiers();
    for (var poll : Fair.polls()) {
      dossiers.add(Dossier.drafted(poll, "mwanaidi"), UUID.randomUUID(), ENTRY);
    }

    var first = dossiers.page(Dossiers.NEVER, "", 2);
    var last = first.getLast();
    var rest = dossiers.page(last.poll().opens(), last.id().text(), 9);

    assertThat(List.of(first, rest))
        .extracting(page -> page.stream().map(Dossier::poll).toList())
        .containsExactly(List.of(Fair.WARD, Fair.COUNTY), List.of(Fair.WATER, Fair.OVER));
  }
}
