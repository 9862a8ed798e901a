package org.shiriki.pg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoticesIT {
  private static final int PATIENCE_SECONDS = 20;
  private static final Sql ADD = new Sql("test.add", "insert into rumour (title) values ($1)");
  private static final Sql COUNT = new Sql("test.count", "select count(*) from rumour");
  private static final Sql CUT =
      new Sql(
          "test.cut",
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'shiriki-notices' and datname = current_database()
          """);

  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private Notices notices;
  private final LinkedBlockingQueue<Long> seen = new LinkedBlockingQueue<>();

  @BeforeAll
  static void makeTable() {
    run("create table rumour (title text)");
    run(
        """
        create trigger rumour_changed after insert or update or delete or truncate on rumour
        for each statement execute function notify_change()
        """);
  }

  @BeforeEach
  void listen() {
    run("truncate rumour");
    notices = Notices.listen(TOWN.vertx(), TOWN.url());
  }

  @AfterEach
  void stop() {
    notices.close();
  }

  @Test
  void a_change_is_heard_and_the_reload_may_ask_the_database() throws Exception {
    notices.on("rumour", this::look);

    TOWN.database().run(ADD, "Bursaries");

    assertThat(seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
  }

  @Test
  void a_change_of_another_table_is_not_this_ones_business() throws Exception {
    var others = new LinkedBlockingQueue<String>();
    notices.on("poll", () -> others.add("poll"));
    notices.on("rumour", this::look);

    TOWN.database().run(ADD, "Bursaries");

    seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(others).isEmpty();
  }

  @Test
  void after_a_cut_connection_everything_is_read_again() throws Exception {
    notices.on("rumour", this::look);
    var others = new LinkedBlockingQueue<String>();
    notices.on("poll", () -> others.add("poll"));

    TOWN.database().run(CUT);
    TOWN.database().run(ADD, "said while nobody may have listened");

    assertThat(others.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("poll");
    assertThat(lastLook()).isEqualTo(1);
    TOWN.database().run(ADD, "said to an ear that is back");
    assertThat(lastLook()).isEqualTo(2);
  }

  @Test
  void a_reload_that_fails_is_tried_again() throws Exception {
    var tries = new AtomicInteger();
    notices.on(
        "rumour",
        () -> {
          if (tries.incrementAndGet() <= 2) {
            throw new IllegalStateException("the first two tries fail");
          }
          look();
        });

    TOWN.database().run(ADD, "Bursaries");

    assertThat(seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
  }

  /// What the reload saw last, once it has seen what is there now.
  private long lastLook() throws InterruptedException {
    var now = TOWN.database().first(COUNT, row -> row.getLong(0)).orElseThrow();
    var look = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (look != null && !look.equals(now)) {
      look = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    return look == null ? -1 : look;
  }

  private void look() {
    seen.add(TOWN.database().first(COUNT, row -> row.getLong(0)).orElseThrow());
  }

  private static void run(String text) {
    TOWN.database().run(new Sql("test.prepare", text));
  }
}
