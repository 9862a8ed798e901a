package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.SqlFailure;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;
import org.shiriki.upkeep.Finding;
import org.shiriki.upkeep.PgRetention;
import org.shiriki.upkeep.Rule;

/// The audit is kept for six years, to the minute, and what is left of it still holds together.
class AuditRetentionIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  /// The table itself goes by the server's clock.
  private final Instant now = Instant.now();

  private final Instant sixYearsAgo =
      now.atZone(ZoneId.of("Africa/Nairobi")).minusYears(6).toInstant();
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Sql SUBJECTS =
      new Sql("test.subjects", "select subject from audit order by number");
  private static final Sql HOLD =
      new Sql("test.hold", "insert into legal_hold (subject, reason) values ($1, 'inquiry')");
  private static final Sql RELEASE = new Sql("test.release", "truncate legal_hold, retention_day");
  private static final Sql YOUNG =
      new Sql("test.young", "delete from audit where subject = 'concern/young'");

  private final PgAudit audit = new PgAudit(TOWN.database());

  private void line(String subject, Instant at) {
    audit.add(new AuditEntry(at, "test", "done", "concern/" + subject, ""));
  }

  private static List<String> subjects() {
    return TOWN.database().list(SUBJECTS, row -> row.getString("subject"));
  }

  private static List<Finding> daily(Instant now) {
    return new PgRetention(
            TOWN.database(),
            new PgAudit(TOWN.database()),
            Rule.read(Town.CONFIG),
            Registry.KEEPSAKES,
            new TestClock(now))
        .daily()
        .orElseThrow();
  }

  private static Finding ofAudit(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.rule().id().equals("audit"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void lines_go_after_six_years_and_not_a_minute_earlier_and_the_chain_holds() {
    line("first", sixYearsAgo.minus(MINUTE.multipliedBy(3)));
    line("inquiry", sixYearsAgo.minus(MINUTE.multipliedBy(2)));
    line("third", sixYearsAgo.minus(MINUTE));
    line("young", sixYearsAgo.plus(Duration.ofMinutes(30)));
    line("today", now);
    TOWN.database().run(HOLD, "concern/inquiry");

    var held = ofAudit(daily(now));

    assertThat(held.rows()).isOne();
    assertThat(held.held()).as("the line under a hold, and what came after it").isEqualTo(2);
    assertThat(subjects())
        .startsWith("concern/inquiry", "concern/third", "concern/young", "concern/today");
    assertThat(audit.firstBroken()).isEmpty();
    TOWN.database().run(RELEASE);

    var removed = ofAudit(daily(now));

    assertThat(removed.rows()).isEqualTo(2);
    assertThat(subjects()).startsWith("concern/young", "concern/today").contains("audit");
    assertThat(audit.firstBroken()).isEmpty();
    assertThatThrownBy(() -> TOWN.database().run(YOUNG)).isInstanceOf(SqlFailure.class);
  }
}
