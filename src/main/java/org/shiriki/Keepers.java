package org.shiriki;

import java.security.SecureRandom;
import java.util.function.Supplier;
import org.shiriki.alert.Alerts;
import org.shiriki.alert.PgAlerts;
import org.shiriki.broadcast.Broadcasts;
import org.shiriki.broadcast.Mailings;
import org.shiriki.broadcast.PgBroadcasts;
import org.shiriki.broadcast.PgMailings;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.concern.Concerns;
import org.shiriki.concern.PgConcerns;
import org.shiriki.concern.PgPins;
import org.shiriki.concern.Pins;
import org.shiriki.concern.Reference;
import org.shiriki.information.HelpLines;
import org.shiriki.information.PgHelpLines;
import org.shiriki.information.PgTopics;
import org.shiriki.information.Topics;
import org.shiriki.office.Directory;
import org.shiriki.office.DirectoryFile;
import org.shiriki.office.PgDirectory;
import org.shiriki.poll.Blackout;
import org.shiriki.poll.PgPolls;
import org.shiriki.poll.PollLint;
import org.shiriki.poll.PollSeeds;
import org.shiriki.poll.Polls;
import org.shiriki.safety.CaseNumber;
import org.shiriki.safety.DangerWords;
import org.shiriki.safety.PgCases;
import org.shiriki.sms.PgOutbox;

/// What the features keep, each made once; their faces share it.
record Keepers(
    PgCitizens citizens,
    PgOutbox outbox,
    Polls polls,
    PollLint pollLint,
    Supplier<Directory> directory,
    Concerns concerns,
    Pins pins,
    Topics topics,
    HelpLines helpLines,
    Alerts alerts,
    Broadcasts broadcasts,
    Mailings mailings,
    DangerWords dangerWords,
    PgCases cases) {
  static Keepers open(Ground ground) {
    var config = ground.settings().config();
    var database = ground.database();
    var notices = ground.notices();
    var vault = ground.vault();
    var sms = ground.settings().sms();
    var lint =
        new PollLint(
            ground.places(),
            Blackout.read(config, ground.places()),
            ground.settings().candidates());
    var seed = PollSeeds.read(config, lint, ground.clock().instant());
    var polls = new PgPolls(database, notices, vault, seed, ground.clock());
    var directory = directory(ground);
    var concerns =
        new PgConcerns(
            database,
            vault,
            Reference.from(new SecureRandom()),
            ground.places(),
            () -> ground.herald().tell("concern"));
    concerns.place();
    return new Keepers(
        new PgCitizens(database, vault, polls),
        new PgOutbox(database, vault, ground.clock()),
        polls,
        lint,
        directory,
        concerns,
        new PgPins(database, vault, ground.slowHash()),
        new PgTopics(database, notices, Topics.seed(config), ground.clock()),
        new PgHelpLines(database, notices, HelpLines.seed(config)),
        new PgAlerts(database, notices, Alerts.seed(config)),
        new PgBroadcasts(database, ground.bulk(), sms.political(), ground.clock()),
        new PgMailings(
            database, ground.bulk(), ground.places(), sms.limits().alertsPerWeek(), ground.clock()),
        DangerWords.read(config),
        new PgCases(
            database,
            vault,
            CaseNumber.from(new SecureRandom()),
            Handover.desk(concerns, directory, ground.places()),
            () -> ground.herald().tell("case")));
  }

  private static Supplier<Directory> directory(Ground ground) {
    var kept = new PgDirectory(ground.database());
    kept.seed(DirectoryFile.read(ground.settings().config(), ground.places()));
    return kept.watch(ground.notices());
  }
}
