package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.staff.AuditEntry;

/// What every keeper of help lines for staff promises.
interface PostingsContract {
  AuditEntry ENTRY =
      new AuditEntry(Town.MORNING, "mwanaidi", "helpline.tried", "helpline/police", "");
  UUID CALL = new UUID(1, 1);
  Posting POLICE = new Posting(Library.POLICE, 3, 1);
  Posting NACADA = new Posting(Library.NACADA, 3, 1);

  /// A keeper of nothing.
  Postings postings();

  /// How many lines the audit has.
  int audited();

  @Test
  default void a_help_line_comes_back_whole_whether_it_was_tested_or_not() {
    var postings = postings();

    assertThat(postings.add(POLICE, CALL, ENTRY)).isTrue();
    assertThat(postings.add(NACADA, new UUID(2, 2), ENTRY)).isTrue();

    assertThat(postings.find("police")).contains(POLICE);
    assertThat(postings.find("nacada")).contains(NACADA);
  }

  @Test
  default void the_same_call_makes_a_line_once_and_another_call_none_with_its_id() {
    var postings = postings();
    var lines = audited();
    postings.add(POLICE, CALL, ENTRY);

    assertThat(postings.add(POLICE, CALL, ENTRY)).isTrue();
    assertThat(postings.add(POLICE, new UUID(2, 2), ENTRY)).isFalse();
    assertThat(audited() - lines).isOne();
  }

  @Test
  default void a_change_of_what_somebody_else_changed_changes_nothing() {
    var postings = postings();
    postings.add(POLICE, CALL, ENTRY);
    assertThat(postings.replace(POLICE.changed(Library.POLICE, 9), ENTRY)).isTrue();
    var lines = audited();

    assertThat(postings.replace(POLICE.changed(Library.POLICE, 1), ENTRY)).isFalse();
    assertThat(postings.remove("police", 1, ENTRY)).isFalse();

    assertThat(postings.find("police")).contains(new Posting(Library.POLICE, 9, 2));
    assertThat(audited()).isEqualTo(lines);
  }

  @Test
  default void a_line_that_is_taken_away_is_gone() {
    var postings = postings();
    postings.add(POLICE, CALL, ENTRY);

    assertThat(postings.remove("police", 1, ENTRY)).isTrue();

    assertThat(postings.find("police")).isEmpty();
  }

  @Test
  default void pages_go_in_the_order_of_the_list() {
    var postings = postings();
    postings.add(POLICE, CALL, ENTRY);
    postings.add(NACADA, new UUID(2, 2), ENTRY);

    assertThat(postings.page(-1, "", 9)).containsExactly(NACADA, POLICE);
    assertThat(postings.page(3, "nacada", 9)).containsExactly(POLICE);
    assertThat(postings.page(-1, "", 1)).containsExactly(NACADA);
  }
}
