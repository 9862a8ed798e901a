package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What every keeper of topics promises.
interface TopicsContract {
  /// A keeper that begins with these.
  Topics topics(List<Topic> seed);

  @Test
  default void topics_come_back_whole_and_in_order() {
    var topics = topics(List.of(Library.WATER, Library.SAFETY, Library.ROADS));

    var all = topics.all();

    assertThat(all).containsExactly(Library.WATER, Library.SAFETY, Library.ROADS);
  }

  @Test
  default void a_topic_is_found_by_its_id() {
    var topics = topics(List.of(Library.WATER, Library.ROADS));

    var found = topics.find("roads");

    assertThat(found).contains(Library.ROADS);
  }

  @Test
  default void an_id_that_is_not_kept_finds_nothing() {
    var topics = topics(List.of(Library.WATER));

    var found = topics.find("roads");

    assertThat(found).isEmpty();
  }
}
