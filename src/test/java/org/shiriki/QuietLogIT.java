package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.slf4j.LoggerFactory;

/// Logs and metrics of a whole run hold no phone number and none of a citizen's words.
class QuietLogIT {
  private static final String NUMBER = "+254712345678";
  private static final List<String> REPORT =
      List.of("2", "2", "1", "1", "5", "1", "Kisima cha Mwanakombo", "Pampu ya jua", "1", "1", "1");

  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  @Test
  void a_whole_run_is_logged_without_numbers_and_words() {
    var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    log.addAppender(lines);
    var before = log.getLevel();
    log.setLevel(Level.INFO);
    try (var gateway = TestGateway.on(TOWN.url())) {
      var phone = gateway.phone(NUMBER);
      phone.dial();
      REPORT.forEach(phone::say);
      breakADatabaseStatement(gateway);

      var told = written(lines.list) + gateway.get("/metrics").bodyAsString();

      assertThat(told)
          .contains("Turn answered", "A turn failed", "shiriki_turn_seconds")
          .doesNotContain("712345678", "254712", "Mwanakombo", "Kisima", "jua");
    } finally {
      log.setLevel(before);
      log.detachAppender(lines);
    }
  }

  /// Faults are logged too, and a database's own message may quote values.
  private static void breakADatabaseStatement(TestGateway gateway) {
    TOWN.database()
        .run(new Sql("test", "alter table citizen add constraint no check (false) not valid"));
    var phone = gateway.phone("+254712345679");
    phone.dial();
    phone.say("1");
    TOWN.database().run(new Sql("test", "alter table citizen drop constraint no"));
  }

  private static String written(List<ILoggingEvent> events) {
    var json = new JsonEncoder();
    json.start();
    return List.copyOf(events).stream()
        .map(event -> new String(json.encode(event), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }
}
