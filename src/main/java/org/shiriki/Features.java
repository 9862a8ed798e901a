package org.shiriki;

import java.security.SecureRandom;
import java.util.List;
import org.shiriki.alert.AlertHolding;
import org.shiriki.alert.AlertScreens;
import org.shiriki.alert.Alerts;
import org.shiriki.alert.PgAlerts;
import org.shiriki.citizen.CitizenScreens;
import org.shiriki.citizen.Citizens;
import org.shiriki.citizen.DataScreens;
import org.shiriki.citizen.Holding;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.citizen.PgDataRequests;
import org.shiriki.citizen.PgGuesses;
import org.shiriki.citizen.PgMessages;
import org.shiriki.concern.ConcernScreens;
import org.shiriki.concern.DirectoryFile;
import org.shiriki.concern.FollowScreens;
import org.shiriki.concern.PgConcerns;
import org.shiriki.concern.PgDirectory;
import org.shiriki.concern.PgPins;
import org.shiriki.concern.PgVerdicts;
import org.shiriki.concern.PgVoices;
import org.shiriki.concern.Reference;
import org.shiriki.dialogue.Screens;
import org.shiriki.information.HelpLines;
import org.shiriki.information.InformationScreens;
import org.shiriki.information.PgHelpLines;
import org.shiriki.information.PgTopics;
import org.shiriki.information.Topics;
import org.shiriki.open.Shelf;
import org.shiriki.poll.Blackout;
import org.shiriki.poll.Bursts;
import org.shiriki.poll.Closing;
import org.shiriki.poll.PgNeighbours;
import org.shiriki.poll.PgPolls;
import org.shiriki.poll.PollHolding;
import org.shiriki.poll.PollOpenData;
import org.shiriki.poll.PollScreens;
import org.shiriki.poll.PollSeeds;
import org.shiriki.poll.Polls;
import org.shiriki.poll.Publication;
import org.shiriki.safety.CaseNumber;
import org.shiriki.safety.Cases;
import org.shiriki.safety.DangerWords;
import org.shiriki.safety.OrdinaryDesk;
import org.shiriki.safety.PgCases;
import org.shiriki.safety.SafetyScreen.Numbers;
import org.shiriki.safety.SafetyScreens;
import org.shiriki.sms.Outbox;
import org.shiriki.sms.PgOutbox;

/// Every feature, made once from what it stands on.
final class Features {
  private final Ground ground;
  private final Citizens citizens;
  private final Outbox outbox;
  private final Polls polls;
  private final Publication results;
  private final List<Screens<?>> screens;

  Features(Ground ground) {
    var config = ground.settings().config();
    var places = ground.places();
    var seed = PollSeeds.read(config, places, ground.clock().instant());
    this.ground = ground;
    var kept = new PgPolls(ground.database(), ground.notices(), ground.vault(), seed);
    this.polls = kept;
    this.citizens = new PgCitizens(ground.database(), ground.vault(), kept);
    this.outbox = new PgOutbox(ground.database(), ground.vault());
    this.results = new Publication(polls, places, Blackout.read(config, places));
    this.screens = faces();
  }

  Citizens citizens() {
    return citizens;
  }

  Outbox outbox() {
    return outbox;
  }

  List<Screens<?>> screens() {
    return screens;
  }

  /// What seals polls that are over.
  Closing closing() {
    return new Closing(polls, new PgNeighbours(ground.database(), ground.places()), ground.clock());
  }

  /// What anybody may have.
  List<Shelf> shelves() {
    var data = new PollOpenData(polls, results, ground.places(), ground.clock());
    return List.of(new Shelf("polls", data::all, data::find, data::rows, data::rows));
  }

  /// Every feature's face on the phone; a new service is a line here.
  private List<Screens<?>> faces() {
    var config = ground.settings().config();
    var database = ground.database();
    var notices = ground.notices();
    var places = ground.places();
    var kept = new PgDirectory(database);
    kept.seed(DirectoryFile.read(config, places));
    var directory = kept.watch(notices);
    var concerns = new PgConcerns(database, ground.vault(), Reference.from(new SecureRandom()));
    var pins = new PgPins(database, ground.vault(), ground.slowHash());
    var topics = new PgTopics(database, notices, Topics.seed(config), ground.clock());
    var helpLines = new PgHelpLines(database, notices, HelpLines.seed(config));
    var alerts = new PgAlerts(database, notices, Alerts.seed(config));
    var guesses = new PgGuesses(database, ground.vault());
    var requests = new PgDataRequests(database, new SecureRandom());
    var messages = new PgMessages(database);
    List<Holding> holdings =
        List.of(
            concerns, pins, new PollHolding(polls), new AlertHolding(alerts), messages, requests);
    return List.of(
        Menus.house(),
        new CitizenScreens(citizens, places, holdings),
        new DataScreens(citizens, requests, List.of(alerts::leaveAll)),
        new InformationScreens(topics, helpLines, outbox),
        new ConcernScreens(
            concerns,
            pins,
            guesses,
            directory,
            places,
            new Numbers(),
            Handover.watch(DangerWords.read(config))),
        new FollowScreens(
            concerns,
            new PgVoices(database, ground.vault()),
            new PgVerdicts(database, ground.vault()),
            pins,
            directory),
        new SafetyScreens(
            cases(Handover.desk(concerns, directory, places)),
            Handover.hotlines(helpLines),
            places),
        new PollScreens(polls, places, results, new Bursts(polls, ground.vault()), guesses),
        new AlertScreens(alerts, places));
  }

  private Cases cases(OrdinaryDesk ordinary) {
    var numbers = CaseNumber.from(new SecureRandom());
    return new PgCases(ground.database(), ground.vault(), numbers, ordinary);
  }
}
