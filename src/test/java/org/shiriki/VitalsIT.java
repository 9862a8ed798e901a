package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

/// What operators watch.
class VitalsIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  @RegisterExtension static final TestDatabase LOST = TestDatabase.migrated();

  @Test
  void a_gateway_that_serves_is_live_and_ready() {
    try (var gateway = TestGateway.on(TOWN.url())) {

      var codes =
          List.of(
              gateway.get("/health/live").statusCode(), gateway.get("/health/ready").statusCode());

      assertThat(codes).containsExactly(200, 200);
    }
  }

  @Test
  void without_its_database_it_is_live_but_not_ready() {
    try (var gateway = TestGateway.on(LOST.url())) {
      closeToAll(LOST.url().database());

      var codes =
          List.of(
              gateway.get("/health/live").statusCode(), gateway.get("/health/ready").statusCode());

      assertThat(codes).containsExactly(200, 503);
    }
  }

  private static void closeToAll(String database) {
    TOWN.database()
        .run(
            new Sql("test", "update pg_database set datallowconn = false where datname = $1"),
            database);
    TOWN.database()
        .run(
            new Sql(
                "test",
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1"),
            database);
  }

  @Test
  void turns_and_sessions_are_counted() {
    try (var gateway = TestGateway.on(TOWN.url())) {
      var phone = gateway.phone("+254700000077");
      phone.dial();
      phone.say("2", "99");

      var metrics = String.valueOf(gateway.get("/metrics").bodyAsString());

      assertThat(metrics)
          .contains("shiriki_turn_seconds_bucket{feature=\"citizen\",outcome=\"shown\"")
          .contains("shiriki_sessions_total{fate=\"begun\"} 1.0")
          .contains("shiriki_sessions_total{fate=\"ended\"} 1.0")
          .contains("shiriki_sessions_total{fate=\"dropped\"} 0.0")
          .contains("shiriki_database_seconds_count{statement=\"citizen.recognise\"}");
    }
  }
}
