package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.DeskCall.status;
import static org.shiriki.poll.Fair.COUNTY;
import static org.shiriki.poll.Fair.NOW;
import static org.shiriki.poll.Fair.OVER;
import static org.shiriki.poll.Fair.PLACES;
import static org.shiriki.poll.Fair.WATER;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shiriki.DeskCall;
import org.shiriki.Town;
import org.shiriki.api.Contract;
import org.shiriki.api.Problem;
import org.shiriki.api.Reply;
import org.shiriki.citizen.InMemoryGuesses;
import org.shiriki.poll.Dossier.Life;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.staff.AuditEntry;

class PollApiTest {
  private static final String WORDS =
      """
      {'title': {'sw': 'Zahanati', 'en': 'Clinics'}, 'audience': 'counties 003',
       'languages': ['sw', 'en'], 'opens': '2026-12-01T05:00:00Z',
       'closes': '2026-12-15T18:00:00Z', 'sponsor': 'KECOSCE', 'conductor': 'KECOSCE',
       'electionRelated': false, 'questions': [
        {'text': {'sw': 'Ina dawa?', 'en': 'Has it medicine?'}, 'options': [
          {'sw': 'Ndiyo', 'en': 'Yes'}, {'sw': 'Hapana', 'en': 'No'}],
         'skippable': false, 'kind': 'OPINION'}]}
      """;
  private static final String METHOD =
      """
      {'sampling': 'SELF_SELECTED', 'contacted': 1900,
       'how': {'sw': 'Kwa simu', 'en': 'By phone'}, 'weighting': {'sw': 'Hakuna', 'en': 'None'}}
      """;

  private final InMemoryDossiers dossiers = new InMemoryDossiers();
  private final InMemoryPolls polls = new InMemoryPolls(Fair.polls());
  private final Publication results = new Publication(polls, PLACES, Fair.LINT.blackouts());
  private final PollApi api = api(Fair.LINT);

  private PollApi api(PollLint lint) {
    var screens =
        new PollScreens(
            polls, PLACES, results, new Bursts(polls, Town.VAULT), new InMemoryGuesses());
    return new PollApi(dossiers, polls, results, lint, screens, PLACES);
  }

  /// Beside an open poll of Kilifi, one that everybody was asked and that is over.
  @BeforeEach
  void hold() {
    for (var poll : List.of(COUNTY, WATER, OVER)) {
      dossiers.hold(new Dossier(poll, Dossier.Stage.SCHEDULED, "mwanaidi", null, null, false, 1));
    }
    dossiers.hold(Dossier.drafted(Fair.WARD, "mwanaidi"));
  }

  private static DeskCall mwanaidi() {
    return DeskCall.director("mwanaidi");
  }

  private static DeskCall on(Poll poll, long seen) {
    return mwanaidi().path("id", poll.id().text()).seen(seen);
  }

  private static DeskCall baraka(Poll poll, long seen) {
    return DeskCall.director("baraka").path("id", poll.id().text()).seen(seen);
  }

  /// Every operation, asked for about a poll of Kilifi.
  private static Map<String, DeskCall> all() {
    var all = new LinkedHashMap<String, DeskCall>();
    all.put("listPolls", mwanaidi());
    all.put("createPoll", mwanaidi().body("{'id': 'clinics', 'words': " + WORDS + "}"));
    all.put("lintPoll", mwanaidi().body(WORDS));
    for (var reading :
        List.of("getPoll", "getPollResults", "listPollBreakdown", "listPollBursts")) {
      all.put(reading, on(COUNTY, 1));
    }
    for (var step : List.of("schedulePoll", "openPoll", "withdrawPoll", "publishPoll")) {
      all.put(step, on(COUNTY, 1));
    }
    all.put("revisePoll", on(COUNTY, 1).body(WORDS));
    all.put("closePoll", on(COUNTY, 1).body("{'reason': 'MISTAKE'}"));
    all.put("describePoll", on(COUNTY, 1).body(METHOD));
    all.put("listBlackouts", mwanaidi());
    return all;
  }

  @Test
  void every_operation_of_the_contract_is_answered_and_named_here() {
    var named = Contract.of(List.of(api)).entries().stream().map(Contract.Entry::id).toList();

    assertThat(api.operations().keySet()).containsExactlyInAnyOrderElementsOf(named);
    assertThat(all().keySet()).containsExactlyInAnyOrderElementsOf(named);
  }

  /// A draft that is only read is nobody's yet, and the calendar is everybody's.
  @Test
  void a_poll_of_another_county_does_not_exist() {
    all()
        .forEach((operation, call) -> {
          var reply = call.within("001").to(api, operation);

          switch (operation) {
            case "listPolls" ->
                assertThat(rows(reply)).noneMatch(row -> row.toString().contains("id=county"));
            case "lintPoll", "listBlackouts" -> assertThat(status(reply)).isZero();
            default -> assertThat(status(reply)).as(operation).isEqualTo(404);
          }
        });
  }

  @Test
  void a_poll_that_asks_more_counties_than_ones_own_is_seen_and_not_changed() {
    var desk = on(WATER, 1).within("003");

    assertThat(status(desk.to(api, "getPoll"))).isZero();
    assertThat(status(desk.body("{'reason': 'LAW'}").to(api, "closePoll"))).isEqualTo(404);
    var wider = on(COUNTY, 1).body(WORDS.replace("counties 003", "everyone")).within("003");
    assertThat(status(wider.to(api, "revisePoll"))).isEqualTo(404);
  }

  @Test
  void a_change_of_what_somebody_else_changed_is_refused() {
    var entries = Contract.of(List.of(api)).entries();
    var edits = entries.stream().filter(Contract.Entry::matches).map(Contract.Entry::id).toList();

    assertThat(edits).hasSize(7);
    for (var edit : edits) {
      var reply = Objects.requireNonNull(all().get(edit)).seen(0L).to(api, edit);
      assertThat(status(reply)).as(edit).isEqualTo(412);
    }
  }

  @Test
  void a_poll_goes_from_draft_to_published() {
    var fresh = mwanaidi().body("{'id': 'clinics', 'words': " + WORDS + "}");
    var created = (Reply.Created) fresh.to(api, "createPoll");
    assertThat(created.path()).isEqualTo("/polls/clinics");
    var poll = ((PollSheet) created.body()).words().poll(new PollId("clinics"));

    assertThat(life(on(poll, 1).to(api, "schedulePoll"))).isEqualTo(Life.SCHEDULED);
    assertThat(life(on(poll, 2).body(WORDS).to(api, "revisePoll"))).isEqualTo(Life.DRAFT);
    assertThat(life(on(poll, 3).to(api, "openPoll"))).isEqualTo(Life.OPEN);
    assertThat(status(on(poll, 4).body(WORDS).to(api, "revisePoll"))).isEqualTo(409);
    var later = NOW.plusSeconds(60);
    var closing = "{'reason': 'SAFETY'}";
    assertThat(status(on(poll, 4).body(closing).at(later).to(api, "closePoll"))).isEqualTo(409);
    var closed = baraka(poll, 4).body(closing).at(later).to(api, "closePoll");
    assertThat(life(closed)).isEqualTo(Life.CLOSED);
    assertThat(status(on(poll, 5).at(later).to(api, "publishPoll"))).isEqualTo(422);
    assertThat(life(on(poll, 5).at(later).body(METHOD).to(api, "describePoll")))
        .isEqualTo(Life.CLOSED);
    assertThat(status(on(poll, 6).at(later).to(api, "publishPoll"))).isEqualTo(409);
    seal(poll.id());
    assertThat(life(on(poll, 7).at(later).to(api, "publishPoll"))).isEqualTo(Life.PUBLISHED);
    assertThat(dossiers.audit())
        .extracting(AuditEntry::action)
        .containsExactly(
            "poll.drafted",
            "poll.scheduled",
            "poll.revised",
            "poll.opened",
            "poll.closed.safety",
            "poll.described",
            "poll.published");
  }

  /// What a round does meanwhile.
  private void seal(PollId id) {
    var before = dossiers.find(id).orElseThrow();
    dossiers.hold(
        new Dossier(
            before.poll(),
            before.stage(),
            before.author(),
            before.method(),
            null,
            true,
            before.version() + 1));
  }

  private static Life life(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Item.class);
    return ((PollSheet) ((Reply.Item) reply).body()).life();
  }

  @Test
  void the_same_call_drafts_a_poll_once_and_another_cannot_take_its_id() {
    var call = mwanaidi().body("{'id': 'clinics', 'words': " + WORDS + "}").once(new UUID(1, 2));

    assertThat(call.to(api, "createPoll")).isInstanceOf(Reply.Created.class);
    assertThat(call.to(api, "createPoll")).isInstanceOf(Reply.Created.class);
    assertThat(status(call.once(new UUID(3, 4)).to(api, "createPoll"))).isEqualTo(409);
    assertThat(dossiers.audit()).hasSize(1);
  }

  @Test
  void a_poll_with_faults_is_kept_as_a_draft_and_not_put_to_people() {
    var faulty = WORDS.replace("Has it medicine?", "").replace("'No'", "'No “way”'");
    mwanaidi().body("{'id': 'clinics', 'words': " + faulty + "}").to(api, "createPoll");
    var poll = dossiers.find(new PollId("clinics")).orElseThrow().poll();

    var reply = on(poll, 1).to(api, "schedulePoll");

    assertThat(status(reply)).isEqualTo(422);
    assertThat(((Reply.Refused) reply).problem().errors())
        .extracting(Problem.Fault::field)
        .contains("/questions/0/text/en", "/questions/0/options/1/en");
  }

  @Test
  void candidates_are_asked_for_only_if_a_setting_says_so() {
    var asking =
        mwanaidi()
            .body(
                WORDS.replace("OPINION", "CANDIDATE_PREFERENCE").replace("false, 'q", "true, 'q"));
    var allowing = new PollLint(PLACES, List.of(), true);

    assertThat(faults(asking.to(api, "lintPoll")))
        .containsExactly(
            new Problem.Fault(
                "/questions/0",
                "question 1: asks for a candidate or party, and polls.candidates is no"));
    assertThat(faults(asking.to(api(allowing), "lintPoll"))).isEmpty();
    var hidden = mwanaidi().body(WORDS.replace("OPINION", "CANDIDATE_PREFERENCE"));
    assertThat(faults(hidden.to(api(allowing), "lintPoll")))
        .extracting(Problem.Fault::detail)
        .containsExactly(
            "question 1: asks for a candidate or party, so the poll is about an election");
  }

  @Test
  void a_poll_about_an_election_does_not_open_in_the_silent_days() {
    var election =
        WORDS
            .replace("2026-12-01T05:00:00Z", "2027-08-06T05:00:00Z")
            .replace("2026-12-15T18:00:00Z", "2027-08-20T05:00:00Z")
            .replace("false, 'q", "true, 'q");

    assertThat(faults(mwanaidi().body(election).to(api, "lintPoll")))
        .extracting(Problem.Fault::detail)
        .containsExactly("opens in the silent days before the election of 2027-08-10 (Cap. 7B)");
  }

  @Test
  void what_phones_will_show_is_told_page_by_page() {
    var read = (PollProof.Read) ((Reply.Item) mwanaidi().body(WORDS).to(api, "lintPoll")).body();

    assertThat(read.screens())
        .extracting(page -> page.screen() + ' ' + page.language().code())
        .containsExactly("notice sw", "question 1 sw", "notice en", "question 1 en");
    assertThat(read.screens().getLast().text())
        .isEqualTo("Has it medicine?\n1. Yes\n2. No\n0 Back 00 Home");
    assertThat(read.screens()).allMatch(page -> page.septets() <= 156);
  }

  private static List<Problem.Fault> faults(Reply reply) {
    return ((PollProof.Read) ((Reply.Item) reply).body()).faults();
  }

  @Test
  void of_an_open_poll_staff_are_told_tens_of_people_from_fifty_on() {
    answer(WATER, 49);
    assertThat(results(on(WATER, 1)).turnout()).isNull();

    answer(WATER, 57);

    assertThat(results(on(WATER, 1)).turnout()).isEqualTo(50);
    assertThat(results(on(WATER, 1)).questions()).isEmpty();
    assertThat(status(on(WATER, 1).to(api, "listPollBreakdown"))).isEqualTo(409);
  }

  @Test
  void of_a_sealed_poll_staff_are_told_what_may_be_told_published_or_not() {
    answer(WATER, 60);
    polls.hold(WATER.id());
    polls.close(WATER.id(), 120, WATER.closes());
    var later = WATER.closes().plus(Duration.ofMinutes(2));

    var told = results(on(WATER, 1).at(later));

    assertThat(told.answered()).isEqualTo(60);
    assertThat(told.couldAnswer()).isEqualTo(120);
    assertThat(told.questions().getFirst().answers())
        .extracting(PollCounts.Answered::count)
        .containsExactly(20, 20, 20);
    assertThat(rows(on(WATER, 1).at(later).query("by", "LANGUAGE").to(api, "listPollBreakdown")))
        .hasSize(6)
        .allMatch(row -> ((PollCounts.Part) row).count() == 10);
    assertThat(results.of(WATER, later)).isEqualTo(new Publication.Result.Waiting());
  }

  private void answer(Poll poll, int people) {
    for (var number = 0; number < people; number++) {
      polls.answer(
          new Voter(poll.id(), new PhoneKey("voter " + number)),
          new Ballot.Choice(1, 1 + number % 3),
          new Cell("001", number % 2 == 0 ? "sw" : "en"),
          poll.opens());
    }
  }

  private PollCounts.Results results(DeskCall call) {
    return (PollCounts.Results) ((Reply.Item) call.to(api, "getPollResults")).body();
  }

  @Test
  void nothing_is_published_or_told_in_the_silent_days() {
    var election =
        new Poll(
            new PollId("election"),
            WATER.title(),
            WATER.audience(),
            WATER.languages(),
            WATER.opens(),
            WATER.closes(),
            "KECOSCE",
            "KECOSCE",
            true,
            WATER.questions());
    dossiers.hold(
        new Dossier(election, Dossier.Stage.SCHEDULED, "mwanaidi", MethodBox.USUAL, null, true, 1));
    var silent = on(election, 1).at(Instant.parse("2027-08-07T09:00:00Z"));

    assertThat(status(silent.to(api, "publishPoll"))).isEqualTo(409);
    assertThat(results(silent).silentUntil()).hasToString("2027-08-10");
    assertThat(results(silent).answered()).isNull();
    assertThat(rows(mwanaidi().to(api, "listBlackouts"))).hasSize(1);
  }

  @Test
  void a_list_goes_on_where_it_ended_and_can_be_kept_to_a_point_of_life() {
    var first = (Reply.Rows) mwanaidi().query("limit", "3").to(api, "listPolls");
    var second = mwanaidi().query("limit", "3").query("cursor", first.next());

    assertThat(ids(first)).containsExactly("ward", "county", "water");
    assertThat(ids(second.to(api, "listPolls"))).containsExactly("over");
    assertThat(ids(mwanaidi().query("life", "CLOSED").to(api, "listPolls")))
        .containsExactly("over");
    assertThat(ids(mwanaidi().query("cursor", "nonsense").to(api, "listPolls"))).hasSize(4);
  }

  private static List<?> rows(Reply reply) {
    return ((Reply.Rows) reply).rows();
  }

  private static List<String> ids(Reply reply) {
    return rows(reply).stream().map(row -> ((PollSheet.Line) row).id()).toList();
  }
}
