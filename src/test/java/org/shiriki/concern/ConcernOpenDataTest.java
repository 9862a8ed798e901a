package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.shiriki.office.Directory;
import org.shiriki.place.Places;

class ConcernOpenDataTest {
  private static final Places PLACES = Places.load(Path.of("config"));
  private static final Directory NOBODY = new Directory(List.of(), List.of(), List.of());

  @Test
  void figures_are_whole_tens_and_none_is_under_ten() {
    assertThat(ConcernOpenData.told(0)).isNull();
    assertThat(ConcernOpenData.told(9)).isNull();
    assertThat(ConcernOpenData.told(10)).isEqualTo(10);
    assertThat(ConcernOpenData.told(39)).isEqualTo(30);
  }

  @Test
  void they_stand_as_they_were_three_days_before_and_change_once_a_day() {
    var asked = new ArrayList<Instant>();
    var now = new AtomicReference<>(Instant.parse("2026-11-22T20:59:59Z"));
    var data =
        new ConcernOpenData(
            moment -> {
              asked.add(moment);
              return new Sums(List.of(), List.of(), List.of());
            },
            PLACES,
            () -> NOBODY,
            now::get);
    data.all();
    data.stories();
    now.set(Instant.parse("2026-11-22T21:00:00Z"));
    data.all();

    assertThat(asked)
        .containsExactly(
            Instant.parse("2026-11-18T21:00:00Z"), Instant.parse("2026-11-19T21:00:00Z"));
  }

  @Test
  void what_was_put_right_is_told_where_it_was_ten_times_or_more() {
    var done = List.of(new Sums.Done("003", "water", 23, 12), new Sums.Done("001", "water", 9, 2));
    var data =
        new ConcernOpenData(
            _ -> new Sums(List.of(), List.of(), done), PLACES, () -> NOBODY, Instant::now);

    assertThat(data.stories())
        .singleElement()
        .satisfies(story -> {
          assertThat(story.county()).isEqualTo("Kilifi");
          assertThat(story.fixed()).isEqualTo(20);
          assertThat(story.weeks()).isEqualTo(2);
        });
  }
}
