package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.staff.AuditEntry;

/// What every keeper of topics for staff promises.
interface FoldersContract {
  AuditEntry ENTRY = new AuditEntry(Town.MORNING, "mwanaidi", "topic.tried", "topic/water", "");
  UUID CALL = new UUID(1, 1);
  Edition FIRST = new Edition(1, Library.WATER, "mwanaidi", Town.MORNING);
  Edition SECOND =
      new Edition(
          2,
          new Topic(
              "water",
              Library.WATER.keyword(),
              Library.WATER.title(),
              Confidence.LOW,
              true,
              false,
              LocalDate.of(2027, 3, 1),
              "Who pays",
              List.of(),
              Library.ROADS.pages()),
          "baraka",
          Town.MORNING.plusSeconds(60));

  /// A keeper of nothing.
  Folders folders();

  /// How many lines the audit has.
  int audited();

  @Test
  default void a_new_topic_comes_back_whole_and_is_not_shown() {
    var folders = folders();

    assertThat(folders.add(FIRST, 5, CALL, ENTRY)).isTrue();

    assertThat(folders.find("water")).contains(new Folder(5, FIRST, Folder.NONE, 1));
  }

  @Test
  default void the_same_call_makes_a_topic_once_and_another_call_none_with_its_id() {
    var folders = folders();
    var lines = audited();
    folders.add(FIRST, 5, CALL, ENTRY);

    assertThat(folders.add(FIRST, 5, CALL, ENTRY)).isTrue();
    assertThat(folders.add(FIRST, 5, new UUID(2, 2), ENTRY)).isFalse();
    assertThat(audited() - lines).isOne();
  }

  @Test
  default void every_version_stays_and_the_newest_is_the_topic() {
    var folders = folders();
    folders.add(FIRST, 5, CALL, ENTRY);

    assertThat(folders.revise(SECOND, 1, ENTRY)).isTrue();

    assertThat(folders.find("water").orElseThrow().latest()).isEqualTo(SECOND);
    assertThat(folders.editions("water", Long.MAX_VALUE, 9)).containsExactly(SECOND, FIRST);
    assertThat(folders.editions("water", 2, 9)).containsExactly(FIRST);
    assertThat(folders.edition("water", 1)).contains(FIRST);
    assertThat(folders.edition("water", 3)).isEmpty();
  }

  @Test
  default void phones_are_shown_any_version_and_none() {
    var folders = folders();
    folders.add(FIRST, 5, CALL, ENTRY);
    folders.revise(SECOND, 1, ENTRY);

    assertThat(folders.show("water", 2, 2, ENTRY)).isTrue();
    assertThat(folders.show("water", 1, 3, ENTRY)).isTrue();
    assertThat(folders.find("water").orElseThrow().shown()).isOne();

    assertThat(folders.show("water", Folder.NONE, 4, ENTRY)).isTrue();
    assertThat(folders.find("water").orElseThrow().shown()).isEqualTo(Folder.NONE);
  }

  @Test
  default void a_change_of_what_somebody_else_changed_changes_nothing() {
    var folders = folders();
    folders.add(FIRST, 5, CALL, ENTRY);
    folders.move("water", 7, 1, ENTRY);
    var before = folders.find("water");
    var lines = audited();

    assertThat(folders.revise(SECOND, 1, ENTRY)).isFalse();
    assertThat(folders.show("water", 1, 1, ENTRY)).isFalse();
    assertThat(folders.move("water", 9, 1, ENTRY)).isFalse();

    assertThat(folders.find("water")).isEqualTo(before);
    assertThat(audited()).isEqualTo(lines);
  }

  @Test
  default void pages_go_in_the_order_of_the_menu_and_can_be_kept_to_what_is_due_or_shown() {
    var folders = folders();
    folders.add(FIRST, 5, CALL, ENTRY);
    folders.add(
        new Edition(1, Library.ROADS, "mwanaidi", Town.MORNING), 2, UUID.randomUUID(), ENTRY);
    folders.add(
        new Edition(1, Library.SAFETY, "mwanaidi", Town.MORNING), 5, UUID.randomUUID(), ENTRY);
    folders.show("water", 1, 1, ENTRY);

    assertThat(ids(folders, Folders.Search.ALL)).containsExactly("roads", "safety", "water");
    assertThat(ids(folders, new Folders.Search(5, "safety", null, null))).containsExactly("water");
    assertThat(ids(folders, new Folders.Search(-1, "", LocalDate.of(2026, 12, 30), null)))
        .containsExactly("roads");
    assertThat(ids(folders, new Folders.Search(-1, "", null, true))).containsExactly("water");
    assertThat(ids(folders, new Folders.Search(-1, "", null, false)))
        .containsExactly("roads", "safety");
  }

  private static List<String> ids(Folders folders, Folders.Search search) {
    return folders.page(search, 9).stream().map(Folder::id).toList();
  }
}
