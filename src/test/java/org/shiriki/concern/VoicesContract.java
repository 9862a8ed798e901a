package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiriki.place.Residence;
import org.shiriki.privacy.PhoneKey;

/// What every keeper of voices promises.
interface VoicesContract extends People {
  Residence.In SHELLA = new Residence.In("0079");

  Voices voices();

  /// Another concern of Shella about a category that nobody has reported before in this test.
  private Reference filed(String category, boolean anonymous, PhoneKey by) {
    var draft =
        Draft.about(category, UUID.randomUUID().toString())
            .in(SHELLA)
            .writing("Bomba limepasuka")
            .anonymous(anonymous);
    return concerns().file(draft, by, ConcernsContract.TO_WATER, ConcernsContract.MORNING);
  }

  private List<OpenConcern> open(String category) {
    return voices().open(category, SHELLA, passing());
  }

  @Test
  default void an_open_concern_is_offered_with_its_age_and_one_voice_not_its_words() {
    var reference = filed("health", true, passing());
    var dayBegan =
        Instant.parse("2026-11-20T21:00:00Z"); // without a name, no time finer than the day

    var offered = open("health");

    assertThat(offered).containsExactly(new OpenConcern(reference, "health", "", dayBegan, 1));
  }

  @Test
  default void a_voice_counts_once_however_often_and_fast_it_is_added() throws Exception {
    var reference = filed("roads", true, passing());
    var amina = consenting();
    Callable<Boolean> adding = () -> voices().add(reference, amina, true);

    List<Boolean> added;
    try (var phones = Executors.newVirtualThreadPerTaskExecutor()) {
      added =
          phones.invokeAll(IntStream.range(0, 24).mapToObj(_ -> adding).toList()).stream()
              .map(Future::resultNow)
              .distinct()
              .toList();
    }

    assertThat(added).containsExactly(true);
    assertThat(open("roads").getFirst().voices()).isEqualTo(2);
  }

  @Test
  default void a_reporter_s_own_concern_is_not_offered_and_gets_no_second_voice() {
    var amina = consenting();
    var reference = filed("education", false, amina);

    var added = voices().add(reference, amina, true);

    assertThat(added).isTrue();
    assertThat(voices().open("education", SHELLA, amina)).isEmpty();
    assertThat(open("education").getFirst().voices()).isOne();
  }

  @Test
  default void most_voices_come_first_and_no_more_than_a_screenful() {
    for (var count = 0; count <= Voices.OFFERED; count++) {
      filed("land", true, passing());
    }
    var loud = filed("land", true, passing());
    voices().add(loud, passing(), false);
    voices().add(loud, passing(), false);

    var offered = open("land");

    assertThat(offered).hasSize(Voices.OFFERED);
    assertThat(offered.getFirst().reference()).isEqualTo(loud);
    assertThat(offered.getFirst().voices()).isEqualTo(3);
  }

  @Test
  default void a_closed_concern_is_not_offered_and_takes_no_voice() {
    var reference = filed("waste", true, passing());
    concerns().advance(reference, new Progress.Event(Status.FIXED, "", ConcernsContract.MORNING));

    assertThat(voices().add(reference, consenting(), true)).isFalse();
    assertThat(open("waste")).isEmpty();
  }

  @Test
  default void who_does_not_know_the_ward_is_offered_nothing() {
    filed("papers", true, passing());

    assertThat(voices().open("papers", new Residence.Unknown(), passing())).isEmpty();
  }

  @Test
  default void whoever_follows_finds_it_among_their_reports_until_they_unfollow() {
    var amina = consenting();
    var reference = filed("farming", true, passing());

    voices().add(reference, amina, true);

    assertThat(concerns().reportedBy(amina)).extracting(Concern::reference).contains(reference);
    voices().add(reference, amina, false);
    assertThat(concerns().reportedBy(amina)).isEmpty();
    assertThat(open("farming").getFirst().voices()).isEqualTo(2);
  }

  @Test
  default void nobody_is_linked_who_has_not_consented_or_has_left() {
    var passing = passing();
    var amina = consenting();
    var reference = filed("power", true, passing());
    voices().add(reference, passing, true);
    voices().add(reference, amina, true);

    leaves(amina);

    assertThat(concerns().reportedBy(passing)).isEmpty();
    assertThat(concerns().reportedBy(amina)).isEmpty();
    assertThat(open("power").getFirst().voices()).isEqualTo(3);
  }
}
