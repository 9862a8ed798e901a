package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Operator;
import org.shiriki.sms.Dispatches.Settled;
import org.shiriki.sms.Message.Lane;
import org.shiriki.sms.Report.Meaning;

/// Reports in every order.
class PgReportsIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final Meaning ARRIVED = new Report.Arrived();
  private static final Meaning FAILED = new Report.Failed(Reason.UNDELIVERED);
  private static final Sql KEPT =
      new Sql("test.kept", "select message_id || ' ' || status as line from sms_report order by 1");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Post post = new Post(TOWN.vertx(), TOWN.database());
  private PgReports reports = reports();

  @BeforeEach
  void empty() {
    post = new Post(TOWN.vertx(), TOWN.database());
    reports = reports();
  }

  @AfterEach
  void close() {
    reports.close();
  }

  private PgReports reports() {
    return new PgReports(TOWN.vertx(), TOWN.database(), post.vault, post.clock, meters);
  }

  private List<Dispatch> begun(int who) {
    post.put(who, Lane.REPLY, "Habari", "once " + who);
    return post.begin(post.claim(Lane.REPLY, 10));
  }

  private void accepted(List<Dispatch> begun, String id) {
    post.dispatches.settle(
        begun.stream()
            .map(dispatch -> new Settled(dispatch, new Verdict.Accepted(id, "KES 0.8")))
            .toList(),
        post.clock.instant(),
        post.clock.instant());
  }

  private void report(String id, String status, Meaning meaning) {
    reports.keep(new Report(id, status, meaning, post.key(1), Operator.UNKNOWN));
  }

  private List<String> kept() {
    return TOWN.database().list(KEPT, row -> row.getString("line"));
  }

  @Test
  void a_report_of_success_ends_a_message_delivered_however_often_it_comes() {
    accepted(begun(1), "ATXid_1");

    report("ATXid_1", "Sent", new Report.OnItsWay());
    report("ATXid_1", "Success", ARRIVED);
    report("ATXid_1", "Success", ARRIVED);

    assertThat(post.states()).containsOnly(Map.entry("DELIVERED", 1L));
    assertThat(kept()).isEmpty();
  }

  @Test
  void a_report_tells_whose_network_its_person_is_on() {
    TOWN.database()
        .run(
            new Sql("test.person", "insert into citizen values ($1, 'sw', '', 'sealed')"),
            post.key(1).text());

    reports.keep(new Report("ATXid_1", "Success", ARRIVED, post.key(1), Operator.AIRTEL));
    reports.keep(new Report("ATXid_2", "Success", ARRIVED, post.key(1), Operator.UNKNOWN));
    reports.keep(new Report("ATXid_3", "Success", ARRIVED, post.key(2), Operator.AIRTEL));

    assertThat(
            TOWN.database()
                .list(
                    new Sql("test.operators", "select operator from citizen"),
                    row -> row.getString("operator")))
        .containsExactly("airtel");
  }

  @Test
  void delivered_is_never_taken_back_and_failed_is_when_it_arrives_after_all() {
    accepted(begun(1), "ATXid_1");

    report("ATXid_1", "Failed", FAILED);
    assertThat(post.states()).containsOnly(Map.entry("FAILED:UNDELIVERED", 1L));
    report("ATXid_1", "Success", ARRIVED);
    report("ATXid_1", "Failed", FAILED);
    report("ATXid_1", "Submitted", new Report.OnItsWay());

    assertThat(post.states()).containsOnly(Map.entry("DELIVERED", 1L));
  }

  @Test
  void a_report_that_comes_before_the_answer_waits_for_it() {
    var begun = begun(1);
    report("ATXid_1", "Failed", FAILED);
    report("ATXid_1", "Success", ARRIVED);
    assertThat(kept()).containsExactly("ATXid_1 Failed", "ATXid_1 Success");

    accepted(begun, "ATXid_1");
    reports.match(post.clock.instant());

    assertThat(post.states()).containsOnly(Map.entry("DELIVERED", 1L));
    assertThat(kept()).isEmpty();
  }

  @Test
  void a_report_of_an_unknown_message_finds_the_one_of_its_person_that_lost_its_answer() {
    lost(begun(1));
    report("ATXid_9", "Success", ARRIVED);
    reports.match(post.clock.instant());
    assertThat(post.states()).containsOnly(Map.entry("UNKNOWN:NO_ANSWER", 1L));

    post.clock.pass(Duration.ofSeconds(31));
    reports.match(post.clock.instant());

    assertThat(post.states()).containsOnly(Map.entry("DELIVERED", 1L));
  }

  @Test
  void of_two_that_lost_their_answers_none_is_guessed() {
    post.put(1, Lane.REPLY, "Habari", "another");
    lost(begun(1));
    report("ATXid_9", "Success", ARRIVED);

    post.clock.pass(Duration.ofSeconds(31));
    reports.match(post.clock.instant());

    assertThat(post.states()).containsOnly(Map.entry("UNKNOWN:NO_ANSWER", 2L));
    post.clock.pass(Duration.ofDays(4));
    reports.match(post.clock.instant());
    assertThat(kept()).isEmpty();
  }

  private void lost(List<Dispatch> begun) {
    post.dispatches.settle(
        begun.stream().map(one -> new Settled(one, new Verdict.Unknown("closed"))).toList(),
        post.clock.instant(),
        post.clock.instant());
  }

  @Test
  void what_nobody_understands_is_kept_and_counted_and_changes_nothing() {
    accepted(begun(1), "ATXid_1");

    report("ATXid_1", "Levitating", new Report.Unclear());

    assertThat(post.states()).containsOnly(Map.entry("ACCEPTED", 1L));
    assertThat(kept()).containsExactly("ATXid_1 Levitating");
    assertThat(meters.counter("shiriki.sms.reports", "meaning", "unclear").count()).isEqualTo(1);
  }

  @Test
  void a_black_list_told_by_a_report_and_an_opt_out_are_kept() {
    report("ATXid_1", "Rejected UserInBlackList", new Report.Failed(Reason.BLOCKED));
    reports.optOut(post.key(2));
    reports.optOut(post.key(2));

    var citizens = new PgCitizens(TOWN.database(), post.vault);
    assertThat(citizens.suppressed(post.key(1))).isTrue();
    assertThat(citizens.suppressed(post.key(2))).isTrue();
  }

  @Test
  void a_thousand_reports_at_once_are_a_few_statements() {
    IntStream.range(0, 1_000).parallel().forEach(one -> report("ATXid_" + one, "Success", ARRIVED));

    assertThat(kept()).hasSize(1_000);
    assertThat(
            meters.get("shiriki.group.commit.rows").tag("writer", "sms-reports").summary().count())
        .isLessThan(1_000);
  }

  @Test
  void a_person_who_leaves_leaves_no_report_behind() {
    report("ATXid_1", "Success", ARRIVED);

    new PgCitizens(TOWN.database(), post.vault).leave(post.key(1));

    assertThat(kept()).isEmpty();
  }
}
