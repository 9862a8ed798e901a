package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.broadcast.Village;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Ward;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// Staff see who of an audience got nothing and why, and not who they are.
class RecipientsIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final int PEOPLE = 28;
  private static final int OUT = 2;
  private static final Sql MOVE =
      new Sql("test.move", "update citizen set ward = $2 where citizen_key = any($1::text[])");
  private static final Sql WITHDRAW =
      new Sql(
          "test.withdraw",
          "update consent set withdrawn_at = now() where citizen_key = any($1::text[])");

  private static final String FLOOD =
      """
      {'purpose':'EMERGENCY','reason':'the river rises',
       'text':{'sw':'Mafuriko: panda juu sasa.','en':'Flood: go to high ground now.'},
       'audience':{'kind':'consented','places':[],'languages':['sw','en']}}
      """;
  private static final List<String> KILIFI = wards("003");
  private static final List<String> LAMU = wards("005");
  private static final String LARGE = KILIFI.get(0);

  private static TestGateway gateway;
  private static Village village;
  private static Desk director;
  private static Desk editor;
  private static String flood;

  private static List<String> wards(String county) {
    return Town.PLACES.county(county).orElseThrow().constituencies().stream()
        .flatMap(constituency -> constituency.wards().stream())
        .map(Ward::code)
        .toList();
  }

  @BeforeAll
  static void theRiverRises() {
    var keys = Keys.generate();
    village = new Village(TOWN.database(), new Vault(keys)).settle(PEOPLE);
    TOWN.database().run(MOVE, people(0, 14), LARGE);
    TOWN.database().run(MOVE, people(14, 20), KILIFI.get(1));
    TOWN.database().run(MOVE, people(20, 25), KILIFI.get(2));
    TOWN.database().run(MOVE, people(25, PEOPLE), LAMU.get(0));
    TOWN.database().run(WITHDRAW, (Object) people(0, OUT));
    gateway =
        TestGateway.on(
            TOWN.url(),
            InstantSource.system(),
            Map.of("SHIRIKI_KEYS", keys.text(), "SHIRIKI_API_CALLS_PER_MINUTE", "100000"));
    director = Desk.director(gateway);
    editor = director.colleague(TOWN.database(), "eddy", Grant.everywhere(Role.EDITOR));
    flood = sent(FLOOD);
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private static String[] people(int from, int until) {
    return IntStream.range(from, until)
        .mapToObj(who -> village.key(who).text())
        .toArray(String[]::new);
  }

  private static String sent(String body) {
    var broadcast = "/broadcasts/" + editor.post("/broadcasts", body).at("/id");
    editor.post(broadcast + "/submission");
    director.post(broadcast + "/approval");
    Watch.until(
        () -> director.get(broadcast + "/ledger"),
        said ->
            said.json().at("/people").asInt() > 0
                && List.of("QUEUED", "SENDING", "ACCEPTED").stream()
                    .noneMatch(said.text()::contains));
    return broadcast;
  }

  private static Desk only(String name, String county) {
    return director.colleague(
        TOWN.database(), name, new Grant(Role.EDITOR, List.of(county), List.of()));
  }

  private static List<JsonNode> rows(Desk desk, String path) {
    var rows = new ArrayList<JsonNode>();
    desk.get(path).json().at("/items").forEach(rows::add);
    return rows;
  }

  private static List<String> places(List<JsonNode> rows) {
    return rows.stream().map(row -> row.at("/place").asText()).toList();
  }

  @Test
  void everybody_has_a_row_with_what_became_of_their_message() {
    var rows = rows(director, flood + "/recipients");

    assertThat(rows).hasSize(PEOPLE);
    assertThat(rows.stream().filter(row -> row.at("/state").asText().equals("DELIVERED")))
        .hasSize(PEOPLE - OUT);
    assertThat(rows.stream().map(row -> row.at("/language").asText())).contains("sw", "en");
  }

  @Test
  void who_was_skipped_is_found_by_state_and_by_reason() {
    for (var wish :
        List.of("?state=SKIPPED", "?reason=NO_CONSENT", "?state=SKIPPED&state=FAILED")) {
      var rows = rows(director, flood + "/recipients" + wish);

      assertThat(rows).as(wish).hasSize(OUT);
      assertThat(rows).allMatch(row -> row.at("/reason").asText().equals("NO_CONSENT"));
    }
    assertThat(rows(director, flood + "/recipients?reason=CAP")).isEmpty();
    assertThat(director.get(flood + "/recipients?reason=HUNGER").status()).isEqualTo(400);
  }

  @Test
  void page_after_page_shows_each_person_once() {
    var ids = new ArrayList<String>();
    var next = "";
    do {
      var page = director.get(flood + "/recipients?limit=10" + next).json();
      page.at("/items").forEach(row -> ids.add(row.at("/id").asText()));
      next = page.has("next") ? "&cursor=" + page.at("/next").asText() : "";
    } while (!next.isEmpty());

    assertThat(ids).hasSize(PEOPLE).doesNotHaveDuplicates();
  }

  @Test
  void few_people_of_a_ward_are_told_of_by_their_county_or_not_at_all() {
    var places = places(rows(director, flood + "/recipients"));

    assertThat(places).containsOnly(LARGE, "003", "");
    assertThat(places.stream().filter("003"::equals)).hasSize(11);
    assertThat(places.stream().filter(String::isEmpty)).hasSize(3);
  }

  @Test
  void nothing_that_identifies_a_person_is_in_any_answer() {
    var said = director.get(flood + "/recipients").text();
    var csv = director.with("Accept", "text/csv").get(flood + "/recipients").text();

    for (var who = 0; who < PEOPLE; who++) {
      var number = Village.phone(who).e164().substring(1);
      var key = village.key(who).text();
      assertThat(said).doesNotContain(number).doesNotContain(key);
      assertThat(csv).doesNotContain(number).doesNotContain(key);
    }
    assertThat(csv.lines()).hasSize(1 + PEOPLE);
    assertThat(csv).startsWith("id,place,language,network,state,reason,at");
  }

  @Test
  void nobody_is_known_again_in_another_broadcast() {
    var other = sent(FLOOD.replace("the river rises", "the sea too").replace("sasa", "upesi"));
    var ids = new HashSet<String>();
    rows(director, flood + "/recipients").forEach(row -> ids.add(row.at("/id").asText()));
    rows(director, other + "/recipients").forEach(row -> ids.add(row.at("/id").asText()));

    assertThat(ids).hasSize(2 * PEOPLE);
  }

  @Test
  void who_looks_after_one_county_sees_those_who_are_known_to_live_there() {
    assertThat(places(rows(only("kezia", "003"), flood + "/recipients")))
        .hasSize(25)
        .containsOnly(LARGE, "003");
    assertThat(rows(only("lali", "005"), flood + "/recipients")).isEmpty();
  }

  @Test
  void what_was_sent_to_another_county_does_not_exist() {
    var kilifi = sent(FLOOD.replace("'places':[]", "'places':['003']").replace("sasa", "haraka"));

    assertThat(only("lulu", "005").get(kilifi + "/recipients").status()).isEqualTo(404);
    assertThat(rows(only("kadzo", "003"), kilifi + "/recipients")).hasSize(25);
  }
}
