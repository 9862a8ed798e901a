package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// What all operations of the API have in common, tried on those about staff.
class ApiDoorIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final String FORUM = "{'id':'forum','name':'Youth Forum','member':true}";

  private static TestGateway gateway;
  private static Desk director;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url());
    director = Desk.director(gateway);
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  @Test
  void whoever_shows_no_token_is_asked_who_they_are() {
    var said = Desk.stranger(gateway).get("/accounts");

    assertThat(said.status()).isEqualTo(401);
    assertThat(said.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(said.at("/type")).isEqualTo("urn:shiriki:problem:unknown-caller");
  }

  @Test
  void whoever_lacks_the_right_is_told_which() {
    var volunteer = director.colleague(TOWN.database(), "vera", Grant.everywhere(Role.VOLUNTEER));

    var said = volunteer.get("/accounts");

    assertThat(said.status()).isEqualTo(403);
    assertThat(said.at("/detail")).contains("STAFF_SEE");
  }

  @Test
  void a_body_with_faults_is_refused_with_all_of_them_named() {
    var said = director.post("/organisations", "{'id':'X','member':'yes','colour':'red'}");

    assertThat(said.status()).isEqualTo(400);
    assertThat(said.json().at("/errors").findValuesAsText("field"))
        .contains("/name", "/id", "/member", "/colour");
    assertThat(said.text()).contains("It is missing.", "There is no such field.");
  }

  @Test
  void a_query_with_a_fault_is_refused() {
    assertThat(director.get("/accounts?limit=many").status()).isEqualTo(400);
    assertThat(director.get("/accounts?limit=0").status()).isEqualTo(400);
  }

  @Test
  void the_same_key_makes_nothing_twice_and_gives_the_same_answer() {
    var desk = director.with("Idempotency-Key", "forum-1");

    var first = desk.post("/organisations", FORUM);
    var again = desk.post("/organisations", FORUM);
    var other = desk.post("/organisations", FORUM.replace("Youth", "Elders'".replace("'", "")));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again)
        .extracting(Desk.Said::status, Desk.Said::text)
        .containsExactly(201, first.text());
    assertThat(again.header("Location")).isEqualTo("/api/v1/organisations/forum");
    assertThat(other.status()).isEqualTo(422);
    assertThat(director.post("/organisations", FORUM).status()).isEqualTo(409);
  }

  @Test
  void an_edit_names_the_version_and_a_lost_update_is_refused() {
    director.post("/organisations", FORUM.replace("forum", "elders"));
    var body = "{'name':'Council of Elders','member':true}";

    var blind = director.put("/organisations/elders", body);
    var first = director.match("\"1\"").put("/organisations/elders", body);
    var late = director.match("\"1\"").put("/organisations/elders", body);

    assertThat(blind.status()).isEqualTo(428);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("ETag")).isEqualTo("\"2\"");
    assertThat(late.status()).isEqualTo(412);
  }

  @Test
  void a_list_comes_in_pages_and_as_lines() {
    for (var name : new String[] {"page-a", "page-b", "page-c"}) {
      director.colleague(TOWN.database(), name, Grant.everywhere(Role.BOARD));
    }

    var names = new java.util.ArrayList<String>();
    var page = director.get("/accounts?limit=2");
    names.addAll(page.json().at("/items").findValuesAsText("name"));
    while (page.json().has("next")) {
      page = director.get("/accounts?limit=2&cursor=" + page.at("/next"));
      names.addAll(page.json().at("/items").findValuesAsText("name"));
    }
    var lines = director.with("Accept", "text/csv").get("/accounts");

    assertThat(names)
        .contains("page-a", "page-b", "page-c", "director")
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(lines.header("Content-Type")).startsWith("text/csv");
    assertThat(lines.text())
        .startsWith("name,organisation,email,")
        .contains("\r\n\"page-b\"".replace("\"", ""));
  }

  @Test
  void a_cursor_that_no_list_gave_is_refused() {
    assertThat(director.get("/audit?cursor=bm9uZQ").status()).isEqualTo(400);
  }

  @Test
  void a_path_that_is_none_is_a_problem() {
    assertThat(director.get("/nothing").status()).isEqualTo(404);
    assertThat(director.delete("/accounts").status()).isEqualTo(405);
    assertThat(director.get("/nothing").header("Content-Type"))
        .isEqualTo("application/problem+json");
  }

  @Test
  void behind_a_proxy_of_ours_the_audit_names_the_address_that_the_proxy_saw() {
    var settings = Map.of("SHIRIKI_HTTP_BEHIND_PROXY", "yes");
    try (var proxied = TestGateway.on(TOWN.url(), InstantSource.system(), settings)) {
      var desk = Desk.director(proxied).with("X-Forwarded-For", "192.0.2.7");

      desk.post("/organisations", FORUM.replace("forum", "proxied"));
      director
          .with("X-Forwarded-For", "192.0.2.8")
          .post("/organisations", FORUM.replace("forum", "direct"));

      assertThat(from("proxied")).isEqualTo("token/first 192.0.2.7");
      assertThat(from("direct")).isEqualTo("token/first 127.0.0.1");
    }
  }

  private static String from(String organisation) {
    return director.get("/audit?subject=organisation/" + organisation).at("/items/0/from");
  }

  @Test
  void who_calls_too_often_is_told_to_wait() {
    try (var strict =
        TestGateway.on(
            TOWN.url(), InstantSource.system(), Map.of("SHIRIKI_API_CALLS_PER_MINUTE", "5"))) {
      var desk = Desk.director(strict);

      var said = IntStream.range(0, 6).mapToObj(_ -> desk.get("/me")).toList();

      assertThat(said.getFirst().header("RateLimit-Limit")).isEqualTo("5");
      assertThat(said.getFirst().header("RateLimit-Remaining")).isEqualTo("4");
      assertThat(said.getLast().status()).isEqualTo(429);
      assertThat(Integer.parseInt(said.getLast().header("Retry-After"))).isBetween(1, 60);
    }
  }

  private static final Map<String, String> OF_THE_HOUSE =
      Map.ofEntries(
          Map.entry("GET /organisations", ""),
          Map.entry("POST /organisations", FORUM),
          Map.entry("PUT /organisations/secretariat", "{'name':'Ours','member':false}"),
          Map.entry("GET /accounts", ""),
          Map.entry(
              "POST /accounts",
              "{'name':'mine','organisation':'secretariat','email':'m@example.org','grants':[]}"),
          Map.entry("GET /accounts/director", ""),
          Map.entry(
              "PUT /accounts/director",
              "{'organisation':'secretariat','email':'m@example.org','grants':[],'active':true}"),
          Map.entry("POST /accounts/director/reset", ""),
          Map.entry("DELETE /accounts/director/second-factor", ""),
          Map.entry("GET /audit", ""),
          Map.entry("GET /audit/verification", ""));

  @TestFactory
  Stream<DynamicTest> who_directs_one_county_directs_nobody_elsewhere() {
    var grant = new Grant(Role.DIRECTOR, List.of("005"), List.of());
    var lamus = director.colleague(TOWN.database(), "lali", grant).match("\"1\"");
    return OF_THE_HOUSE.entrySet().stream()
        .map(operation ->
            dynamicTest(
                operation.getKey(),
                () -> {
                  var words = operation.getKey().split(" ", 2);
                  var body = Optional.of(operation.getValue()).filter(text -> !text.isEmpty());

                  assertThat(lamus.say(words[0], words[1], body).status()).isEqualTo(404);
                }));
  }

  @Test
  void the_table_of_the_house_is_whole() {
    var agreed = new TreeSet<String>();
    for (var beginning : List.of("/organisations", "/accounts", "/audit")) {
      director.agreement().pathsBelow(beginning).forEach(path -> agreed.add(beginning + path));
    }

    assertThat(
            OF_THE_HOUSE.keySet().stream().map(word -> pattern(word.split(" ", 2)[1])).distinct())
        .containsExactlyInAnyOrderElementsOf(agreed);
  }

  private static String pattern(String path) {
    return path.replace("/secretariat", "/{organisation}").replace("/director", "/{account}");
  }

  @Test
  void nobody_takes_the_last_director_away() {
    var said =
        director
            .match("\"1\"")
            .put(
                "/accounts/director",
                "{'organisation':'secretariat','email':'d@example.org','grants':[],'active':true}");

    assertThat(said.status()).isEqualTo(422);
    assertThat(director.get("/accounts/director").status()).isEqualTo(200);
  }

  @Test
  void what_was_done_stands_in_the_audit_with_where_it_came_from() {
    director.post("/organisations", FORUM.replace("forum", "audited"));

    var line = director.get("/audit?subject=organisation/audited").json().at("/items/0");

    assertThat(line.at("/actor").asText()).isEqualTo("director");
    assertThat(line.at("/action").asText()).isEqualTo("organisation.added");
    assertThat(line.at("/from").asText()).isEqualTo("token/first 127.0.0.1");
    assertThat(director.get("/audit/verification").json().at("/sound").asBoolean()).isTrue();
  }

  @Test
  void a_token_can_do_no_more_than_it_was_made_for() {
    var word =
        director.post("/tokens", "{'name':'reader','rights':['STAFF_SEE'],'days':1}").at("/word");
    var reader = Desk.stranger(gateway).with("Authorization", "Bearer " + word);

    assertThat(reader.get("/accounts").status()).isEqualTo(200);
    assertThat(reader.get("/audit").status()).isEqualTo(403);
    assertThat(reader.get("/me").json().at("/rights")).hasSize(1);
  }

  @Test
  void a_token_that_was_taken_back_is_none() {
    var made = director.post("/tokens", "{'name':'short','rights':['STAFF_SEE'],'days':1}");
    var holder = Desk.stranger(gateway).with("Authorization", "Bearer " + made.at("/word"));
    assertThat(holder.get("/accounts").status()).isEqualTo(200);

    assertThat(director.delete("/tokens/" + made.at("/token/id")).status()).isEqualTo(204);

    assertThat(holder.get("/accounts").status()).isEqualTo(401);
    assertThat(director.get("/tokens").text())
        .contains("\"used\"")
        .doesNotContain(made.at("/word"));
  }
}
