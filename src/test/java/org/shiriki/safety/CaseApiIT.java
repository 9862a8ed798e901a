package org.shiriki.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiriki.Errand;
import org.shiriki.api.Contract;
import org.shiriki.api.Reply;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;
import org.shiriki.safety.Handling.View;
import org.shiriki.staff.Colleague;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Right;
import org.shiriki.staff.Role;

/// Only who is named on a case sees what was told, and each time is kept.
class CaseApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Places PLACES = Places.load(Path.of("config"));
  private static final Phone PHONE = new Phone("+254700000077");
  private static final Safeguards CALLED = new Safeguards(true, Wish.CALL_MIDDAY, PHONE, "embe");
  private static final String BECAUSE = "{'reason': 'The first call at noon.'}";
  private static final Colleague ZAINAB = Errand.officer("zainab");
  private static final Colleague OMAR = Errand.officer("omar");
  private static final Colleague DIRECTOR =
      Errand.colleague("amina", Grant.everywhere(Role.DIRECTOR));
  private static final Colleague OF_KWALE =
      Errand.colleague("juma", new Grant(Role.DIRECTOR, List.of("002"), List.of()));
  private static final Sql ORGANISATION =
      new Sql(
          "test.organisation",
          """
          insert into organisation (id, name, member) values ('secretariat', 'S', false)
          on conflict do nothing
          """);
  private static final Sql ACCOUNT =
      new Sql(
          "test.account",
          """
          insert into account (name, organisation, email, grants, since)
          values ($1, 'secretariat', $1 || '@example.org', $2::text::jsonb, now())
          """);
  private static final Sql AUDIT =
      new Sql(
          "test.audit",
          "select actor || ' ' || action || ' ' || detail as line from audit"
              + " where subject = $1 order by number");

  private static final List<String> LISTS = List.of("listCases", "listOwnCases");

  /// What only those do who are named on a case.
  private static final Map<String, String> NAMED =
      Map.of(
          "openCase", BECAUSE,
          "revealCaseNumber", BECAUSE,
          "releaseCase", BECAUSE,
          "referCase", "{'basis': 'CONSENT', 'reason': 'She agreed on the phone.'}",
          "setCaseStage", "{'stage': 'IN_HAND'}");

  /// What those do who name handlers, in their counties.
  private static final Map<String, String> NAMING =
      Map.of(
          "listCaseViews", "null",
          "listCaseHandlers", "null",
          "assignCase", "{'account': 'zainab'}",
          "unassignCase", "null");

  private static final List<Story> BACK = new ArrayList<>();

  private static PgCases cases;
  private static CaseApi api;
  private static Map<String, Contract.Entry> contract;

  @BeforeAll
  static void opens() {
    var vault = new Vault(Keys.generate());
    cases =
        new PgCases(
            TOWN.database(),
            vault,
            CaseNumber.from(new Random()),
            (_, _, story, _) -> BACK.add(story),
            () -> {});
    api = new CaseApi(new PgHandling(TOWN.database(), cases, PLACES), PLACES);
    contract =
        Contract.of(List.of(api)).entries().stream()
            .collect(Collectors.toMap(Contract.Entry::id, entry -> entry));
    TOWN.database().run(ORGANISATION);
    TOWN.database().run(ACCOUNT, "zainab", "[{\"role\": \"CASE_OFFICER\"}]");
    TOWN.database().run(ACCOUNT, "vera", "[{\"role\": \"VOLUNTEER\"}]");
  }

  private static CaseNumber filed(Source source) {
    var story = new Story("VIOLENCE", "Mwanakombo aliniumiza", "");
    return cases.file(
        UUID.randomUUID(), source, new Residence.In("0079"), story, CALLED, CasesContract.MORNING);
  }

  /// A case on which Zainab is named.
  private static CaseNumber zainabs() {
    var number = filed(Source.TOLD);
    errand(DIRECTOR, Right.CASE_ASSIGN, number)
        .body("{'account': 'zainab'}")
        .ask(api, "assignCase");
    return number;
  }

  private static Errand errand(Colleague colleague, Right right, CaseNumber number) {
    return Errand.of(colleague, right)
        .path("number", number.written())
        .path("account", "zainab")
        .version(1);
  }

  private static Right right(String operation) {
    return ((Contract.Needs.To) entry(operation).needs()).right();
  }

  private static Contract.Entry entry(String operation) {
    return Objects.requireNonNull(contract.get(operation));
  }

  private static List<String> audit(CaseNumber number) {
    return TOWN.database().list(AUDIT, row -> row.getString("line"), "case/" + number.digits());
  }

  private static List<String> views(CaseNumber number) {
    var rows = (Reply.Rows) errand(DIRECTOR, Right.CASE_ASSIGN, number).ask(api, "listCaseViews");
    return rows.rows().stream()
        .map(row -> (View) row)
        .map(view -> view.worker() + ' ' + view.act() + ' ' + view.granted())
        .toList();
  }

  static Stream<String> named() {
    return NAMED.keySet().stream().sorted();
  }

  static Stream<String> naming() {
    return NAMING.keySet().stream().sorted();
  }

  static Stream<String> thatMatch() {
    return named().filter(operation -> entry(operation).matches());
  }

  @Test
  void every_operation_of_the_contract_is_answered_and_tried_here() {
    assertThat(api.operations().keySet())
        .containsExactlyInAnyOrderElementsOf(contract.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(LISTS.stream(), NAMED.keySet().stream(), NAMING.keySet().stream())
                .flatMap(operations -> operations)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("named")
  void who_is_not_named_on_a_case_is_told_that_there_is_none(String operation) {
    var number = zainabs();
    var unknown = new CaseNumber("0000000");

    var answers =
        Stream.of(number, unknown)
            .map(one ->
                errand(OMAR, right(operation), one)
                    .body(Objects.requireNonNull(NAMED.get(operation)))
                    .ask(api, operation))
            .toList();

    assertThat(answers).containsExactly(Reply.missing(), Reply.missing());
  }

  @ParameterizedTest
  @MethodSource("naming")
  void who_names_handlers_elsewhere_is_told_that_there_is_none(String operation) {
    var number = filed(Source.TOLD);

    var answer =
        errand(OF_KWALE, right(operation), number)
            .body(Objects.requireNonNull(NAMING.get(operation)))
            .ask(api, operation);

    assertThat(answer).isEqualTo(Reply.missing());
    assertThat(audit(number)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("thatMatch")
  void an_old_version_changes_nothing(String operation) {
    var number = zainabs();

    var answer =
        errand(ZAINAB, right(operation), number)
            .version(7)
            .body(Objects.requireNonNull(NAMED.get(operation)))
            .ask(api, operation);

    assertThat(answer).isEqualTo(Reply.stale());
    assertThat(views(number)).isEmpty();
  }

  @Test
  void what_depends_on_the_stage_asks_for_its_version() {
    assertThat(thatMatch()).containsExactly("referCase", "setCaseStage");
  }

  @Test
  void a_named_handler_reads_it_with_the_number_masked_and_the_view_is_kept() {
    var number = zainabs();

    var sheet =
        Errand.item(
            errand(ZAINAB, Right.CASE_HANDLE, number).body(BECAUSE).ask(api, "openCase"),
            CaseSheet.class);

    assertThat(sheet.text()).isEqualTo("Mwanakombo aliniumiza");
    assertThat(sheet.phone()).isEqualTo("+2547*****077");
    assertThat(sheet.handlers()).containsExactly("zainab");
    assertThat(views(number)).containsExactly("zainab READ true");
    assertThat(audit(number))
        .containsExactly("amina case.assigned zainab", "zainab case.read the reason is with it");
  }

  @Test
  void whoever_tries_is_kept_too() {
    var number = zainabs();

    errand(OMAR, Right.CASE_HANDLE, number).body(BECAUSE).ask(api, "openCase");

    assertThat(views(number)).containsExactly("omar READ false");
    assertThat(audit(number)).contains("omar case.refused READ");
  }

  @Test
  void a_director_who_is_not_named_reads_nothing() {
    var number = zainabs();
    var both =
        Errand.colleague(
            "amina", Grant.everywhere(Role.DIRECTOR), Grant.everywhere(Role.CASE_OFFICER));

    var answer = errand(both, Right.CASE_HANDLE, number).body(BECAUSE).ask(api, "openCase");

    assertThat(answer).isEqualTo(Reply.missing());
  }

  @Test
  void nothing_is_opened_without_a_reason() {
    var number = zainabs();

    var answer =
        errand(ZAINAB, Right.CASE_HANDLE, number)
            .body("{'reason': '           '}")
            .ask(api, "openCase");

    assertThat(Errand.status(answer)).isEqualTo(422);
    assertThat(views(number)).isEmpty();
  }

  @Test
  void the_number_is_revealed_to_a_named_handler_for_a_reason() {
    var number = zainabs();

    var answer =
        errand(ZAINAB, Right.NUMBER_REVEAL, number).body(BECAUSE).ask(api, "revealCaseNumber");

    assertThat(answer).isEqualTo(Reply.item(new PgHandling.Revealed(PHONE.e164())));
    assertThat(views(number)).containsExactly("zainab REVEAL true");
    assertThat(audit(number)).last().isEqualTo("zainab case.number-revealed the reason is with it");
  }

  @Test
  void a_referral_is_kept_with_its_ground_and_a_stage_is_all_that_is_told() {
    var number = zainabs();
    errand(ZAINAB, Right.CASE_HANDLE, number)
        .body("{'basis': 'DANGER_TO_LIFE', 'reason': 'He is at the door.'}")
        .ask(api, "referCase");

    var answer =
        errand(ZAINAB, Right.CASE_HANDLE, number)
            .version(2)
            .body("{'stage': 'CLOSED'}")
            .ask(api, "setCaseStage");

    assertThat(answer)
        .isEqualTo(Reply.item(new PgHandling.Now(number.written(), Stage.CLOSED, 3), 3));
    assertThat(cases.stage(number, "embe", CasesContract.MORNING)).contains(Stage.CLOSED);
    assertThat(views(number)).containsExactly("zainab REFER true");
    assertThat(audit(number)).last().isEqualTo("zainab case.advanced stage RECEIVED to CLOSED");
  }

  @Test
  void only_what_danger_words_moved_goes_back() {
    var told = zainabs();
    var moved = filed(Source.MOVED);
    errand(DIRECTOR, Right.CASE_ASSIGN, moved).body("{'account': 'zainab'}").ask(api, "assignCase");
    BACK.clear();

    var answers =
        Stream.of(told, moved, moved)
            .map(
                one -> errand(ZAINAB, Right.CASE_HANDLE, one).body(BECAUSE).ask(api, "releaseCase"))
            .map(Errand::status)
            .toList();

    assertThat(answers).containsExactly(409, 200, 404);
    assertThat(BACK).hasSize(1);
  }

  @Test
  void only_who_may_handle_cases_is_named_and_may_be_taken_off() {
    var number = zainabs();
    var errand = errand(DIRECTOR, Right.CASE_ASSIGN, number);

    assertThat(errand.ask(api, "listCaseHandlers").toString()).contains("account=zainab");
    assertThat(Errand.status(errand.body("{'account': 'vera'}").ask(api, "assignCase")))
        .isEqualTo(422);
    assertThat(Errand.status(errand.body("{'account': 'nobody'}").ask(api, "assignCase")))
        .isEqualTo(422);
    assertThat(errand.ask(api, "unassignCase")).isEqualTo(Reply.done());
    assertThat(errand.ask(api, "listCaseHandlers").toString()).doesNotContain("zainab");
    var answer = errand(ZAINAB, Right.CASE_HANDLE, number).body(BECAUSE).ask(api, "openCase");
    assertThat(answer).isEqualTo(Reply.missing());
  }

  @Test
  void lists_show_that_there_are_cases_and_nothing_of_them() {
    var mine = zainabs();
    filed(Source.TOLD);

    var own = listed(Errand.of(ZAINAB, Right.CASE_HANDLE), "listOwnCases");
    var all = listed(Errand.of(DIRECTOR, Right.CASE_ASSIGN), "listCases");
    var bare =
        listed(Errand.of(DIRECTOR, Right.CASE_ASSIGN).query("unhandled", "true"), "listCases");

    assertThat(own).extracting(CaseLine::number).contains(mine.written());
    assertThat(own).allSatisfy(line -> assertThat(line.handlers()).isPositive());
    assertThat(all).hasSizeGreaterThan(own.size());
    assertThat(bare).isNotEmpty().allSatisfy(line -> assertThat(line.handlers()).isZero());
    assertThat(all.toString()).doesNotContain("Mwanakombo", "VIOLENCE", "0079", "254700");
    assertThat(listed(Errand.of(OF_KWALE, Right.CASE_ASSIGN), "listCases")).isEmpty();
  }

  /// All pages of a list.
  private static List<CaseLine> listed(Errand errand, String operation) {
    var seen = new ArrayList<CaseLine>();
    var next = "";
    do {
      var page = (Reply.Rows) errand.query("limit", "2").query("cursor", next).ask(api, operation);
      page.rows().forEach(row -> seen.add((CaseLine) row));
      next = page.next();
    } while (!next.isEmpty());
    assertThat(seen).doesNotHaveDuplicates();
    return seen;
  }
}
