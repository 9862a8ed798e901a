package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Phone;
import org.shiriki.sms.Message.Lane;
import org.shiriki.sms.Post.Remembering;

/// Rounds of sending, with a carrier that has its moods.
class DispatcherIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private final Remembering carrier = new Remembering();
  private Post post = new Post(TOWN.vertx(), TOWN.database());

  @BeforeEach
  void empty() {
    post = new Post(TOWN.vertx(), TOWN.database());
  }

  @Test
  void equal_words_leave_in_one_request() {
    post.audience(40, Lane.BROADCAST);

    post.dispatcher(carrier).round(Lane.BROADCAST);

    assertThat(carrier.parcels)
        .singleElement()
        .satisfies(parcel -> {
          assertThat(parcel.to()).hasSize(40);
          assertThat(parcel.text()).isEqualTo("Mkutano kesho");
        });
    assertThat(post.states()).containsOnly(Map.entry("ACCEPTED", 40L));
  }

  @Test
  void an_answer_that_is_lost_leaves_unknowns_that_are_never_sent_again() {
    post.audience(10, Lane.BROADCAST);
    carrier.says(_ -> new Outcome.Unknown("closed"));
    var dispatcher = post.dispatcher(carrier);
    dispatcher.round(Lane.BROADCAST);
    carrier.says(Remembering::takes);

    post.clock.pass(Duration.ofHours(1));
    dispatcher.round(Lane.BROADCAST);

    assertThat(carrier.asked).hasSize(10);
    assertThat(post.states()).containsOnly(Map.entry("UNKNOWN:NO_ANSWER", 10L));
  }

  @Test
  void a_carrier_that_breaks_in_the_hand_counts_as_unknown() {
    post.audience(2, Lane.BROADCAST);
    carrier.says(_ -> {
      throw new IllegalStateException("broken");
    });

    post.dispatcher(carrier).round(Lane.BROADCAST);

    assertThat(post.states()).containsOnly(Map.entry("UNKNOWN:NO_ANSWER", 2L));
  }

  @Test
  void those_whom_the_answer_leaves_out_are_unknown() {
    post.audience(2, Lane.BROADCAST);
    carrier.says(parcel ->
        new Outcome.Answered(
            Map.of(parcel.to().getFirst(), new Verdict.Accepted("ATXid_1", "KES 0.8"))));

    post.dispatcher(carrier).round(Lane.BROADCAST);

    assertThat(post.states())
        .containsOnly(Map.entry("ACCEPTED", 1L), Map.entry("UNKNOWN:NO_ANSWER", 1L));
  }

  @Test
  void what_was_not_sent_waits_and_leaves_once_when_the_carrier_is_back() {
    post.audience(20, Lane.BROADCAST);
    carrier.says(_ -> new Outcome.NotSent("refused"));
    var dispatcher = post.dispatcher(carrier);
    dispatcher.round(Lane.BROADCAST);
    assertThat(dispatcher.round(Lane.BROADCAST)).as("it is left alone").isFalse();
    assertThat(carrier.parcels).hasSize(1);
    assertThat(post.states()).containsOnly(Map.entry("QUEUED", 20L));
    carrier.says(Remembering::takes);
    carrier.asked.clear();

    post.clock.pass(Duration.ofMinutes(1));
    while (dispatcher.round(Lane.BROADCAST)) {}

    dispatcher.round(Lane.BROADCAST);
    assertThat(carrier.asked).hasSize(20).doesNotHaveDuplicates();
    assertThat(post.states()).containsOnly(Map.entry("ACCEPTED", 20L));
  }

  @Test
  void a_carrier_with_too_much_to_do_is_left_alone_as_long_as_it_asks() {
    post.put(1, Lane.REPLY, "Habari");
    carrier.says(_ -> new Outcome.Throttled(Duration.ofSeconds(20)));
    var dispatcher = post.dispatcher(carrier);
    dispatcher.round(Lane.REPLY);
    carrier.says(Remembering::takes);

    post.clock.pass(Duration.ofSeconds(19));
    dispatcher.round(Lane.REPLY);
    assertThat(post.states()).containsOnly(Map.entry("QUEUED", 1L));

    post.clock.pass(Duration.ofSeconds(12));
    dispatcher.round(Lane.REPLY);
    assertThat(post.states()).containsOnly(Map.entry("ACCEPTED", 1L));
  }

  @Test
  void an_empty_account_pauses_everything_and_shows() {
    post.put(1, Lane.REPLY, "Habari");
    post.put(2, Lane.REPLY, "Habari");
    carrier.says(parcel ->
        new Outcome.Answered(
            parcel.to().stream()
                .collect(
                    Collectors.toMap(
                        phone -> phone,
                        _ -> new Verdict.RefusedForNow(Reason.NO_BALANCE, "405")))));
    var dispatcher = post.dispatcher(carrier);

    dispatcher.round(Lane.REPLY);
    dispatcher.round(Lane.REPLY);

    assertThat(carrier.parcels).hasSize(1);
    assertThat(post.meters.get("shiriki.sms.paused").gauge().value()).isEqualTo(1);
    assertThat(post.states()).containsOnly(Map.entry("QUEUED:NO_BALANCE", 2L));
    carrier.says(Remembering::takes);
    post.clock.pass(Duration.ofMinutes(2));
    dispatcher.round(Lane.REPLY);
    dispatcher.round(Lane.REPLY);
    assertThat(post.meters.get("shiriki.sms.paused").gauge().value()).isZero();
    assertThat(post.states()).containsOnly(Map.entry("ACCEPTED", 2L));
  }

  @Test
  void a_request_that_is_refused_as_a_whole_fails_for_good() {
    post.put(1, Lane.REPLY, "Habari");
    carrier.says(_ -> new Outcome.Refused(Reason.REQUEST, "HTTP 400"));

    post.dispatcher(carrier).round(Lane.REPLY);

    assertThat(post.states()).containsOnly(Map.entry("FAILED:REQUEST", 1L));
  }

  @Test
  void a_database_that_comes_back_hears_what_the_carrier_said_meanwhile() {
    post.put(1, Lane.REPLY, "Habari");
    var faltering = new Faltering(post.dispatches, new AtomicInteger(), new AtomicInteger(2));

    post.dispatcher(carrier, faltering).round(Lane.REPLY);

    assertThat(carrier.asked).hasSize(1);
    assertThat(post.states()).containsOnly(Map.entry("ACCEPTED", 1L));
  }

  @Test
  void what_could_not_be_begun_goes_back_though_the_database_has_begun_it() {
    post.put(1, Lane.REPLY, "Habari");
    var faltering = new Faltering(post.dispatches, new AtomicInteger(1), new AtomicInteger());
    var dispatcher = post.dispatcher(carrier, faltering);

    dispatcher.round(Lane.REPLY);

    assertThat(carrier.asked).isEmpty();
    assertThat(post.states()).containsOnly(Map.entry("QUEUED", 1L));
    post.clock.pass(Duration.ofSeconds(2));
    dispatcher.round(Lane.REPLY);
    assertThat(carrier.asked).hasSize(1);
    assertThat(post.states()).containsOnly(Map.entry("ACCEPTED", 1L));
  }

  @Test
  void a_wrong_sender_of_one_message_stops_no_other() {
    post.put(1, Lane.REPLY, "Habari", "own sender");
    post.put(2, Lane.REPLY, "Jibu", "house sender");
    TOWN.database()
        .run(new Sql("test.sender", "update outbox set sender = 'X' where once = 'own sender'"));
    carrier.says(parcel ->
        parcel.sender().isEmpty()
            ? Remembering.takes(parcel)
            : new Outcome.Paused(Outcome.Cause.BAD_SENDER));

    post.dispatcher(carrier).round(Lane.REPLY);

    assertThat(post.states())
        .containsOnly(Map.entry("ACCEPTED", 1L), Map.entry("FAILED:SENDER", 1L));
  }

  @Test
  void two_nodes_on_one_outbox_send_everybody_one_message() {
    post.audience(400, Lane.BROADCAST);
    var nodes = Stream.generate(() -> post.dispatcher(carrier)).limit(2).toList();

    nodes.parallelStream()
        .forEach(node -> {
          while (node.round(Lane.BROADCAST)) {}
        });

    nodes.getFirst().round(Lane.BROADCAST);
    assertThat(carrier.asked).hasSize(400).doesNotHaveDuplicates();
    assertThat(post.states()).containsOnly(Map.entry("ACCEPTED", 400L));
  }

  @Test
  void whatever_the_carrier_does_nobody_is_texted_twice_and_the_states_add_up() {
    var seed = System.nanoTime();
    var chance = new Random(seed);
    post.audience(300, Lane.BROADCAST);
    var taken = new ConcurrentLinkedQueue<Phone>();
    carrier.says(parcel -> moody(parcel, chance, taken));

    for (var round = 0; round < 200; round++) {
      post.dispatcher(carrier).round(Lane.BROADCAST);
      post.clock.pass(Duration.ofSeconds(61));
      post.dispatches.abandon(post.clock.instant());
    }

    assertThat(taken).as("seed " + seed).doesNotHaveDuplicates();
    assertThat(post.states().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(300);
    assertThat(post.states().keySet())
        .as("seed " + seed)
        .isSubsetOf("ACCEPTED", "UNKNOWN:NO_ANSWER", "FAILED:REQUEST");
  }

  private static Outcome moody(Carrier.Parcel parcel, Random chance, Queue<Phone> taken) {
    var mood = chance.nextInt(6);
    if (mood > 2) {
      taken.addAll(parcel.to());
    }
    return switch (mood) {
      case 0 -> new Outcome.NotSent("refused");
      case 1 -> new Outcome.Throttled(Duration.ZERO);
      case 2 -> new Outcome.Paused(Outcome.Cause.BAD_KEY);
      case 3 -> new Outcome.Unknown("closed");
      default -> Remembering.takes(parcel);
    };
  }

  @Test
  void the_pace_is_kept_in_parts_and_not_in_messages() {
    var pace = new Pace(TOWN.vertx(), 20);
    pace.admit(Lane.REPLY, 20);
    var started = System.nanoTime();

    List.of(5, 5, 5).forEach(parts -> pace.admit(Lane.REPLY, parts));

    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .isBetween(Duration.ofMillis(700), Duration.ofMillis(1_500));
    assertThat(pace.most(Lane.BROADCAST)).isEqualTo(18);
  }
}
