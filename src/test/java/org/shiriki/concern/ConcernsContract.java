package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shiriki.office.Directory.Route;
import org.shiriki.office.Directory.Targets;
import org.shiriki.place.Residence;
import org.shiriki.privacy.PhoneKey;

/// What every keeper of concerns promises.
interface ConcernsContract {
  Instant MORNING = Instant.parse("2026-11-21T06:00:00Z");
  Route TO_WATER = new Route("water", "001", "", "mombasa-water", Targets.USUAL);
  List<Reference> SOME = Stream.generate(Reference.from(new Random(7))::next).limit(4).toList();

  /// A keeper that draws its references here.
  Concerns concerns(Reference.Source references);

  /// A person who has consented, of whom nothing was kept before.
  PhoneKey consenting();

  /// A person who has chosen a language and no more.
  PhoneKey passing();

  void leaves(PhoneKey person);

  default Concerns concerns() {
    return concerns(Reference.from(new Random()));
  }

  static Draft draft(boolean anonymous) {
    return Draft.about("water", UUID.randomUUID().toString())
        .in(new Residence.In("0024"))
        .writing("Bomba limepasuka * kwa wiki 2")
        .fixedBy("Fundi mmoja tu")
        .anonymous(anonymous);
  }

  @Test
  default void what_was_filed_is_found_by_its_reference_and_by_its_reporter() {
    var concerns = concerns();
    var amina = consenting();

    var reference = concerns.file(draft(false), amina, TO_WATER, MORNING);

    var concern =
        new Concern(reference, "water", new Residence.In("0024"), Status.RECEIVED, MORNING);
    var received = new Progress.Event(Status.RECEIVED, "", MORNING);
    assertThat(concerns.find(reference)).contains(new Progress(concern, List.of(received)));
    assertThat(concerns.reportedBy(amina)).containsExactly(concern);
    assertThat(concerns.count(amina)).isOne();
    assertThat(concerns.about(amina).en()).isEqualTo("Concerns: 1, followed: 0");
  }

  @Test
  default void the_same_draft_again_gives_the_same_reference_and_files_nothing() {
    var concerns = concerns();
    var amina = consenting();
    var draft = draft(false);
    var reference = concerns.file(draft, amina, TO_WATER, MORNING);

    var again = concerns.file(draft, amina, TO_WATER, MORNING.plusSeconds(60));

    assertThat(again).isEqualTo(reference);
    assertThat(concerns.count(amina)).isOne();
    assertThat(concerns.find(reference).orElseThrow().history()).hasSize(1);
  }

  @Test
  default void one_draft_that_is_sent_many_times_at_once_is_filed_once() throws Exception {
    var concerns = concerns();
    var amina = consenting();
    var draft = draft(false);
    Callable<Reference> sending = () -> concerns.file(draft, amina, TO_WATER, MORNING);

    List<Reference> references;
    try (var phones = Executors.newVirtualThreadPerTaskExecutor()) {
      references =
          phones.invokeAll(IntStream.range(0, 24).mapToObj(_ -> sending).toList()).stream()
              .map(Future::resultNow)
              .distinct()
              .toList();
    }

    assertThat(references).hasSize(1);
    assertThat(concerns.count(amina)).isOne();
    assertThat(concerns.find(references.getFirst()).orElseThrow().history()).hasSize(1);
  }

  @Test
  default void a_reference_that_is_taken_is_drawn_anew() {
    Iterator<Reference> drawn =
        List.of(SOME.get(0), SOME.get(0), SOME.get(0), SOME.get(1)).iterator();
    var concerns = concerns(drawn::next);
    var amina = consenting();
    var first = concerns.file(draft(false), amina, TO_WATER, MORNING);

    var second = concerns.file(draft(false), amina, TO_WATER, MORNING);

    assertThat(List.of(first, second)).containsExactly(SOME.get(0), SOME.get(1));
    assertThat(concerns.count(amina)).isEqualTo(2);
  }

  @Test
  default void without_a_name_only_the_reference_leads_to_a_concern() {
    var concerns = concerns();
    var amina = consenting();

    var reference = concerns.file(draft(true), amina, TO_WATER, MORNING);

    assertThat(concerns.reportedBy(amina)).isEmpty();
    assertThat(concerns.count(amina)).isZero();
    assertThat(concerns.find(reference)).isPresent();
  }

  @Test
  default void nobody_is_kept_who_has_not_consented() {
    var concerns = concerns();
    var passing = passing();

    var reference = concerns.file(draft(false), passing, TO_WATER, MORNING);

    assertThat(concerns.reportedBy(passing)).isEmpty();
    assertThat(concerns.find(reference)).isPresent();
  }

  @Test
  default void leaving_takes_the_name_off_a_concern_and_leaves_the_concern() {
    var concerns = concerns();
    var amina = consenting();
    var reference = concerns.file(draft(false), amina, TO_WATER, MORNING);

    leaves(amina);

    assertThat(concerns.count(amina)).isZero();
    assertThat(concerns.find(reference)).isPresent();
  }

  @Test
  default void ones_own_concerns_come_newest_first_and_not_too_many() {
    var concerns = concerns();
    var amina = consenting();
    for (var day = 0; day < Concerns.LISTED + 3; day++) {
      concerns.file(draft(false), amina, TO_WATER, MORNING.plus(Duration.ofDays(day)));
    }

    var listed = concerns.reportedBy(amina);

    assertThat(listed).hasSize(Concerns.LISTED);
    assertThat(listed.getFirst().filed())
        .isEqualTo(MORNING.plus(Duration.ofDays(Concerns.LISTED + 2)));
    assertThat(listed).isSortedAccordingTo((one, next) -> next.filed().compareTo(one.filed()));
    assertThat(concerns.count(amina)).isEqualTo(Concerns.LISTED + 3);
  }

  @Test
  default void what_becomes_of_a_concern_is_told_in_order() {
    var concerns = concerns();
    var reference = concerns.file(draft(true), passing(), TO_WATER, MORNING);
    var inHand = new Progress.Event(Status.IN_HAND, "", MORNING.plusSeconds(60));
    var fixed = new Progress.Event(Status.FIXED, "Bomba jipya", MORNING.plusSeconds(120));
    concerns.advance(reference, inHand);

    concerns.advance(reference, fixed);

    var progress = concerns.find(reference).orElseThrow();
    assertThat(progress.concern().status()).isEqualTo(Status.FIXED);
    assertThat(progress.history().subList(1, 3)).containsExactly(inHand, fixed);
  }

  @Test
  default void an_unknown_reference_leads_nowhere() {
    var concerns = concerns();

    concerns.advance(SOME.get(2), new Progress.Event(Status.CLOSED, "", MORNING));

    assertThat(concerns.find(SOME.get(2))).isEmpty();
  }
}
