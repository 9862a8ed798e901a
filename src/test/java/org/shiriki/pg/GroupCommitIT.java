package org.shiriki.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupCommitIT {
  private static final Sql ADD =
      new Sql("test.add", "insert into word (text) select unnest($1::text[])");
  private static final Sql COUNT = new Sql("test.count", "select count(*) from word");

  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private final GroupCommit<String> words =
      new GroupCommit<>(
          TOWN.vertx(), "words", 250, 50_000, GroupCommitIT::write, new SimpleMeterRegistry());

  @BeforeAll
  static void makeTable() {
    TOWN.database().run(new Sql("test.make", "create table word (text text check (text <> ''))"));
  }

  @BeforeEach
  void clear() {
    TOWN.database().run(new Sql("test.clear", "truncate word"));
  }

  @Test
  void twenty_thousand_callers_share_a_few_commits() throws Exception {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 20_000)
          .forEach(number -> callers.execute(() -> words.add("word " + number).await()));
    }

    words.close().await();

    assertThat(count()).isEqualTo(20_000);
    var statements = TOWN.meters().get("shiriki.database").tag("statement", "test.add").timer();
    assertThat(statements.count()).isLessThan(2_000);
  }

  @Test
  void a_row_that_the_database_refuses_is_heard_of_and_the_next_ones_are_written() {
    assertThatThrownBy(() -> words.add("").await()).isInstanceOf(SqlFailure.class);

    words.add("water").await();

    assertThat(count()).isEqualTo(1);
  }

  private static Future<Void> write(List<String> rows) {
    Object texts = rows.toArray(String[]::new);
    return TOWN.database().send(ADD, texts).mapEmpty();
  }

  private static long count() {
    return TOWN.database().first(COUNT, row -> row.getLong(0)).orElseThrow();
  }
}
