package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.concern.Reference;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// A partner sees the concerns that are with an office of their own organisation; no other exists
/// for them.
class PartnerIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql EMPTY = new Sql("test.empty", "truncate concern cascade");
  private static final Sql FILE =
      new Sql(
          "test.file",
          """
          insert into concern (reference, draft, category, ward, county, office, text, status,
            events, filed_at, acknowledge_by, answer_by, escalate_by)
          values ('R5FF83Y', 'one', 'water', '0079', '003', 'malindi-water', 'Maji', 'RECEIVED', 1,
              '2026-11-20T06:00Z', '2026-11-22T06:00Z', '2026-12-04T06:00Z', '2026-12-11T06:00Z'),
            ($1, 'two', 'water', '0027', '001', 'malindi-water', 'Maji', 'RECEIVED', 1,
              '2026-11-20T07:00Z', '2026-11-22T06:00Z', '2026-12-04T06:00Z', '2026-12-11T06:00Z')
          """);
  private static final Sql MERGED =
      new Sql(
          "test.merged",
          """
          insert into concern (reference, draft, category, ward, county, office, text, status,
            events, filed_at, acknowledge_by, answer_by, escalate_by, merged_into)
          select seed.reference, seed.reference, category, ward, county, seed.office, text, status,
            events, filed_at, acknowledge_by, answer_by, escalate_by, 'R5FF83Y'
          from concern, (values ($1::text, 'kilifi-desk'), ($2::text, 'malindi-water'))
            as seed (reference, office)
          where concern.reference = 'R5FF83Y'
          """);
  private static final List<Reference> OTHERS =
      Stream.generate(Reference.from(new Random(7))::next).limit(3).toList();
  private static final Reference OF_MOMBASA = OTHERS.getFirst();
  private static final String PATH = "/concerns/R5F-F83Y";
  private static final String ANSWERED =
      "{'office':'malindi-water','answeredOn':'2026-11-20','text':'Wiki hii.'}";

  /// An operation on concerns, and what it says to a partner.
  ///
  /// @param own to one of the organisation that it was referred to; 403 is for what no partner may
  /// @param other to one of another organisation
  private record Row(String id, String method, String path, String body, int own, int other) {}

  private static final List<Row> TABLE =
      List.of(
          new Row("listConcerns", "GET", "/concerns", "", 200, 200),
          new Row("countQueues", "GET", "/concerns/queues", "", 200, 200),
          new Row("listOfficeAnswers", "GET", "/statistics/offices", "", 200, 200),
          new Row("listUnanswered", "GET", "/statistics/unanswered", "", 200, 200),
          new Row("showConcern", "GET", PATH, "", 200, 404),
          refused("checkReply", "POST", "/concerns/reply-check", "{'text':'Fundi'}"),
          refused("sortConcern", "PATCH", PATH, "{'title':'Bomba'}"),
          refused("assignConcern", "POST", PATH + "/assign", "{'assignee':null}"),
          refused("referConcern", "POST", PATH + "/refer", "{'office':'kilifi-desk'}"),
          refused("mergeConcern", "POST", PATH + "/merge", "{'into':'222-2222'}"),
          refused("addConcernNote", "POST", PATH + "/notes", "{'text':'Ordered.'}"),
          refused("replyToConcern", "POST", PATH + "/replies", "{'text':'Fundi.'}"),
          refused("recordOfficeAnswer", "POST", PATH + "/answers", ANSWERED),
          refused("setConcernStatus", "POST", PATH + "/status", "{'status':'IN_HAND'}"),
          refused("reopenConcern", "POST", PATH + "/reopen", "{}"),
          refused("revealReporterNumber", "POST", PATH + "/number", "{'reason':'To agree.'}"));

  private static TestGateway gateway;
  private static Desk director;
  private static Desk zainab;
  private static Desk asha;
  private static Desk kombo;

  private static Row refused(String id, String method, String path, String body) {
    return new Row(id, method, path, body, 403, 403);
  }

  @BeforeAll
  static void open() {
    gateway =
        TestGateway.on(
            TOWN.url(), InstantSource.system(), Map.of("SHIRIKI_API_CALLS_PER_MINUTE", "100000"));
    director = Desk.director(gateway);
    zainab = director.colleague(TOWN.database(), "zainab", Grant.everywhere(Role.CASE_OFFICER));
    director.post("/organisations", "{'id':'maji-yetu','name':'Maji Yetu','member':true}");
    director.post("/organisations", "{'id':'haki-zetu','name':'Haki Zetu','member':true}");
    asha = partner("maji-yetu", "asha");
    kombo = partner("haki-zetu", "kombo");
    given("malindi-water", "maji-yetu");
    given("kilifi-desk", "haki-zetu");
  }

  private static Desk partner(String organisation, String name) {
    var grant = new Grant(Role.PARTNER, List.of("003"), List.of());
    return director.colleagueOf(organisation, TOWN.database(), name, grant);
  }

  private static void given(String office, String organisation) {
    var body =
        "{'name':{'sw':'Ofisi','en':'Office'},'county':'003','organisation':'%s'}"
            .formatted(organisation);
    var said = director.match("\"1\"").put("/offices/" + office, body);
    assertThat(said.at("/organisation")).as(said.text()).isEqualTo(organisation);
  }

  @BeforeEach
  void file() {
    TOWN.database().run(EMPTY);
    TOWN.database().run(FILE, OF_MOMBASA.code());
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private static Desk.Said say(Desk desk, Row row) {
    var body = Optional.of(row.body()).filter(text -> !text.isEmpty());
    return desk.match("\"1\"").say(row.method(), row.path(), body);
  }

  private static void does(String act, String body) {
    var etag = zainab.get(PATH).header("ETag");
    var said = zainab.match(etag).post(PATH + act, body);
    assertThat(said.status()).as(said.text()).isEqualTo(200);
  }

  @Test
  void every_operation_on_concerns_has_a_row() {
    JsonNode contract = new JsonMapper().valueToTree(director.agreement().document());
    var agreed = new HashSet<String>();
    contract
        .path("paths")
        .forEach(methods ->
            methods.forEach(operation -> {
              if (operation.at("/tags/0").asText().equals("concerns")) {
                agreed.add(operation.path("operationId").asText());
              }
            }));

    assertThat(TABLE.stream().map(Row::id)).containsExactlyInAnyOrderElementsOf(agreed);
  }

  @TestFactory
  Stream<DynamicTest> what_was_not_referred_to_ones_organisation_does_not_exist() {
    return TABLE.stream()
        .map(row ->
            dynamicTest(
                row.id(),
                () -> {
                  var said = say(kombo, row);

                  assertThat(said.status()).as(said.text()).isEqualTo(row.other());
                  assertThat(said.text()).doesNotContain("R5F-F83Y", "malindi-water");
                  if (row.id().equals("countQueues")) {
                    assertThat(said.json()).allMatch(count -> count.asInt() == 0);
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> what_was_is_there_as_far_as_their_county_goes() {
    return TABLE.stream()
        .map(row ->
            dynamicTest(
                row.id(),
                () -> {
                  var said = say(asha, row);

                  assertThat(said.status()).as(said.text()).isEqualTo(row.own());
                  assertThat(said.text()).doesNotContain(OF_MOMBASA.written());
                }));
  }

  @Test
  void a_partner_counts_and_lists_what_is_theirs() {
    assertThat(asha.get("/concerns").json().at("/items")).hasSize(1);
    assertThat(asha.get("/concerns").at("/items/0/reference")).isEqualTo("R5F-F83Y");
    assertThat(zainab.get("/concerns/" + OF_MOMBASA.written()).status()).isEqualTo(200);
    assertThat(asha.get("/concerns/queues").at("/fresh")).isEqualTo("1");
    assertThat(asha.get("/concerns/" + OF_MOMBASA.written()).status()).isEqualTo(404);
    var answers =
        asha.get("/statistics/offices?from=2026-11-01T00:00:00Z&until=2026-12-01T00:00:00Z");
    assertThat(answers.at("/items/0/concerns")).isEqualTo("1");
    assertThat(asha.with("Accept", "text/csv").get("/concerns").text()).contains("R5F-F83Y");
    assertThat(kombo.with("Accept", "text/csv").get("/concerns").text()).isEmpty();
    assertThat(asha.get("/webhooks").status()).isEqualTo(403);
  }

  @Test
  void what_is_referred_on_is_the_next_ones_and_no_longer_theirs() {
    does("/refer", "{'office':'kilifi-desk'}");

    assertThat(asha.get(PATH).status()).isEqualTo(404);
    assertThat(kombo.get(PATH).status()).isEqualTo(200);
  }

  @Test
  void what_ended_with_them_stays_theirs() {
    does("/status", "{'status':'FIXED','text':'Bomba jipya.'}");

    assertThat(asha.get(PATH).at("/concern/status")).isEqualTo("FIXED");
  }

  @Test
  void a_duplicate_that_is_with_another_office_is_not_named() {
    TOWN.database().run(MERGED, OTHERS.get(1).code(), OTHERS.get(2).code());

    assertThat(zainab.get(PATH).json().at("/duplicates")).hasSize(2);
    assertThat(asha.get(PATH).json().at("/duplicates")).hasSize(1);
    assertThat(asha.get(PATH).at("/duplicates/0")).isEqualTo(OTHERS.get(2).written());
  }

  @Test
  void a_partner_looks_after_what_they_see_and_nothing_else() {
    var etag = zainab.get(PATH).header("ETag");
    var other = zainab.match(etag).post(PATH + "/assign", "{'assignee':'kombo'}");
    var own = zainab.match(etag).post(PATH + "/assign", "{'assignee':'asha'}");

    assertThat(other.status()).isEqualTo(422);
    assertThat(own.status()).isEqualTo(200);
  }
}
