package org.shiriki.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.broadcast.Drafts.ASHA;
import static org.shiriki.broadcast.Drafts.BAKARI;
import static org.shiriki.broadcast.Drafts.DIRECTOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shiriki.TestClock;
import org.shiriki.broadcast.Answer.Why;
import org.shiriki.broadcast.Broadcast.Life;
import org.shiriki.broadcast.Broadcasts.Filter;
import org.shiriki.broadcast.Broadcasts.Vetting;
import org.shiriki.dialogue.Text;
import org.shiriki.sms.Purpose;

/// What every keeper of broadcasts promises.
interface BroadcastsContract {
  Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  Answer DONE = new Answer.Done();

  TestClock clock();

  /// The keeper of a house that sends political texts, or does not.
  Broadcasts broadcasts(boolean political);

  /// As if its audience had been queued.
  void begin(long id);

  default Broadcasts broadcasts() {
    return broadcasts(true);
  }

  private Life life(long id) {
    return broadcasts().find(id).orElseThrow().life();
  }

  private long submitted(Draft draft) {
    var id = broadcasts().draft(draft, ASHA);
    assertThat(broadcasts().submit(id, ASHA)).isEqualTo(DONE);
    return id;
  }

  private static Answer refused(Why why) {
    return new Answer.Refused(why);
  }

  @Test
  default void what_was_drafted_is_kept_as_it_was_written() {
    var id = broadcasts().draft(Drafts.alert(), ASHA);

    assertThat(broadcasts().find(id))
        .contains(new Broadcast(id, Drafts.alert(), "asha", Life.DRAFT, Instant.EPOCH, 0, 1));
  }

  @Test
  default void what_nobody_wrote_is_missing() {
    assertThat(broadcasts().find(404)).isEmpty();
    assertThat(broadcasts().approve(404, BAKARI)).isEqualTo(refused(Why.MISSING));
  }

  @Test
  default void its_author_may_rewrite_it_until_it_is_submitted_and_nobody_else() {
    var id = broadcasts().draft(Drafts.alert(), ASHA);
    var better = Drafts.emergency(Drafts.ALL);

    assertThat(broadcasts().revise(id, 1, better, List.of(), BAKARI))
        .isEqualTo(refused(Why.NOT_AUTHOR));
    assertThat(broadcasts().revise(id, 1, better, List.of(), ASHA)).isEqualTo(DONE);
    assertThat(broadcasts().find(id).orElseThrow().draft()).isEqualTo(better);

    broadcasts().submit(id, ASHA);
    assertThat(broadcasts().revise(id, 1, Drafts.alert(), List.of(), ASHA))
        .isEqualTo(refused(Why.STATE));
  }

  @Test
  default void the_same_request_makes_one_draft() {
    var once = UUID.randomUUID();

    var first = broadcasts().draft(once, Drafts.alert(), List.of("003"), ASHA);
    var again = broadcasts().draft(once, Drafts.alert(), List.of("003"), ASHA);

    assertThat(again).isEqualTo(first);
    assertThat(all()).filteredOn(broadcast -> broadcast.id() >= first).hasSize(1);
  }

  private List<Broadcast> all() {
    return broadcasts().list(new Filter(Set.of(), List.of(), Long.MAX_VALUE), 500);
  }

  @Test
  default void a_rewriting_of_what_was_rewritten_meanwhile_is_refused() {
    var id = broadcasts().draft(Drafts.alert(), ASHA);
    broadcasts().revise(id, 1, Drafts.emergency(Drafts.ALL), List.of(), ASHA);

    var late = broadcasts().revise(id, 1, Drafts.alert(), List.of(), ASHA);

    assertThat(late).isEqualTo(refused(Why.STALE));
    assertThat(broadcasts().find(id).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  default void they_are_listed_newest_first_by_life_and_by_whom_they_touch() {
    var kilifi = broadcasts().draft(UUID.randomUUID(), Drafts.alert(), List.of("003"), ASHA);
    var everywhere = submitted(Drafts.alert());
    var lamu = broadcasts().draft(UUID.randomUUID(), Drafts.alert(), List.of("005"), ASHA);

    assertThat(ids(new Filter(Set.of(), List.of(), Long.MAX_VALUE)))
        .containsSubsequence(lamu, everywhere, kilifi);
    assertThat(ids(new Filter(Set.of(), List.of("003"), Long.MAX_VALUE)))
        .contains(everywhere, kilifi)
        .doesNotContain(lamu);
    assertThat(ids(new Filter(Set.of(Life.SUBMITTED), List.of(), Long.MAX_VALUE)))
        .contains(everywhere)
        .doesNotContain(kilifi, lamu);
    assertThat(ids(new Filter(Set.of(), List.of(), everywhere))).doesNotContain(lamu, everywhere);
  }

  private List<Long> ids(Filter filter) {
    return broadcasts().list(filter, 500).stream().map(Broadcast::id).toList();
  }

  @Test
  default void what_has_a_fault_is_not_submitted() {
    var faulty = Drafts.of(Purpose.ALERT, Text.of("Maji", "Water"), Drafts.WATER);
    var id = broadcasts().draft(faulty, ASHA);

    assertThat(broadcasts().submit(id, ASHA)).isEqualTo(refused(Why.FAULTY));

    broadcasts().revise(id, 1, Drafts.alert(), List.of(), ASHA);
    assertThat(broadcasts().submit(id, ASHA)).isEqualTo(DONE);
  }

  @Test
  default void another_person_than_its_author_approves_it_once() {
    var id = submitted(Drafts.alert());

    assertThat(broadcasts().approve(id, ASHA)).isEqualTo(refused(Why.OWN));
    assertThat(broadcasts().approve(id, BAKARI)).isEqualTo(DONE);
    assertThat(broadcasts().approve(id, DIRECTOR)).isEqualTo(refused(Why.STATE));
    assertThat(life(id)).isEqualTo(Life.APPROVED);
  }

  @Test
  default void what_was_rejected_never_begins() {
    var id = submitted(Drafts.alert());

    assertThat(broadcasts().reject(id, "not true", BAKARI)).isEqualTo(DONE);

    assertThat(broadcasts().approve(id, BAKARI)).isEqualTo(refused(Why.STATE));
    assertThat(broadcasts().cancel(id, ASHA)).isEqualTo(refused(Why.STATE));
    assertThat(broadcasts().due()).isEmpty();
  }

  @Test
  default void an_emergency_is_for_a_director_to_release() {
    var id = submitted(Drafts.emergency(Drafts.ALL));

    assertThat(broadcasts().approve(id, BAKARI)).isEqualTo(refused(Why.DIRECTOR));
    assertThat(broadcasts().approve(id, DIRECTOR)).isEqualTo(DONE);
  }

  @Test
  default void what_is_political_is_vetted_first_and_leaves_after_two_days() {
    var id = submitted(Drafts.political());

    assertThat(broadcasts().approve(id, BAKARI)).isEqualTo(refused(Why.NOT_VETTED));
    broadcasts().vet(id, new Vetting("Safaricom", false, "letter 7"), ASHA);
    assertThat(broadcasts().approve(id, BAKARI)).isEqualTo(refused(Why.NOT_VETTED));
    broadcasts().vet(id, new Vetting("Safaricom", true, "letter 8"), ASHA);
    assertThat(broadcasts().approve(id, BAKARI)).isEqualTo(DONE);

    clock().pass(Duration.ofDays(2).minusSeconds(1));
    assertThat(broadcasts().due()).isEmpty();
    clock().pass(Duration.ofSeconds(1));
    assertThat(broadcasts().due()).hasSize(1);
  }

  @Test
  default void a_house_that_sends_nothing_political_takes_nothing_political() {
    var id = broadcasts(false).draft(Drafts.political(), ASHA);

    assertThat(broadcasts(false).submit(id, ASHA)).isEqualTo(refused(Why.POLITICAL));
  }

  @Test
  default void only_what_is_political_is_vetted() {
    var id = submitted(Drafts.alert());

    assertThat(broadcasts().vet(id, new Vetting("Airtel", true, ""), ASHA))
        .isEqualTo(refused(Why.STATE));
  }

  @Test
  default void what_is_approved_is_due_when_its_time_has_come() {
    var alert = Drafts.alert();
    var tomorrow = clock().instant().plus(Duration.ofDays(1));
    var later = new Draft(alert.purpose(), alert.text(), alert.audience(), tomorrow, "", "");
    var id = Drafts.approved(broadcasts(), later);

    assertThat(broadcasts().due()).isEmpty();
    clock().pass(Duration.ofDays(1));
    assertThat(broadcasts().due()).extracting(Broadcast::id).containsExactly(id);
  }

  @Test
  default void sending_is_held_up_and_goes_on() {
    var id = Drafts.approved(broadcasts(), Drafts.alert());

    assertThat(broadcasts().pause(id, BAKARI)).isEqualTo(refused(Why.STATE));
    begin(id);
    assertThat(broadcasts().resume(id, BAKARI)).isEqualTo(refused(Why.STATE));
    assertThat(broadcasts().pause(id, BAKARI)).isEqualTo(DONE);
    assertThat(life(id)).isEqualTo(Life.PAUSED);
    assertThat(broadcasts().resume(id, BAKARI)).isEqualTo(DONE);
    assertThat(life(id)).isEqualTo(Life.SENDING);
  }

  @Test
  default void it_can_be_cancelled_at_any_time_before_its_end_once() {
    var draft = broadcasts().draft(Drafts.alert(), ASHA);
    var waiting = Drafts.approved(broadcasts(), Drafts.alert());
    var sending = Drafts.approved(broadcasts(), Drafts.alert());
    begin(sending);

    assertThat(broadcasts().cancel(draft, BAKARI)).isEqualTo(DONE);
    assertThat(broadcasts().cancel(waiting, BAKARI)).isEqualTo(DONE);
    assertThat(broadcasts().cancel(sending, BAKARI)).isEqualTo(DONE);
    assertThat(broadcasts().cancel(sending, BAKARI)).isEqualTo(refused(Why.STATE));
    assertThat(broadcasts().due()).isEmpty();
    assertThat(broadcasts().resume(sending, BAKARI)).isEqualTo(refused(Why.STATE));
  }

  @Test
  default void it_is_done_when_no_message_waits() {
    var id = Drafts.approved(broadcasts(), Drafts.alert());
    broadcasts().tidy();
    assertThat(life(id)).isEqualTo(Life.APPROVED);

    begin(id);
    broadcasts().tidy();

    assertThat(life(id)).isEqualTo(Life.DONE);
  }

  @Test
  default void all_are_held_up_by_whoever_came_first_until_they_are_let_go() {
    assertThat(broadcasts().stop()).isEmpty();

    broadcasts().halt(ASHA);
    broadcasts().halt(BAKARI);

    assertThat(broadcasts().stop()).map(Broadcasts.Stop::actor).contains("asha");
    broadcasts().release(BAKARI);
    assertThat(broadcasts().stop()).isEmpty();
  }
}
