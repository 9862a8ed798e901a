package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.slf4j.LoggerFactory;

/// What is left of telling in confidence, on the whole gateway and a real database.
class SafetyIT {
  private static final String NUMBER = "+254712345678";
  private static final List<String> TELLS =
      List.of("2", "2", "13", "1", "1", "2", "2", "1", "2", "1", "mwembe", "Mwanakombo aliniumiza");
  private static final List<String> REPORTS =
      List.of("2", "1", "8", "Mwanakombo ana bunduki kisimani", "1");
  private static final Sql TABLES =
      new Sql(
          "test.tables",
          """
          select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
          where relkind = 'r' and nspname = 'public' and relname <> 'flyway_schema_history'
          """);
  private static final Sql CASES =
      new Sql("test.cases", "select count(*)::int from sensitive_case");
  private static final Sql SENT = new Sql("test.sent", "select count(*)::int from outbox");

  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  @Test
  void neither_tables_nor_log_nor_metrics_hold_a_word_a_number_or_the_room() {
    var log = (Logger) LoggerFactory.getLogger("org.shiriki");
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    log.addAppender(lines);
    var level = log.getLevel();
    log.setLevel(Level.DEBUG);
    var cases = count(CASES);
    try (var gateway = TestGateway.on(TOWN.url())) {
      var phone = gateway.phone(NUMBER);
      phone.dial();
      var receipt = phone.say("1", TELLS.subList(1, TELLS.size()).toArray(String[]::new));
      phone.dial();
      REPORTS.forEach(phone::say);
      var told = written(lines.list);
      var counted = metrics(gateway);

      assertThat(receipt).containsPattern("\\d{3}-\\d{4}");
      assertThat(count(CASES)).isEqualTo(cases + 2);
      assertThat(told + counted)
          .contains("Turn answered", "shiriki_turn_seconds")
          .doesNotContain("712345678", "254712", "Mwanakombo", "mwembe", "bunduki", "safety");
      assertThat(everything())
          .contains("MOVED")
          .doesNotContain("712345678", "Mwanakombo", "mwembe", "bunduki", "VIOLENCE")
          .doesNotContain(hex("Mwanakombo"), hex("712345678"), hex("mwembe"));
      assertThat(count(SENT)).isZero();
    } finally {
      log.setLevel(level);
      log.detachAppender(lines);
    }
  }

  /// Beside telling, the same keys are pressed as far as they lead without it; statements that only
  /// a case needs would stand out.
  @Test
  void metrics_name_no_statement_that_only_a_case_needs() {
    try (var gateway = TestGateway.on(TOWN.url())) {
      var phone = gateway.phone("+254712345677");
      phone.dial();
      phone.say("2", "2", "00");
      phone.dial();
      phone.say("6", "5");
      var before = statements(gateway).keySet();
      var cases = count(CASES);

      for (var told = 0; told < 3; told++) {
        phone.dial();
        phone.say("2", TELLS.subList(2, TELLS.size()).toArray(String[]::new));
      }

      var after = statements(gateway).keySet();
      assertThat(count(CASES)).isEqualTo(cases + 3);
      assertThat(after)
          .allMatch(name -> before.contains(name) || name.startsWith("ussd."))
          .noneMatch(name -> name.startsWith("case") || name.equals("unmeasured"));
    }
  }

  @Test
  void every_turn_from_there_on_is_marked_to_go_soon() {
    var clock = new TestClock(TestGateway.noon());
    try (var gateway = TestGateway.on(TOWN.url(), clock, Map.of())) {
      var phone = gateway.phone("+254712345670");
      phone.dial();
      phone.say("1", TELLS.subList(1, TELLS.size()).toArray(String[]::new));
      phone.say("00", "6");
      var brief =
          new Sql(
              "test.brief", "select count(*)::int from ussd_turn where session_id = $1 and brief");
      var fromThereOn = TELLS.size() - 2 + 2;

      waitFor(fromThereOn, () -> turnsOf(brief, phone.session()));
    }
  }

  @Test
  void a_late_answer_is_never_told_by_sms() {
    try (var hasty =
        TestGateway.on(
            TOWN.url(), InstantSource.system(), Map.of("SHIRIKI_USSD_PATIENCE_SECONDS", "1"))) {
      var phone = hasty.phone("+254712345671");
      phone.dial();
      phone.say("1", TELLS.subList(1, TELLS.size() - 1).toArray(String[]::new));
      var cases = count(CASES);

      var answer =
          TOWN.database()
              .transaction(lock -> {
                lock.run(new Sql("test", "lock table sensitive_case in access exclusive mode"));
                return phone.say(TELLS.getLast());
              });

      assertThat(answer).startsWith("END ").contains("slow");
      waitFor(cases + 1, () -> count(CASES));
      assertThat(count(SENT)).isZero();
    }
  }

  private static void waitFor(int expected, IntSupplier counted) {
    var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (counted.getAsInt() != expected) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static int count(Sql sql) {
    return TOWN.database().first(sql, row -> row.getInteger(0)).orElseThrow();
  }

  private static int turnsOf(Sql sql, String session) {
    return TOWN.database().first(sql, row -> row.getInteger(0), session).orElseThrow();
  }

  /// Every row of every table, as a dump shows it.
  private static String everything() {
    return TOWN.database().list(TABLES, row -> row.getString(0)).stream()
        .map(table -> new Sql("test.dump", "select t::text as line from " + table + " t"))
        .flatMap(dump -> TOWN.database().list(dump, row -> row.getString("line")).stream())
        .collect(Collectors.joining("\n"));
  }

  private static String metrics(TestGateway gateway) {
    return String.valueOf(gateway.get("/metrics").bodyAsString());
  }

  /// How often each statement ran, by its name.
  private static Map<String, String> statements(TestGateway gateway) {
    return metrics(gateway)
        .lines()
        .filter(line -> line.startsWith("shiriki_database_seconds_count"))
        .collect(
            Collectors.toMap(
                line -> line.replaceAll(".*statement=\"([^\"]*)\".*", "$1"),
                line -> line.replaceAll(".* ", "")));
  }

  private static String hex(String words) {
    return java.util.HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
  }

  private static String written(List<ILoggingEvent> events) {
    var json = new JsonEncoder();
    json.start();
    return List.copyOf(events).stream()
        .map(event -> new String(json.encode(event), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }
}
