package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.concern.Status;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

/// What a demonstration begins with.
class DemoIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  @RegisterExtension static final TestDatabase OTHER = TestDatabase.migrated();

  private static final Sql STATES =
      new Sql("test.states", "select distinct status as line from concern");
  private static final Sql CONCERNS =
      new Sql("test.concerns", "select count(*)::text as line from concern");
  private static final Sql POLLS =
      new Sql("test.polls", "select count(distinct poll)::text as line from poll_choice");
  private static final Sql PEOPLE =
      new Sql("test.people", "select count(*)::text as line from citizen");
  private static final Sql BROADCASTS =
      new Sql("test.broadcasts", "select state as line from broadcast");

  private static List<String> lines(TestDatabase town, Sql sql) {
    return town.database().list(sql, row -> row.getString("line"));
  }

  private static TestGateway demonstrating() {
    return TestGateway.on(TOWN.url(), InstantSource.system(), Map.of("SHIRIKI_DEMO", "true"));
  }

  @Test
  void forty_concerns_three_polls_and_two_broadcasts_are_there_once_however_often_it_begins() {
    try (var gateway = demonstrating()) {
      Watch.until(() -> lines(TOWN, BROADCASTS), states -> List.of("DONE", "DONE").equals(states));
      assertThat(gateway.get("/health/ready").statusCode()).isEqualTo(200);
    }
    demonstrating().close();

    assertThat(lines(TOWN, CONCERNS)).containsExactly("40");
    assertThat(lines(TOWN, STATES))
        .containsExactlyInAnyOrder(
            List.of(Status.values()).stream().map(Status::name).toArray(String[]::new));
    assertThat(lines(TOWN, POLLS)).containsExactly("3");
    assertThat(lines(TOWN, BROADCASTS)).hasSize(2);
  }

  @Test
  void nothing_is_invented_unless_it_is_asked_for() {
    TestGateway.on(OTHER.url()).close();

    assertThat(lines(OTHER, CONCERNS)).containsExactly("0");
    assertThat(lines(OTHER, PEOPLE)).containsExactly("0");
  }
}
