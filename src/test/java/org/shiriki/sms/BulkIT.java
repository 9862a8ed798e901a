package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Town;
import org.shiriki.broadcast.Broadcasts;
import org.shiriki.broadcast.Drafts;
import org.shiriki.broadcast.PgBroadcasts;
import org.shiriki.broadcast.PgMailings;
import org.shiriki.broadcast.Village;
import org.shiriki.citizen.FirstName;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.sms.Dispatches.Terms;
import org.shiriki.sms.Message.Lane;

/// What is looked at again in the moment in which a message of a broadcast leaves.
class BulkIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql EMPTY =
      new Sql(
          "test.empty",
          "truncate broadcast, broadcast_wording, broadcast_stop, citizen, bulk_day cascade");
  private static final Sql SPOILT_NAME =
      new Sql("test.spoilt_name", "update citizen set name = 'spoilt' where citizen_key = $1");
  private static final Sql TODAY =
      new Sql("test.today", "select coalesce(sum(segments), 0)::int as n from bulk_day");

  private Post post = new Post(TOWN.vertx(), TOWN.database());
  private Broadcasts broadcasts = broadcasts();
  private long id;

  private Broadcasts broadcasts() {
    return new PgBroadcasts(TOWN.database(), TOWN.database(), true, post.clock);
  }

  @BeforeEach
  void empty() {
    post = new Post(TOWN.vertx(), TOWN.database());
    TOWN.database().run(EMPTY);
    broadcasts = broadcasts();
  }

  private void queue(int people) {
    new Village(TOWN.database(), post.vault).settle(people);
    id = Drafts.approved(broadcasts, Drafts.alert());
    new PgMailings(TOWN.database(), TOWN.database(), Town.PLACES, 3, post.clock)
        .queue(broadcasts.find(id).orElseThrow());
  }

  private List<Dispatch> claim() {
    return post.claim(Lane.BROADCAST, 1_000);
  }

  private List<Dispatch> begin(List<Dispatch> claimed, long segmentsPerDay) {
    var now = post.clock.instant();
    return post.dispatches.begin(
        claimed, new Terms(Duration.ofHours(24), 3, 1, segmentsPerDay), now, now.plusSeconds(180));
  }

  @Test
  void a_message_has_the_number_of_its_person_and_the_words_of_its_wording() {
    queue(3);

    assertThat(claim())
        .extracting(dispatch -> dispatch.phone().e164() + ": " + dispatch.text())
        .containsExactlyInAnyOrder(
            "+254700000000: Maji yatarudi leo. Acha: ONDOA",
            "+254700000001: Water is back today. Leave: STOP",
            "+254700000002: Maji yatarudi leo. Acha: ONDOA");
  }

  @Test
  void people_are_called_by_their_names_and_equal_words_are_still_one_request() {
    var village = new Village(TOWN.database(), post.vault).settle(6);
    var citizens = new PgCitizens(TOWN.database(), post.vault);
    citizens.isCalled(village.key(0), new FirstName("Amina"));
    citizens.isCalled(village.key(4), new FirstName("Amina"));
    TOWN.database().run(SPOILT_NAME, village.key(3).text());
    id = Drafts.approved(broadcasts, Drafts.byName());
    new PgMailings(TOWN.database(), TOWN.database(), Town.PLACES, 3, post.clock)
        .queue(broadcasts.find(id).orElseThrow());

    var batches = Batches.of(claim(), 500, 10_000);

    assertThat(batches)
        .extracting(batch -> batch.size() + " " + batch.getFirst().text())
        .containsExactlyInAnyOrder(
            "2 Habari Amina, maji leo. Acha: ONDOA",
            "1 Habari mwananchi, maji leo. Acha: ONDOA",
            "3 Hello neighbour, water today. Leave: STOP");
  }

  @Test
  void at_night_nothing_is_taken_in_hand() {
    post.clock.pass(Duration.ofHours(10));
    queue(2);

    assertThat(claim()).isEmpty();

    post.clock.pass(Duration.ofHours(10));
    assertThat(begin(claim(), 100)).hasSize(2);
  }

  @Test
  void an_emergency_is_taken_in_hand_before_what_was_queued_first() {
    queue(2);
    var mailings = new PgMailings(TOWN.database(), TOWN.database(), Town.PLACES, 3, post.clock);
    var emergency = Drafts.approved(broadcasts, Drafts.emergency(Drafts.ALL));
    mailings.queue(broadcasts.find(emergency).orElseThrow());

    assertThat(post.claim(Lane.BROADCAST, 2))
        .extracting(Dispatch::purpose)
        .containsOnly(Purpose.EMERGENCY);
  }

  @Test
  void what_is_held_up_waits_and_goes_on() {
    queue(3);
    var claimed = claim();
    broadcasts.pause(id, Drafts.BAKARI);

    assertThat(begin(claimed, 100)).isEmpty();
    assertThat(claim()).isEmpty();
    assertThat(post.states()).containsOnly(Map.entry("QUEUED", 3L));

    broadcasts.resume(id, Drafts.BAKARI);
    assertThat(begin(claim(), 100)).hasSize(3);
  }

  @Test
  void a_halt_holds_everything_for_many_and_nothing_for_one() {
    queue(3);
    post.put(7, Lane.REPLY, "Habari");
    post.agrees(8);
    post.put(8, Lane.BROADCAST, "Mkutano");
    var claimed = claim();
    broadcasts.halt(Drafts.DIRECTOR);

    assertThat(begin(claimed, 100)).isEmpty();
    assertThat(claim()).isEmpty();
    assertThat(post.claim(Lane.REPLY, 10)).hasSize(1);

    broadcasts.release(Drafts.DIRECTOR);
    assertThat(claim()).hasSize(4);
  }

  @Test
  void what_is_cancelled_between_claim_and_sending_does_not_leave() {
    queue(3);
    var claimed = claim();
    broadcasts.cancel(id, Drafts.BAKARI);

    assertThat(begin(claimed, 100)).isEmpty();
    assertThat(post.states()).containsOnly(Map.entry("CANCELLED", 3L));
  }

  @Test
  void who_opts_out_after_the_queueing_is_skipped_and_remembered() {
    queue(2);
    post.optOut(0);

    assertThat(begin(claim(), 100)).hasSize(1);

    assertThat(post.states())
        .containsOnly(Map.entry("SENDING", 1L), Map.entry("SKIPPED:OPTED_OUT", 1L));
    assertThat(muted()).isEqualTo(1);
  }

  private int muted() {
    return TOWN.database()
        .first(
            new Sql("test.muted", "select count(*)::int as n from citizen where muted <> ''"),
            row -> row.getInteger("n"))
        .orElseThrow();
  }

  @Test
  void who_had_their_alerts_meanwhile_is_skipped() {
    queue(2);
    begin(claim(), 100);
    queueAgain();

    assertThat(begin(claim(), 100)).isEmpty();

    assertThat(post.states()).containsOnly(Map.entry("SENDING", 2L), Map.entry("SKIPPED:CAP", 2L));
  }

  private void queueAgain() {
    post.clock.pass(Duration.ofHours(25));
    var second = Drafts.approved(broadcasts, Drafts.alert());
    new PgMailings(TOWN.database(), TOWN.database(), Town.PLACES, 3, post.clock)
        .queue(broadcasts.find(second).orElseThrow());
  }

  @Test
  void what_the_day_has_no_money_for_leaves_the_next_day() {
    queue(5);

    assertThat(begin(claim(), 3)).hasSize(3);
    assertThat(claim()).isEmpty();

    post.clock.pass(Duration.ofHours(16));
    assertThat(begin(claim(), 3)).hasSize(2);
  }

  @Test
  void many_hands_together_keep_within_the_day_and_add_it_up() {
    queue(200);
    var hands = IntStream.range(0, 20).mapToObj(_ -> post.claim(Lane.BROADCAST, 10)).toList();

    var left = hands.parallelStream().mapToInt(hand -> begin(hand, 125).size()).sum();

    assertThat(left).isEqualTo(125);
    assertThat(TOWN.database().first(TODAY, row -> row.getInteger("n"))).contains(125);
  }

  @Test
  void what_is_too_old_is_not_wanted_any_more() {
    queue(2);
    post.clock.pass(Duration.ofHours(25));

    assertThat(begin(claim(), 100)).isEmpty();
    assertThat(post.states()).containsOnly(Map.entry("EXPIRED", 2L));
  }
}
