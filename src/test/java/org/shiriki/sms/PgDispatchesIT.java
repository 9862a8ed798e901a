package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.sms.Dispatches.Settled;
import org.shiriki.sms.Message.Lane;

/// What nodes take in hand, and what becomes of it when they die.
class PgDispatchesIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql DIALS =
      new Sql(
          "test.dials",
          """
          insert into ussd_turn (session_id, text_length, citizen_key, at, open, sealed)
          values ('s', 0, $1, $2, true, '')
          """);
  private static final Sql WRITES =
      new Sql(
          "test.writes",
          """
          insert into sms_in (id, citizen_key, words, received_at, state, not_before)
          values ('l', $1, '', $2, 'DONE', $2)
          """);

  private Post post = new Post(TOWN.vertx(), TOWN.database());

  @BeforeEach
  void empty() {
    post = new Post(TOWN.vertx(), TOWN.database());
  }

  private void settle(List<Dispatch> begun, Verdict verdict) {
    post.dispatches.settle(
        begun.stream().map(dispatch -> new Settled(dispatch, verdict)).toList(),
        post.clock.instant(),
        post.clock.instant().plusSeconds(5));
  }

  @Test
  void what_is_claimed_is_nobody_elses_until_the_lease_runs_out() {
    post.put(1, Lane.REPLY, "Habari");

    var first = post.claim(Lane.REPLY, 10);
    var second = post.claim(Lane.REPLY, 10);
    post.clock.pass(Duration.ofSeconds(61));
    var later = post.claim(Lane.REPLY, 10);

    assertThat(first).hasSize(1);
    assertThat(second).isEmpty();
    assertThat(later).hasSize(1);
  }

  @Test
  void a_node_that_slept_through_its_lease_may_not_send() {
    post.put(1, Lane.REPLY, "Habari");
    var slow = post.claim(Lane.REPLY, 10);
    post.clock.pass(Duration.ofSeconds(61));

    assertThat(post.begin(slow)).as("its time is over").isEmpty();

    var quick = post.claim(Lane.REPLY, 10);
    assertThat(post.begin(slow)).as("another has it").isEmpty();
    assertThat(post.begin(quick)).hasSize(1);
    assertThat(post.begin(quick)).as("it is under way").isEmpty();
  }

  @Test
  void a_sender_that_died_on_the_way_leaves_an_unknown_and_nothing_to_send() {
    post.put(1, Lane.REPLY, "Habari");
    post.begin(post.claim(Lane.REPLY, 10));
    post.dispatches.abandon(post.clock.instant());
    assertThat(post.states()).containsOnly(Map.entry("SENDING", 1L));

    post.clock.pass(Duration.ofMinutes(4));
    post.dispatches.abandon(post.clock.instant());

    assertThat(post.states()).containsOnly(Map.entry("UNKNOWN:LEASE", 1L));
    assertThat(post.claim(Lane.REPLY, 10)).isEmpty();
  }

  @Test
  void an_answer_that_comes_after_the_lease_is_believed() {
    post.put(1, Lane.REPLY, "Habari");
    var begun = post.begin(post.claim(Lane.REPLY, 10));
    post.clock.pass(Duration.ofMinutes(4));
    post.dispatches.abandon(post.clock.instant());

    settle(begun, new Verdict.Accepted("ATXid_1", "KES 0.8"));

    assertThat(post.states()).containsOnly(Map.entry("ACCEPTED", 1L));
    assertThat(post.messageId("Habari")).isEqualTo("ATXid_1");
  }

  private List<Dispatch> remind(int who) {
    post.agrees(who);
    post.outbox.put(
        new Message(
            post.key(who), Post.phone(who), Lane.STATUS, Purpose.REMINDER, "Endelea", "reminder"));
    return post.claim(Lane.STATUS, 10);
  }

  @Test
  void a_reminder_leaves_while_it_is_of_use() {
    assertThat(post.begin(remind(1))).hasSize(1);

    var late = remind(2);
    post.dispatches.putBack(late, post.clock.instant());
    post.clock.pass(Purpose.REMINDS.plusSeconds(1));
    assertThat(post.begin(post.claim(Lane.STATUS, 10))).isEmpty();

    assertThat(post.states()).containsOnly(Map.entry("SENDING", 1L), Map.entry("EXPIRED", 1L));
  }

  @Test
  void whoever_has_come_back_is_not_reminded() {
    var dialled = remind(1);
    var wrote = remind(2);
    post.clock.pass(Duration.ofSeconds(1));
    TOWN.database().run(DIALS, post.key(1).text(), post.clock.instant().atOffset(ZoneOffset.UTC));
    TOWN.database().run(WRITES, post.key(2).text(), post.clock.instant().atOffset(ZoneOffset.UTC));

    assertThat(post.begin(dialled)).isEmpty();
    assertThat(post.begin(wrote)).isEmpty();

    assertThat(post.states()).containsOnly(Map.entry("SKIPPED:CAME_BACK", 2L));
  }

  @Test
  void each_verdict_has_its_state() {
    for (var who = 1; who <= 4; who++) {
      post.put(who, Lane.REPLY, "Habari", "once " + who);
    }
    var begun = post.begin(post.claim(Lane.REPLY, 10));
    var now = post.clock.instant();

    post.dispatches.settle(
        List.of(
            new Settled(begun.get(0), new Verdict.Accepted("ATXid_1", "KES 0.8")),
            new Settled(
                begun.get(1), new Verdict.Refused(Reason.INVALID, "403 InvalidPhoneNumber")),
            new Settled(begun.get(2), new Verdict.RefusedForNow(Reason.NO_BALANCE, "405")),
            new Settled(begun.get(3), new Verdict.Unknown("500"))),
        now,
        now.plusSeconds(60));

    assertThat(post.states())
        .containsOnly(
            Map.entry("ACCEPTED", 1L),
            Map.entry("FAILED:INVALID", 1L),
            Map.entry("QUEUED:NO_BALANCE", 1L),
            Map.entry("UNKNOWN:NO_ANSWER", 1L));
    assertThat(post.claim(Lane.REPLY, 10)).isEmpty();
    post.clock.pass(Duration.ofSeconds(61));
    assertThat(post.claim(Lane.REPLY, 10))
        .extracting(Dispatch::to)
        .containsExactly(begun.get(2).to());
  }

  @Test
  void the_carriers_black_list_becomes_an_opt_out() {
    post.put(1, Lane.REPLY, "Habari");
    settle(
        post.begin(post.claim(Lane.REPLY, 10)),
        new Verdict.Refused(Reason.BLOCKED, "406 UserInBlacklist"));

    assertThat(new PgCitizens(TOWN.database(), post.vault).suppressed(post.key(1))).isTrue();
  }

  @Test
  void who_left_between_the_claim_and_the_sending_gets_nothing_but_the_answer_to_their_own_words() {
    post.put(1, Lane.REPLY, "Habari");
    post.outbox.put(
        new Message(post.key(2), Post.phone(2), Lane.REPLY, Purpose.ANSWER, "Umetoka.", "left"));
    var claimed = post.claim(Lane.REPLY, 10);
    for (var who = 1; who <= 2; who++) {
      TOWN.database()
          .run(
              new Sql("test.stop", "insert into suppression (mark) values ($1)"),
              post.vault.stopMark(post.key(who)));
    }

    var begun = post.begin(claimed);

    assertThat(begun).extracting(Dispatch::once).containsExactly("left");
    assertThat(post.states())
        .containsOnly(Map.entry("SENDING", 1L), Map.entry("SKIPPED:OPTED_OUT", 1L));
  }

  @Test
  void status_and_bulk_need_a_consent_in_force_and_a_reply_needs_none() {
    post.agrees(1);
    post.put(1, Lane.STATUS, "Limetatuliwa", "with");
    post.put(2, Lane.STATUS, "Limetatuliwa", "without");
    post.put(3, Lane.BROADCAST, "Mkutano", "bulk without");
    post.put(4, Lane.REPLY, "Habari", "reply");

    var begun =
        List.of(Lane.values()).stream().flatMap(lane -> post.begin(post.claim(lane, 9)).stream());

    assertThat(begun.map(Dispatch::once)).containsExactly("reply", "with");
    assertThat(post.states())
        .containsOnly(Map.entry("SENDING", 2L), Map.entry("SKIPPED:NO_CONSENT", 2L));
  }

  @Test
  void a_person_gets_no_more_replies_a_day_than_the_budget() {
    for (var reply = 0; reply < 5; reply++) {
      post.put(1, Lane.REPLY, "Jibu", "reply " + reply);
    }
    post.put(2, Lane.REPLY, "Jibu", "another person");

    assertThat(post.begin(post.claim(Lane.REPLY, 2))).hasSize(2);
    assertThat(post.begin(post.claim(Lane.REPLY, 9))).hasSize(2);

    assertThat(post.states())
        .containsOnly(Map.entry("SENDING", 4L), Map.entry("SKIPPED:BUDGET", 2L));
    post.clock.pass(Duration.ofHours(13));
    post.put(1, Lane.REPLY, "Jibu", "tomorrow");
    assertThat(post.begin(post.claim(Lane.REPLY, 9))).hasSize(1);
  }

  @Test
  void what_is_older_than_a_day_is_not_sent_any_more() {
    post.put(1, Lane.REPLY, "Habari");
    post.clock.pass(Duration.ofHours(25));

    assertThat(post.begin(post.claim(Lane.REPLY, 10))).isEmpty();
    assertThat(post.states()).containsOnly(Map.entry("EXPIRED", 1L));
  }

  @Test
  void an_alert_written_at_night_is_not_due_before_the_morning() {
    post.clock.pass(Duration.ofHours(12));
    post.agrees(1);
    post.put(1, Lane.BROADCAST, "Mkutano");

    assertThat(post.claim(Lane.BROADCAST, 10)).isEmpty();
    post.clock.pass(Duration.ofHours(8));
    assertThat(post.claim(Lane.BROADCAST, 10)).hasSize(1);
  }

  @Test
  void what_was_surely_not_sent_goes_back_and_is_taken_again_when_due() {
    post.put(1, Lane.REPLY, "Habari");
    var begun = post.begin(post.claim(Lane.REPLY, 10));

    post.dispatches.putBack(begun, post.clock.instant().plusSeconds(7));

    assertThat(post.states()).containsOnly(Map.entry("QUEUED", 1L));
    assertThat(post.claim(Lane.REPLY, 10)).isEmpty();
    post.clock.pass(Duration.ofSeconds(8));
    assertThat(post.begin(post.claim(Lane.REPLY, 10))).hasSize(1);
  }

  @Test
  void a_message_that_no_key_opens_fails_alone() {
    post.put(1, Lane.REPLY, "Habari", "broken");
    post.put(2, Lane.REPLY, "Habari", "whole");
    TOWN.database()
        .run(new Sql("test.break", "update outbox set phone = 'x' where once = 'broken'"));

    var claimed = post.claim(Lane.REPLY, 10);

    assertThat(claimed).extracting(Dispatch::once).containsExactly("whole");
    assertThat(post.states())
        .containsOnly(Map.entry("FAILED:UNREADABLE", 1L), Map.entry("QUEUED", 1L));
  }

  @Test
  void what_waits_is_counted_by_lane_with_the_age_of_the_oldest() {
    post.put(1, Lane.REPLY, "Habari");
    post.clock.pass(Duration.ofSeconds(90));
    post.put(2, Lane.REPLY, "Habari");

    assertThat(post.dispatches.waiting(post.clock.instant()))
        .containsExactly(new Dispatches.Waiting(Lane.REPLY, 2, Duration.ofSeconds(90)));
  }
}
