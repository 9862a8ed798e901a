package org.shiriki.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.SqlFailure;
import org.shiriki.pg.TestDatabase;

class PgAuditIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Instant NOON = Instant.parse("2026-11-21T09:00:00.123456789Z");
  private static final Sql UNGUARDED =
      new Sql("test.unguarded", "alter table audit disable trigger user");
  private static final Sql GUARDED =
      new Sql("test.guarded", "alter table audit enable trigger user");
  private static final Sql EMPTY = new Sql("test.empty", "truncate audit");
  private static final Sql LINES = new Sql("test.lines", "select count(*) as lines from audit");
  private static final Sql CHANGE =
      new Sql("test.change", "update audit set detail = '2 rows' where number = 3");
  private static final Sql TAKE_OUT =
      new Sql("test.take_out", "delete from audit where number = 3");
  private static final Sql SWAP =
      new Sql("test.swap", "update audit set at = at + interval '1 second' where number = 2");

  private final PgAudit audit = new PgAudit(TOWN.database());

  @BeforeEach
  void fiveLines() {
    around(EMPTY);
    for (var line = 1; line <= 5; line++) {
      audit.add(entry(line));
    }
  }

  private static AuditEntry entry(int rows) {
    return new AuditEntry(NOON, "upkeep", "retention.removed", "ussd-turns", rows + " rows");
  }

  private static void around(Sql tampering) {
    TOWN.database().run(UNGUARDED);
    TOWN.database().run(tampering);
    TOWN.database().run(GUARDED);
  }

  @Test
  void an_untouched_audit_is_whole() {
    assertThat(audit.firstBroken()).isEmpty();
    assertThat(audit.head()).hasSize(64);
  }

  @Test
  void nobody_changes_removes_or_empties_it_through_the_front_door() {
    assertThatThrownBy(() -> TOWN.database().run(CHANGE)).isInstanceOf(SqlFailure.class);
    assertThatThrownBy(() -> TOWN.database().run(TAKE_OUT)).isInstanceOf(SqlFailure.class);
    assertThatThrownBy(() -> TOWN.database().run(EMPTY)).isInstanceOf(SqlFailure.class);
  }

  @Test
  void a_line_that_was_changed_behind_its_back_is_named() {
    around(CHANGE);

    assertThat(audit.firstBroken()).hasValue(3);
  }

  @Test
  void a_line_whose_time_was_moved_is_named() {
    around(SWAP);

    assertThat(audit.firstBroken()).hasValue(2);
  }

  @Test
  void where_a_line_was_taken_out_the_next_one_is_named() {
    around(TAKE_OUT);

    assertThat(audit.firstBroken()).hasValue(4);
  }

  @Test
  void lines_written_at_once_make_one_chain() {
    var writers = new ArrayList<CompletableFuture<Void>>();
    for (var writer = 0; writer < 16; writer++) {
      writers.add(CompletableFuture.runAsync(() -> audit.add(entry(7))));
    }
    writers.forEach(CompletableFuture::join);

    assertThat(audit.firstBroken()).isEmpty();
    assertThat(TOWN.database().first(LINES, row -> row.getLong("lines"))).contains(21L);
  }
}
