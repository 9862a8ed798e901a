package org.shiriki.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Tuple;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseIT {
  private static final String PHONE = "+254700000001";
  private static final Sql ADD =
      new Sql("test.add", "insert into caller (phone, ward) values ($1, $2)");
  private static final Sql WARDS = new Sql("test.wards", "select ward from caller order by phone");
  private static final Sql COUNT = new Sql("test.count", "select count(*) from caller");

  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static Database database() {
    return TOWN.database();
  }

  @BeforeAll
  static void makeTable() {
    var text = "create table caller (phone text primary key, ward text check (ward <> 'nowhere'))";
    database().run(new Sql("test.make", text));
  }

  @BeforeEach
  void clear() {
    database().run(new Sql("test.clear", "truncate caller"));
  }

  @Test
  void statements_take_values_and_give_rows() {
    var added = database().change(ADD, PHONE, null);

    assertThat(added).isEqualTo(1);
    assertThat(database().first(WARDS, row -> row.getString("ward") == null)).contains(true);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void a_batch_writes_every_row() {
    database().batch(ADD, List.of(Tuple.of("1", "Mwavumbo"), Tuple.of("2", "Tononoka")));

    assertThat(database().list(WARDS, row -> row.getString("ward")))
        .containsExactly("Mwavumbo", "Tononoka");
  }

  @Test
  void an_empty_batch_is_no_work() {
    database().batch(ADD, List.of());

    assertThat(count()).isZero();
  }

  @Test
  void a_transaction_that_returns_is_kept() {
    var seenInside =
        database()
            .transaction(transaction -> {
              transaction.run(ADD, PHONE, "Mwavumbo");
              transaction.batch(ADD, List.of(Tuple.of("2", "Tononoka")));
              return transaction.list(WARDS, row -> row.getString("ward"));
            });

    assertThat(seenInside).hasSize(2);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void a_transaction_that_throws_leaves_nothing_and_no_connection_behind() {
    for (var round = 0; round < 2 * Database.PoolSettings.DEFAULT.connections(); round++) {
      assertThatThrownBy(() -> database().transaction(DatabaseIT::addAndFail))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("changed my mind");
    }

    assertThat(count()).isZero();
  }

  @Test
  void a_transaction_after_a_failed_statement_is_rolled_back() {
    assertThatThrownBy(() ->
            database()
                .transaction(transaction -> {
                  transaction.run(ADD, PHONE, "Mwavumbo");
                  return transaction.run(ADD, PHONE, "Mwavumbo");
                }))
        .isInstanceOf(SqlFailure.class);

    assertThat(count()).isZero();
  }

  @Test
  void a_virtual_thread_verticle_uses_it_in_straight_lines() {
    var options = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);

    TOWN.vertx().deployVerticle(new Adder(), options).await();

    assertThat(count()).isEqualTo(1);
  }

  @Test
  void a_failure_names_its_statement_and_our_line_but_no_value() {
    database().run(ADD, PHONE, "Mwavumbo");

    assertThatThrownBy(() -> database().run(ADD, PHONE, "Mwavumbo"))
        .isInstanceOfSatisfying(
            SqlFailure.class,
            failure -> {
              assertThat(failure.state()).isEqualTo("23505");
              assertThat(failure.isDuplicateOf("caller_pkey")).isTrue();
              assertThat(trace(failure))
                  .contains("test.add", ADD.text(), "DatabaseIT.java", "caller_pkey")
                  .doesNotContain(PHONE, "Mwavumbo");
            });
  }

  @Test
  void no_kind_of_failure_shows_a_value() {
    var asUuid = new Sql("test.uuid", "select $1::text::uuid");
    var asNumber = new Sql("test.number", "select $1::int");

    assertThat(trace(failureOf(asUuid, PHONE))).contains("22P02").doesNotContain(PHONE);
    assertThat(trace(failureOf(asNumber, PHONE))).contains("coerced").doesNotContain(PHONE);
    assertThat(trace(failureOf(ADD, PHONE, "nowhere"))).contains("23514").doesNotContain(PHONE);
    assertThat(trace(failureOf(ADD, PHONE))).doesNotContain(PHONE);
    assertThat(trace(failureOf(ADD, UUID.randomUUID(), PHONE))).doesNotContain(PHONE);
    assertThatThrownBy(() -> database().send(asUuid, PHONE).await())
        .isInstanceOf(SqlFailure.class)
        .satisfies(failure -> assertThat(trace(failure)).doesNotContain(PHONE));
    assertThatThrownBy(() -> database().batch(ADD, List.of(Tuple.of(PHONE, 5))))
        .isInstanceOf(SqlFailure.class)
        .satisfies(failure -> assertThat(trace(failure)).doesNotContain(PHONE));
  }

  @Test
  void a_statement_that_takes_too_long_is_given_up_by_the_server() {
    var settings = new Database.PoolSettings(1, Duration.ofSeconds(1), Duration.ofMillis(200));
    try (var hasty = Database.connect(TOWN.vertx(), TOWN.url(), settings, TOWN.meters())) {
      assertThatThrownBy(() -> hasty.run(new Sql("test.nap", "select pg_sleep(30)")))
          .isInstanceOfSatisfying(
              SqlFailure.class, failure -> assertThat(failure.state()).isEqualTo("57014"));
      assertThat(hasty.run(COUNT).size()).isEqualTo(1);
    }
  }

  @Test
  void a_caller_who_gets_no_connection_is_told_in_time() {
    var settings = new Database.PoolSettings(1, Duration.ofMillis(200), Duration.ofSeconds(5));
    try (var small = Database.connect(TOWN.vertx(), TOWN.url(), settings, TOWN.meters())) {
      assertThatThrownBy(() -> small.transaction(_ -> small.run(COUNT)))
          .isInstanceOf(SqlFailure.class)
          .hasMessageContaining("test.count");
      assertThat(small.run(COUNT).size()).isEqualTo(1);
    }
  }

  @Test
  void statements_are_timed_by_name() {
    var before = times();

    database().run(COUNT);

    assertThat(times()).isEqualTo(before + 1);
  }

  /// Writes from a verticle on virtual threads.
  private static final class Adder extends VerticleBase {
    @Override
    public Future<?> start() {
      database().transaction(transaction -> transaction.change(ADD, PHONE, "Mwavumbo"));
      return Future.succeededFuture();
    }
  }

  private static Object addAndFail(Transaction transaction) {
    transaction.run(ADD, PHONE, "Mwavumbo");
    throw new IllegalStateException("changed my mind");
  }

  private static long count() {
    return database().first(COUNT, row -> row.getLong(0)).orElseThrow();
  }

  private static long times() {
    var timer = TOWN.meters().find("shiriki.database").tag("statement", "test.count").timer();
    return timer == null ? 0 : timer.count();
  }

  private static Throwable failureOf(Sql sql, Object... values) {
    return catchThrowableOfType(SqlFailure.class, () -> database().run(sql, values));
  }

  private static String trace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
