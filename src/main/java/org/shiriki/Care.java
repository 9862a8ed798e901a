package org.shiriki;

import java.util.List;
import org.shiriki.alert.AlertCopies;
import org.shiriki.api.Api;
import org.shiriki.api.PlaceApi;
import org.shiriki.api.RetentionApi;
import org.shiriki.citizen.Copies;
import org.shiriki.citizen.Holding;
import org.shiriki.citizen.PgMessageCopies;
import org.shiriki.concern.PgConcernCopies;
import org.shiriki.concern.PgFollowedCopies;
import org.shiriki.console.Pages;
import org.shiriki.console.house.AccountPages;
import org.shiriki.console.house.AuditPages;
import org.shiriki.console.house.RetentionPages;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.incident.IncidentApi;
import org.shiriki.incident.IncidentPages;
import org.shiriki.incident.IncidentWatch;
import org.shiriki.incident.Incidents;
import org.shiriki.incident.PgIncidents;
import org.shiriki.job.JobPages;
import org.shiriki.notice.NoticeApi;
import org.shiriki.notice.NoticeWatch;
import org.shiriki.notice.Noticeboard;
import org.shiriki.notice.PgNoticeboard;
import org.shiriki.notice.Reviews;
import org.shiriki.poll.PollCopies;
import org.shiriki.rights.DataRequestApi;
import org.shiriki.rights.DataRequestPages;
import org.shiriki.rights.PgRequestDesk;
import org.shiriki.rights.RequestDesk;
import org.shiriki.rights.RequestWatch;
import org.shiriki.sms.PgCosts;
import org.shiriki.staff.PgAudit;
import org.shiriki.statistics.MonthEnd;
import org.shiriki.statistics.PgMonthReports;
import org.shiriki.statistics.PgStatistics;
import org.shiriki.statistics.StatisticsApi;
import org.shiriki.statistics.StatisticsPages;
import org.shiriki.upkeep.PgHolds;
import org.shiriki.upkeep.PgPeriods;
import org.shiriki.upkeep.PgRetention;
import org.shiriki.upkeep.Rule;
import org.shiriki.ussd.PgTraffic;
import org.shiriki.webhook.WebhookPages;

/// How the house looks after people's data, and after itself: requests, incidents, retention, sums.
final class Care {
  private final Ground ground;
  private final Keepers keepers;
  private final List<Holding> holdings;
  private final PgAudit audit;
  private final RequestDesk desk;
  private final Incidents incidents;
  private final Noticeboard board;

  Care(Ground ground, Keepers keepers, List<Holding> holdings) {
    this.ground = ground;
    this.keepers = keepers;
    this.holdings = holdings;
    this.audit = new PgAudit(ground.database());
    this.desk =
        new PgRequestDesk(ground.database(), ground.vault(), audit, keepers.citizens()::leave);
    this.incidents = new PgIncidents(ground.database(), audit);
    this.board = new PgNoticeboard(ground.database());
  }

  List<Api> apis() {
    var database = ground.database();
    var rules = Rule.read(ground.settings().config());
    var slowly = new PgRetention(ground.bulk(), audit, rules, Registry.KEEPSAKES, ground.clock());
    return List.of(
        new DataRequestApi(desk, keepers.citizens(), ground.places(), holdings, copies()),
        new IncidentApi(incidents),
        new RetentionApi(
            new PgPeriods(database, audit, rules),
            slowly,
            new PgHolds(database, audit),
            ground.vault()::keyOf),
        new StatisticsApi(new PgStatistics(database), new PgMonthReports(database)),
        new NoticeApi(board),
        new PlaceApi(ground.places()));
  }

  /// The pages of those who look after the house.
  List<Pages> pages() {
    return List.of(
        new AccountPages(),
        new WebhookPages(),
        new StatisticsPages(),
        new DataRequestPages(),
        new IncidentPages(),
        new RetentionPages(),
        new AuditPages(),
        new JobPages());
  }

  /// What each feature hands out about a person; a new one is a line here.
  private List<Copies> copies() {
    var database = ground.database();
    return List.of(
        new PgConcernCopies(database),
        new PgFollowedCopies(database),
        new AlertCopies(keepers.alerts()),
        new PollCopies(keepers.polls()),
        PgMessageCopies.sent(database, ground.vault()),
        PgMessageCopies.received(database, ground.vault()));
  }

  /// Flags requests over data that are overdue.
  RequestWatch requests() {
    return new RequestWatch(desk, ground.clock(), ground.meters());
  }

  /// Warns of incidents that are to be notified.
  IncidentWatch incidents() {
    return new IncidentWatch(incidents, ground.clock(), ground.meters());
  }

  /// Looks what is to be reviewed.
  Reviews reviews() {
    return new Reviews(board, ground.clock());
  }

  /// Counts what needs somebody's look.
  NoticeWatch notices() {
    return new NoticeWatch(board, ground.meters());
  }

  /// Adds up months that are over.
  MonthEnd months() {
    return new MonthEnd(new PgMonthReports(ground.bulk()), ground.clock());
  }

  /// Counts sessions that are over.
  PgTraffic traffic(ScreenJson json) {
    var limits = ground.settings().ussd().limits();
    return new PgTraffic(ground.database(), ground.vault(), json, limits, ground.clock());
  }

  /// Adds up what SMS cost.
  PgCosts costs() {
    return new PgCosts(ground.bulk(), ground.clock());
  }
}
