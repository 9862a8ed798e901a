package org.shiriki.pg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsIT {
  private static final Sql APPLIED =
      new Sql(
          "test.applied",
          """
          select count(*) > 0 and count(*) = count(distinct version) and bool_and(success)
          from flyway_schema_history
          """);

  @RegisterExtension static final TestDatabase BARE = TestDatabase.empty();

  @Test
  void two_nodes_that_start_at_once_apply_each_step_once() throws Exception {
    var together = new CyclicBarrier(2);
    try (var nodes = Executors.newFixedThreadPool(2)) {
      var first = nodes.submit(() -> start(together));
      var second = nodes.submit(() -> start(together));
      first.get();
      second.get();
    }

    Migrations.run(BARE.url());

    assertThat(BARE.database().first(APPLIED, row -> row.getBoolean(0))).contains(true);
  }

  private static String start(CyclicBarrier together) throws Exception {
    together.await();
    Migrations.run(BARE.url());
    return "started";
  }
}
