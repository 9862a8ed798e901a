package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.DataRequest;
import org.shiriki.citizen.DataRequest.Kind;
import org.shiriki.citizen.PgDataRequests;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// Requests, incidents, retention and statistics do not exist outside of one's scope, and nobody's
/// change of them is lost: a row for each operation.
class CareScopeIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Keys KEYS = Keys.generate();
  private static final Set<String> TAGS =
      Set.of("Data requests", "Incidents", "Retention", "Statistics", "Places");
  private static final String FACTS =
      """
      {'kind':'LOSS','role':'CONTROLLER','discoveredAt':'2026-11-20T08:00:00Z','data':[],'people':1,
       'description':'a list was lost','measures':''}
      """;
  private static final String WHY = "{'reason':'for the test'}";

  /// An operation, and how it is called.
  ///
  /// @param path where `{access}`, `{correct}`, `{erase}` and `{incident}` stand for what is there
  /// @param outside what it says to who is limited to another county
  /// @param matches whether it names the version that it changes
  private record Row(
      String id, String method, String path, String body, int outside, boolean matches) {}

  private static final List<Row> TABLE =
      List.of(
          row("listDataRequests", "GET", "/data-requests", "", 200),
          row("readDataRequest", "GET", "/data-requests/{access}", "", 404),
          row("copyData", "POST", "/data-requests/{access}/copy", WHY, 404),
          row("revealAsker", "POST", "/data-requests/{access}/number", WHY, 404),
          match("correctData", "POST", "/data-requests/{correct}/correction", "{'language':'sw'}"),
          match("eraseData", "POST", "/data-requests/{erase}/erasure", ""),
          match("answerDataRequest", "POST", "/data-requests/{access}/answer", "{'how':'CALLED'}"),
          row("listIncidents", "GET", "/incidents", "", 404),
          row("openIncident", "POST", "/incidents", FACTS, 404),
          row("readIncident", "GET", "/incidents/{incident}", "", 404),
          match("changeIncident", "PUT", "/incidents/{incident}", FACTS),
          match("notifyIncident", "POST", "/incidents/{incident}/notification", at("reference")),
          match("tellOfIncident", "POST", "/incidents/{incident}/telling", at("how")),
          match("closeIncident", "POST", "/incidents/{incident}/closing", "{'conclusion':'over'}"),
          row("listIncidentVersions", "GET", "/incidents/{incident}/versions", "", 404),
          row("listRetentionRules", "GET", "/retention", "", 404),
          row("readRetentionRule", "GET", "/retention/sms-bodies", "", 404),
          match(
              "changeRetentionRule",
              "PUT",
              "/retention/sms-bodies",
              "{'keep':'P6M','reason':'for the test'}"),
          row("listRetentionChanges", "GET", "/retention/sms-bodies/changes", "", 404),
          row("dryRunRetention", "POST", "/retention/dry-run", "", 404),
          row("tryRetentionRule", "POST", "/retention/sms-bodies/dry-run", "{'keep':'P6M'}", 404),
          row("listHolds", "GET", "/legal-holds", "", 404),
          row(
              "placeHold",
              "POST",
              "/legal-holds",
              "{'kind':'CASE','reference':'1234','reason':'for the test'}",
              404),
          row("liftHold", "DELETE", "/legal-holds/{hold}", "", 404),
          row("listSessionDays", "GET", "/statistics/sessions", "", 404),
          row("listScreenDays", "GET", "/statistics/screens", "", 404),
          row("listSmsMonths", "GET", "/statistics/sms", "", 404),
          row("listReports", "GET", "/statistics/reports", "", 404),
          row("readReport", "GET", "/statistics/reports/2026-10", "", 404),
          row("listCounties", "GET", "/counties", "", 200),
          row("listConstituencies", "GET", "/constituencies", "", 200),
          row("listWards", "GET", "/wards", "", 200),
          row("readWard", "GET", "/wards/0079", "", 200));

  private static final Sql REPORT =
      new Sql("test.report", "insert into month_report values ('2026-10-01', now())");

  private static TestGateway gateway;
  private static Desk director;
  private static Desk officer;
  private static Desk lamus;
  private static Map<String, String> there;

  private static Row row(String id, String method, String path, String body, int outside) {
    return new Row(id, method, path, body, outside, false);
  }

  private static Row match(String id, String method, String path, String body) {
    return new Row(id, method, path, body, 404, true);
  }

  private static String at(String field) {
    return "{'at':'2026-11-20T09:00:00Z','%s':'told'}".formatted(field);
  }

  @BeforeAll
  static void open() {
    gateway =
        TestGateway.on(TOWN.url(), InstantSource.system(), Map.of("SHIRIKI_KEYS", KEYS.text()));
    director = Desk.director(gateway);
    officer = director.colleague(TOWN.database(), "dpo", grants(List.of()));
    lamus = director.colleague(TOWN.database(), "lali", grants(List.of("005")));
    TOWN.database().run(REPORT);
    var phone = gateway.phone("+254711770001");
    says(phone, "2", "6", "3", "2", "1", "1");
    says(phone, "6", "2", "Shella", "1");
    var hold = "{'kind':'CONCERN','reference':'R5F-F83Y','reason':'for the test'}";
    there =
        Map.of(
            "{access}", asks(Kind.ACCESS),
            "{correct}", asks(Kind.CORRECT),
            "{erase}", asks(Kind.ERASE),
            "{incident}", officer.post("/incidents", FACTS).at("/number"),
            "{hold}", officer.post("/legal-holds", hold).at("/id"));
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private static Grant[] grants(List<String> counties) {
    return new Grant[] {
      new Grant(Role.DATA_PROTECTION_OFFICER, counties, List.of()),
      new Grant(Role.EDITOR, counties, List.of())
    };
  }

  private static void says(TestPhone phone, String... answers) {
    phone.dial();
    for (var answer : answers) {
      phone.say(answer);
    }
  }

  private static String asks(Kind kind) {
    return new PgDataRequests(TOWN.database(), new Random(kind.name().hashCode()))
        .ask(new Vault(KEYS).keyOf(new Phone("+254711770001")), kind, Channel.USSD, Instant.now())
        .map(DataRequest::reference)
        .orElseThrow()
        .written();
  }

  private static Desk.Said say(Desk desk, Row row) {
    var path = row.path();
    for (var thing : there.entrySet()) {
      path = path.replace(thing.getKey(), thing.getValue());
    }
    return desk.say(row.method(), path, Optional.of(row.body()).filter(body -> !body.isEmpty()));
  }

  @Test
  void every_operation_has_a_row_and_says_whether_it_names_a_version() {
    JsonNode contract = new JsonMapper().valueToTree(director.agreement().document());
    var agreed = new HashSet<String>();
    contract
        .path("paths")
        .forEach(methods ->
            methods.forEach(operation -> {
              if (TAGS.contains(operation.at("/tags/0").asText())) {
                var matches = operation.path("parameters").toString().contains("/IfMatch");
                agreed.add(operation.path("operationId").asText() + ' ' + matches);
              }
            }));

    assertThat(TABLE.stream().map(row -> row.id() + ' ' + row.matches()))
        .containsExactlyInAnyOrderElementsOf(agreed);
  }

  @TestFactory
  Stream<DynamicTest> what_lies_outside_of_ones_scope_does_not_exist() {
    return TABLE.stream()
        .map(row ->
            dynamicTest(
                row.id(),
                () -> {
                  var said = say(row.matches() ? lamus.match("\"1\"") : lamus, row);

                  assertThat(said.status()).as(said.text()).isEqualTo(row.outside());
                  if (row.id().equals("listDataRequests")) {
                    assertThat(said.json().at("/items")).isEmpty();
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> nobodys_change_is_lost() {
    return TABLE.stream()
        .filter(Row::matches)
        .map(row ->
            dynamicTest(
                row.id(),
                () -> {
                  var said = say(officer.match("\"99\""), row);

                  assertThat(said.status()).as(said.text()).isEqualTo(412);
                }));
  }

  @TestFactory
  Stream<DynamicTest> what_lies_inside_is_there() {
    return TABLE.stream()
        .filter(row -> !row.matches() && !row.id().equals("liftHold"))
        .map(row ->
            dynamicTest(
                row.id(),
                () -> {
                  var said = say(officer, row);

                  assertThat(said.status()).as(said.text()).isIn(200, 201);
                }));
  }
}
