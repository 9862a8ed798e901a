package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.job.Job;
import org.shiriki.job.JobApi;
import org.shiriki.job.PgRuns;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.PgAudit;
import org.shiriki.staff.Role;

/// The jobs of the house on two nodes, as staff see them.
class JobsIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Grant DESK_OF_KILIFI = new Grant(Role.DIRECTOR, List.of("003"), List.of());

  /// The test looks again and again.
  private static final Map<String, String> OFTEN =
      Map.of("SHIRIKI_API_CALLS_PER_MINUTE", "1000000");

  private static TestGateway gateway;
  private static TestGateway other;
  private static Desk director;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url(), InstantSource.system(), OFTEN);
    other = TestGateway.on(TOWN.url());
    director = Desk.director(gateway);
  }

  @AfterAll
  static void close() {
    gateway.close();
    other.close();
  }

  private static JsonNode job(String name) {
    return StreamSupport.stream(director.get("/jobs").json().at("/items").spliterator(), false)
        .filter(job -> job.at("/name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode idle(String name) {
    return Watch.until(
        () -> job(name), job -> job.has("startedAt") && !job.at("/running").asBoolean());
  }

  @Test
  void every_job_shows_its_last_run_and_its_next() {
    for (var name : List.of("closing", "retention", "turns", "private-turns")) {
      var job = idle(name);

      assertThat(job.at("/what").asText()).endsWith(".");
      assertThat(job.has("succeededAt")).as(name).isTrue();
      assertThat(job.at("/failures").asInt()).isZero();
      assertThat(job.at("/nextAt").asText()).isGreaterThan(job.at("/succeededAt").asText());
    }
  }

  @Test
  void whoever_runs_the_house_has_a_job_run_now_and_the_audit_tells() {
    var before = idle("turns").at("/succeededAt").asText();

    var said = director.post("/jobs/turns/run");

    assertThat(said.status()).isEqualTo(200);
    Watch.until(() -> job("turns").at("/succeededAt").asText(), after -> !after.equals(before));
    assertThat(director.get("/audit?subject=job/turns").at("/items/0/action"))
        .isEqualTo("job.hurried");
  }

  @Test
  void a_job_that_runs_is_left_alone() {
    idle("turns");
    TOWN.database()
        .transaction(lock -> {
          lock.run(new Sql("test", "lock table ussd_turn in access exclusive mode"));
          director.post("/jobs/turns/run");
          Watch.until(() -> job("turns"), job -> job.at("/running").asBoolean());

          var said = director.post("/jobs/turns/run");

          assertThat(said.status()).isEqualTo(409);
          return 0;
        });
  }

  /// What each operation says to somebody whose rights end at their county: the jobs themselves
  /// have no place, and running one concerns everywhere.
  private static final Map<String, Integer> TO_A_COUNTY = Map.of("listJobs", 200, "runJob", 404);

  @Test
  void outside_of_ones_scope_there_is_no_job_to_run() {
    var desk = director.colleague(TOWN.database(), "kadzo", DESK_OF_KILIFI);
    var said =
        Map.of(
            "listJobs", desk.get("/jobs").status(),
            "runJob", desk.post("/jobs/closing/run").status());

    var runs = new PgRuns(TOWN.database(), new PgAudit(TOWN.database()));
    assertThat(said.keySet())
        .isEqualTo(new JobApi(runs, List.<Job>of(), () -> {}).operations().keySet());
    assertThat(said).isEqualTo(TO_A_COUNTY);
    assertThat(director.post("/jobs/nothing/run").status()).isEqualTo(404);
  }
}
