package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.pg.DatabaseUrl;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

/// A node is killed over a job, and another takes the job over.
class JobKillIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql LOCK = new Sql("test", "lock table ussd_turn in access exclusive mode");
  private static final Sql DUE =
      new Sql(
          "test",
          """
          update scheduled_tasks set execution_time = now(), version = version + 1
          where task_name = 'turns' and not picked
          """);
  private static final Sql LOOK =
      new Sql(
          "test",
          """
          select picked, succeeded_at is not null as done, cause
          from scheduled_tasks join job_run on job = task_name where task_name = 'turns'
          """);

  private record Seen(boolean running, boolean done, String cause) {}

  private static Seen turns() {
    return TOWN.database()
        .first(
            LOOK,
            row ->
                new Seen(row.getBoolean("picked"), row.getBoolean("done"), row.getString("cause")))
        .orElse(new Seen(false, false, ""));
  }

  @Test
  void a_job_whose_node_is_killed_over_it_is_done_by_another(@TempDir Path data) {
    var first = GatewayProcess.start(data, Map.of("SHIRIKI_DATABASE_URL", address(TOWN.url())));
    Watch.until(JobKillIT::turns, seen -> seen.done() && !seen.running());
    TOWN.database()
        .transaction(lock -> {
          lock.run(LOCK);
          TOWN.database().run(DUE);
          Watch.until(JobKillIT::turns, Seen::running);
          first.kill();
          return 0;
        });

    try (var _ = TestGateway.on(TOWN.url())) {
      var seen =
          Watch.until(
              Duration.ofSeconds(60),
              JobKillIT::turns,
              now -> !now.running() && !now.cause().isEmpty());

      assertThat(seen.cause()).isEqualTo("its node died");
    }
  }

  private static String address(DatabaseUrl url) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(url.user(), url.password(), url.host(), url.port(), url.database());
  }
}
