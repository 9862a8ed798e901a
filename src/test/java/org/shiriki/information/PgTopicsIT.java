package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Town;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.slf4j.LoggerFactory;

final class PgTopicsIT implements TopicsContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql CLEAR = new Sql("test.clear", "truncate topic, topic_version");
  private static final Sql RENAME =
      new Sql(
          "test.rename",
          """
          with renamed as (
            update topic_version set title_en = 'Taps' where topic = 'water'
          )
          update topic set version = version + 1 where id = 'water'
          """);

  private Notices notices = listen();

  @BeforeEach
  void clear() {
    TOWN.database().run(CLEAR);
  }

  @AfterEach
  void stop_listening() {
    notices.close();
  }

  @Override
  public Topics topics(List<Topic> seed) {
    return topics(seed, Town.MORNING);
  }

  @Test
  void a_seed_is_taken_only_while_nothing_is_kept() {
    topics(List.of(Library.WATER));

    var later = topics(List.of(Library.ROADS, Library.SAFETY));

    assertThat(later.all()).containsExactly(Library.WATER);
  }

  @Test
  void an_edit_on_another_node_is_seen() throws InterruptedException {
    var topics = topics(List.of(Library.WATER));
    var reloads = new LinkedBlockingQueue<String>();
    notices.on("topic", () -> reloads.add(topics.all().getFirst().title().en()));

    TOWN.database().run(RENAME);

    var title = "";
    while (!"Taps".equals(title)) {
      title = reloads.poll(10, TimeUnit.SECONDS);
      assertThat(title).as("a reload within ten seconds").isNotNull();
    }
  }

  @Test
  void an_overdue_topic_is_warned_of_by_its_id() {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var logger = (Logger) LoggerFactory.getLogger(PgTopics.class);
    logger.addAppender(log);

    topics(List.of(Library.WATER, Library.ROADS), Instant.parse("2026-11-21T21:00:00Z"));

    logger.detachAppender(log);
    assertThat(log.list)
        .isNotEmpty()
        .allSatisfy(warning -> {
          assertThat(warning.getFormattedMessage())
              .isEqualTo("A topic is past its review date and hidden");
          assertThat(warning.getKeyValuePairs()).hasToString("[topic=\"roads\"]");
        });
  }

  private Topics topics(List<Topic> seed, Instant now) {
    return new PgTopics(TOWN.database(), notices, seed, InstantSource.fixed(now));
  }

  private static Notices listen() {
    return Notices.listen(TOWN.vertx(), TOWN.url());
  }
}
