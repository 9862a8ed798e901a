package org.shiriki.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.broadcast.Drafts.ASHA;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.TestClock;
import org.shiriki.broadcast.Broadcasts.Actor;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.PgAudit;

class PgBroadcastsIT implements BroadcastsContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql EMPTY =
      new Sql("test.empty", "truncate broadcast, broadcast_wording, broadcast_past, outbox");
  private static final Sql BEGIN =
      new Sql("test.begin", "update broadcast set state = 'SENDING' where id = $1");
  private static final Sql LINES =
      new Sql(
          "test.lines",
          "select actor || ' ' || action as line from audit where subject = $1 order by number");

  private final TestClock clock = new TestClock(NOON);

  @BeforeEach
  void empty() {
    TOWN.database().run(EMPTY);
  }

  @Override
  public TestClock clock() {
    return clock;
  }

  @Override
  public Broadcasts broadcasts(boolean political) {
    return new PgBroadcasts(TOWN.database(), TOWN.database(), political, clock);
  }

  @Override
  public void begin(long id) {
    TOWN.database().run(BEGIN, id);
  }

  @Test
  void every_step_that_is_taken_has_its_line_in_the_audit_and_no_other() {
    var id = Drafts.approved(broadcasts(), Drafts.alert());
    broadcasts().approve(id, ASHA);
    begin(id);
    broadcasts().tidy();

    assertThat(TOWN.database().list(LINES, row -> row.getString("line"), "broadcast/" + id))
        .containsExactly(
            "asha broadcast.drafted",
            "asha broadcast.submitted",
            "zainab broadcast.approved",
            "broadcast broadcast.done");
    assertThat(new PgAudit(TOWN.database()).firstBroken()).isEmpty();
  }

  @Test
  void of_many_who_approve_at_once_one_does() {
    var id = broadcasts().draft(Drafts.alert(), ASHA);
    broadcasts().submit(id, ASHA);

    var answers =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(who -> broadcasts().approve(id, new Actor("officer " + who, false)))
            .toList();

    assertThat(answers).filteredOn(DONE::equals).hasSize(1);
  }

  @Test
  void an_audience_of_either_kind_is_kept() {
    var all = broadcasts().draft(Drafts.emergency(Drafts.ALL), ASHA);
    var subscribers = broadcasts().draft(Drafts.emergency(Drafts.WATER), ASHA);

    assertThat(broadcasts().find(all).orElseThrow().draft().audience()).isEqualTo(Drafts.ALL);
    assertThat(broadcasts().find(subscribers).orElseThrow().draft().audience())
        .isEqualTo(Drafts.WATER);
  }
}
