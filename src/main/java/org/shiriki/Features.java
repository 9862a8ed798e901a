package org.shiriki;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shiriki.alert.AlertHolding;
import org.shiriki.alert.AlertScreens;
import org.shiriki.alert.AlertTopicApi;
import org.shiriki.alert.PgOffers;
import org.shiriki.alert.PgSignUps;
import org.shiriki.alert.SubscriberApi;
import org.shiriki.api.AccountApi;
import org.shiriki.api.Api;
import org.shiriki.api.AuditApi;
import org.shiriki.api.OwnPhoneApi;
import org.shiriki.api.VisitApi;
import org.shiriki.broadcast.Rounds;
import org.shiriki.citizen.CitizenScreens;
import org.shiriki.citizen.Citizens;
import org.shiriki.citizen.DataScreens;
import org.shiriki.citizen.Holding;
import org.shiriki.citizen.PgDataRequests;
import org.shiriki.citizen.PgGuesses;
import org.shiriki.citizen.PgMessages;
import org.shiriki.concern.CategoryWords;
import org.shiriki.concern.ConcernApi;
import org.shiriki.concern.ConcernKeywords;
import org.shiriki.concern.ConcernOpenData;
import org.shiriki.concern.ConcernScreens;
import org.shiriki.concern.Escalation;
import org.shiriki.concern.FollowScreens;
import org.shiriki.concern.PgDesk;
import org.shiriki.concern.PgDocket;
import org.shiriki.concern.PgReplies;
import org.shiriki.concern.PgSums;
import org.shiriki.concern.PgVerdicts;
import org.shiriki.concern.PgVoices;
import org.shiriki.concern.Unfinished;
import org.shiriki.concern.WrittenScreens;
import org.shiriki.console.Pages;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Screens;
import org.shiriki.information.InformationApi;
import org.shiriki.information.InformationKeywords;
import org.shiriki.information.InformationScreen.ChooseTopic;
import org.shiriki.information.InformationScreens;
import org.shiriki.information.PgFolders;
import org.shiriki.information.PgPostings;
import org.shiriki.office.OfficeApi;
import org.shiriki.office.PgOffices;
import org.shiriki.open.Shelf;
import org.shiriki.phrase.PgPhrases;
import org.shiriki.phrase.PhraseApi;
import org.shiriki.poll.Bursts;
import org.shiriki.poll.Closing;
import org.shiriki.poll.PgDossiers;
import org.shiriki.poll.PgNeighbours;
import org.shiriki.poll.PollApi;
import org.shiriki.poll.PollHolding;
import org.shiriki.poll.PollKeywords;
import org.shiriki.poll.PollOpenData;
import org.shiriki.poll.PollScreens;
import org.shiriki.poll.Publication;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.safety.CaseApi;
import org.shiriki.safety.DangerDesk;
import org.shiriki.safety.PgHandling;
import org.shiriki.safety.SafetyScreen.Numbers;
import org.shiriki.safety.SafetyScreens;
import org.shiriki.sms.Credit;
import org.shiriki.sms.Keywords;
import org.shiriki.sms.Message;
import org.shiriki.sms.Message.Lane;
import org.shiriki.sms.Outbox;
import org.shiriki.sms.SmsDoor;
import org.shiriki.staff.PgOwnPhones;
import org.shiriki.webhook.PgWebhooks;
import org.shiriki.webhook.WebhookApi;

/// Every feature's faces, made once from what it keeps.
final class Features {
  private final Ground ground;
  private final Keepers keepers;
  private final Publication results;
  private final PgDataRequests requests;
  private final List<Holding> holdings;
  private final Care care;
  private final PgGuesses guesses;
  private final PollScreens pollScreens;
  private final List<Screens<?>> screens;

  Features(Ground ground) {
    this.ground = ground;
    this.keepers = Keepers.open(ground);
    this.results =
        new Publication(keepers.polls(), ground.places(), keepers.pollLint().blackouts());
    var bursts = new Bursts(keepers.polls(), ground.vault());
    this.guesses = new PgGuesses(ground.database(), ground.vault());
    this.pollScreens = new PollScreens(keepers.polls(), ground.places(), results, bursts, guesses);
    this.requests = new PgDataRequests(ground.database(), new SecureRandom());
    this.holdings = holdings();
    this.care = new Care(ground, keepers, holdings);
    this.screens = faces();
  }

  Citizens citizens() {
    return keepers.citizens();
  }

  Outbox outbox() {
    return keepers.outbox();
  }

  /// Brings words to the phones of staff.
  PgOwnPhones.Courier courier() {
    return (within, phone, words, once) ->
        keepers
            .outbox()
            .put(within, new Message(ground.vault().keyOf(phone), phone, Lane.REPLY, words, once));
  }

  List<Screens<?>> screens() {
    return screens;
  }

  /// Begins a demonstration.
  void demonstrate() {
    Demo.seed(ground, keepers);
  }

  /// What seals polls that are over.
  Closing closing() {
    var neighbours = new PgNeighbours(ground.database(), ground.places());
    return new Closing(keepers.polls(), neighbours, ground.clock());
  }

  /// Which conversations are a report that its person may be reminded of.
  Predicate<Conversation> unfinished() {
    return new Unfinished(Handover.watch(keepers.dangerWords()))::report;
  }

  /// What moves broadcasts on.
  Rounds rounds() {
    return new Rounds(keepers.broadcasts(), keepers.mailings());
  }

  /// Every room's face for programs, staff's own rooms first; a new one is a line here.
  List<Api> apis(Staff staff, Jobs jobs, Supplier<Credit> credit) {
    return Stream.concat(
            Stream.of(
                new AccountApi(staff.accounts(), staff.signIn(), staff.factors()),
                new OwnPhoneApi(staff.phones()),
                new VisitApi(staff.signIn(), staff.factors(), staff.tokens()),
                new AuditApi(staff.audit()),
                jobs.api(),
                new SettingsApi(ground.settings().all()),
                webhooks(staff),
                new Campaigns(ground, keepers, staff).api(credit),
                new SubscriberApi(
                    new PgSignUps(ground.bulk(), ground.vault(), staff.audit()),
                    keepers.alerts(),
                    ground.places())),
            Stream.concat(Stream.concat(concerns(), content()), care.apis().stream()))
        .toList();
  }

  private Api webhooks(Staff staff) {
    var development = ground.settings().carrier() == Settings.Carrier.SIMULATOR;
    var kept = new PgWebhooks(ground.database(), ground.vault(), staff.audit());
    return new WebhookApi(kept, development);
  }

  /// Every room's face in the browsers of staff.
  List<Pages> pages() {
    return StaffPages.all(keepers.directory(), ground.places(), care);
  }

  /// What people told us, as staff bring it on.
  private Stream<Api> concerns() {
    var database = ground.database();
    var places = ground.places();
    return Stream.of(
        new ConcernApi(new PgDocket(database), desk(), places),
        new OfficeApi(new PgOffices(database), keepers.directory(), places),
        new CaseApi(new PgHandling(database, keepers.cases(), places), places),
        new PhraseApi(new PgPhrases(database)));
  }

  /// What phones show, as staff write it.
  private Stream<Api> content() {
    var database = ground.database();
    return Stream.of(
        new InformationApi(new PgFolders(database), keepers.topics(), new PgPostings(database)),
        new AlertTopicApi(new PgOffers(database), ground.places()),
        new PollApi(
            new PgDossiers(database),
            keepers.polls(),
            results,
            keepers.pollLint(),
            pollScreens,
            ground.places()));
  }

  /// What takes concerns one level up that nobody answered in time.
  Escalation escalation() {
    return new Escalation(desk(), ground.clock());
  }

  private PgDesk desk() {
    return new PgDesk(ground.database(), ground.vault(), keepers.directory());
  }

  /// What anybody may have.
  List<Shelf> shelves() {
    var data = new PollOpenData(keepers.polls(), results, ground.places(), ground.clock());
    var concerns =
        new ConcernOpenData(
            new PgSums(ground.database()), ground.places(), keepers.directory(), ground.clock());
    return List.of(
        new Shelf("polls", data::all, data::find, data::rows, data::rows),
        Shelf.list("open-polls", data::asking, data::askingRows),
        new Shelf("concerns", concerns::all, concerns::find, concerns::rows, concerns::rows),
        Shelf.list("stories", concerns::stories, concerns::storyRows));
  }

  /// What each feature tells a person that it holds; a new one is a line here.
  private List<Holding> holdings() {
    return List.of(
        keepers.concerns(),
        keepers.pins(),
        new PollHolding(keepers.polls()),
        new AlertHolding(keepers.alerts()),
        new PgMessages(ground.database()),
        requests);
  }

  /// How the house looks after people's data and after itself.
  Care care() {
    return care;
  }

  /// Every feature's face on the phone; a new service is a line here.
  private List<Screens<?>> faces() {
    var database = ground.database();
    var places = ground.places();
    var concerns = keepers.concerns();
    var alerts = keepers.alerts();
    var pins = keepers.pins();
    var directory = keepers.directory();
    return List.of(
        Menus.house(),
        new CitizenScreens(citizens(), places, holdings),
        new DataScreens(citizens(), requests, List.of(alerts::leaveAll)),
        new InformationScreens(
            keepers.topics(), keepers.helpLines(), outbox(), citizens()::unreachable),
        new ConcernScreens(
            concerns,
            pins,
            guesses,
            directory,
            places,
            new Numbers(),
            Handover.watch(keepers.dangerWords())),
        new WrittenScreens(directory, places, ChooseTopic.unlisted()),
        new FollowScreens(
            concerns,
            new PgVoices(database, ground.vault()),
            new PgVerdicts(database, ground.vault(), () -> ground.herald().tell("concern")),
            pins,
            new PgReplies(database),
            directory),
        new SafetyScreens(keepers.cases(), Handover.hotlines(keepers.helpLines()), places),
        pollScreens,
        new AlertScreens(alerts, places, citizens()::unreachable));
  }

  /// Every feature's face on SMS, the one that hears all last.
  List<Keywords> keywords() {
    var words = CategoryWords.read(ground.settings().config());
    return List.of(
        new Words(citizens()),
        new PollKeywords(keepers.polls(), ground.places()),
        new InformationKeywords(keepers.topics()),
        new ConcernKeywords(keepers.concerns(), keepers.pins(), ground.places(), words));
  }

  /// What takes an SMS over that tells of danger.
  SmsDoor.Guard guard() {
    var desk = new DangerDesk(keepers.dangerWords(), keepers.cases(), ground.places());
    return Handover.guard(desk, new InformationKeywords(keepers.topics()));
  }

  /// Ends all that we send to a person of ourselves.
  boolean leave(PhoneKey person) {
    keepers.alerts().leaveAll(person);
    return citizens().wantsNoMessages(person);
  }
}
