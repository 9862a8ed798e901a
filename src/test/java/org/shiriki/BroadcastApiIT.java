package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/// Broadcasts by the API, from the first word to the phones.
class BroadcastApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final String FLOOD =
      """
      {'purpose':'EMERGENCY','reason':'the river rises',
       'text':{'sw':'Mafuriko: panda juu sasa.','en':'Flood: go to high ground now.'},
       'audience':{'kind':'consented','places':[],'languages':['sw','en']}}
      """;
  private static final String KILIFI = FLOOD.replace("'places':[]", "'places':['003']");

  private static TestGateway gateway;
  private static Desk director;
  private static Desk editor;
  private static Desk kilifis;
  private static Desk lamus;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url());
    director = Desk.director(gateway);
    editor = director.colleague(TOWN.database(), "eddy", Grant.everywhere(Role.EDITOR));
    kilifis = director.colleague(TOWN.database(), "kezia", in("003"));
    lamus = director.colleague(TOWN.database(), "lali", in("005"));
    for (var number = 1; number <= 3; number++) {
      var phone = gateway.phone("+25471166000" + number);
      phone.dial();
      phone.say("2", "1", "3", "1", "1", "1");
    }
  }

  private static Grant[] in(String county) {
    return new Grant[] {
      new Grant(Role.EDITOR, List.of(county), List.of()),
      new Grant(Role.DIRECTOR, List.of(county), List.of())
    };
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private static String drafted(Desk desk, String body) {
    var made = desk.post("/broadcasts", body);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return "/broadcasts/" + made.at("/id");
  }

  private static JsonArray inbox(String number) {
    var path = "/simulator/api/messages?phone=" + number.replace("+", "%2B");
    return Objects.requireNonNull(gateway.get(path).bodyAsJsonArray());
  }

  @Test
  void a_flood_is_told_of_once_two_people_agreed_and_the_ledger_adds_up() {
    var broadcast = drafted(editor, FLOOD);
    var estimate = editor.get(broadcast + "/estimate");
    assertThat(estimate.json().at("/recipients").asInt()).isEqualTo(3);
    assertThat(estimate.json().at("/cost").asDouble()).isPositive();
    assertThat(editor.post(broadcast + "/submission").at("/state")).isEqualTo("SUBMITTED");

    var own = editor.post(broadcast + "/approval");
    var others = director.post(broadcast + "/approval");

    assertThat(own.status()).isEqualTo(403);
    assertThat(others.at("/state")).isEqualTo("APPROVED");
    var done = Watch.until(() -> director.get(broadcast), said -> said.at("/state").equals("DONE"));
    assertThat(done.json().at("/people").asInt()).isEqualTo(3);
    assertThat(inbox("+254711660002").encode()).contains("Flood: go to high ground now.");
    var ledger =
        Watch.until(
            () -> director.get(broadcast + "/ledger"), said -> said.text().contains("DELIVERED"));
    assertThat(ledger.json().at("/addsUp").asBoolean()).isTrue();
  }

  @Test
  void nobody_says_yes_to_their_own_words_whatever_they_are() {
    var broadcast = drafted(director, FLOOD);
    director.post(broadcast + "/submission");

    var said = director.post(broadcast + "/approval");

    assertThat(said.status()).isEqualTo(403);
    assertThat(said.at("/detail")).isEqualTo("Another person than its author has to look at it.");
  }

  @Test
  void what_the_lint_names_is_refused_with_its_fields() {
    var faulty = FLOOD.replace("EMERGENCY", "ALERT").replace("go to high ground now", "go ’ now");
    var broadcast = drafted(editor, faulty);
    assertThat(editor.get(broadcast).json().at("/faults")).isNotEmpty();

    var said = editor.post(broadcast + "/submission");

    assertThat(said.status()).isEqualTo(422);
    assertThat(said.json().at("/errors").findValuesAsText("field"))
        .contains("/text/sw", "/text/en");
  }

  @Test
  void places_and_topics_that_are_none_are_named() {
    var strange =
        FLOOD
            .replace("'kind':'consented'", "'kind':'subscribers','topics':['soap']")
            .replace("'places':[]", "'places':['9999']");

    var said = editor.post("/broadcasts", strange);

    assertThat(said.status()).isEqualTo(422);
    assertThat(said.text()).contains("9999", "soap");
  }

  @Test
  void the_same_key_makes_one_draft() {
    var desk = editor.with("Idempotency-Key", "flood-1");

    assertThat(drafted(desk, FLOOD)).isEqualTo(drafted(desk, FLOOD));
  }

  @Test
  void a_draft_is_not_rewritten_over_what_was_rewritten_meanwhile() {
    var broadcast = drafted(editor, FLOOD);
    var read = editor.get(broadcast).header("ETag");
    assertThat(editor.match(read).put(broadcast, KILIFI).status()).isEqualTo(200);

    var late = editor.match(read).put(broadcast, FLOOD);

    assertThat(late.status()).isEqualTo(412);
    assertThat(editor.get(broadcast).at("/audience/places/0")).isEqualTo("003");
  }

  @Test
  void who_looks_after_one_county_writes_to_no_other() {
    assertThat(lamus.post("/broadcasts", KILIFI).status()).isEqualTo(422);
    assertThat(lamus.post("/broadcasts", FLOOD).status()).isEqualTo(422);
    assertThat(kilifis.post("/broadcasts", KILIFI).status()).isEqualTo(201);
  }

  @Test
  void a_list_shows_what_touches_ones_own_counties() {
    var broadcast = drafted(kilifis, KILIFI);
    var id = broadcast.replaceAll("\\D", "");

    assertThat(ids(kilifis)).contains(id);
    assertThat(ids(director)).contains(id);
    assertThat(ids(lamus)).doesNotContain(id);
  }

  private static List<String> ids(Desk desk) {
    return desk.get("/broadcasts?limit=500&state=DRAFT").json().at("/items").findValuesAsText("id");
  }

  /// The operations on one broadcast, with a body for those that take one.
  private static final Map<String, String> ON_ONE =
      Map.ofEntries(
          Map.entry("GET ", ""),
          Map.entry("PUT ", KILIFI),
          Map.entry("GET /estimate", ""),
          Map.entry("POST /trial", "{'language':'sw'}"),
          Map.entry("POST /submission", ""),
          Map.entry(
              "POST /vetting", "{'operator':'Safaricom','agreed':true,'evidence':'letter 1'}"),
          Map.entry("POST /approval", ""),
          Map.entry("POST /rejection", "{'reason':'no'}"),
          Map.entry("POST /pause", ""),
          Map.entry("POST /resumption", ""),
          Map.entry("POST /cancellation", ""),
          Map.entry("GET /ledger", ""),
          Map.entry("GET /recipients", ""));

  @TestFactory
  Stream<DynamicTest> a_broadcast_of_another_county_does_not_exist() {
    var broadcast = drafted(kilifis, KILIFI);
    var read = kilifis.get(broadcast).header("ETag");
    return ON_ONE.entrySet().stream()
        .map(operation ->
            dynamicTest(
                operation.getKey(),
                () -> {
                  var words = operation.getKey().split(" ", -1);
                  var body = Optional.of(operation.getValue()).filter(text -> !text.isEmpty());

                  var said = lamus.match(read).say(words[0], broadcast + words[1], body);

                  var wanted = words[0].equals("PUT") ? List.of(404, 422) : List.of(404);
                  assertThat(said.status()).isIn(wanted);
                }));
  }

  @Test
  void the_table_of_operations_is_whole() {
    var paths = director.agreement().pathsBelow("/broadcasts/{broadcast}");

    assertThat(ON_ONE.keySet().stream().map(word -> word.split(" ", -1)[1]).distinct())
        .containsExactlyInAnyOrderElementsOf(paths);
  }

  /// Gives a phone as one's own, with the code that comes to it.
  private static void owns(Desk desk, String number) {
    desk.post("/me/phone", "{'phone':'" + number + "'}");
    var words =
        Watch.until(() -> inbox(number), inbox -> !inbox.isEmpty())
            .getJsonObject(0)
            .getString("text");
    var code = words.replaceAll("(?s).*?(\\d{6}).*", "$1");
    assertThat(desk.post("/me/phone/confirmation", "{'code':'" + code + "'}").at("/state"))
        .isEqualTo("CONFIRMED");
  }

  @Test
  void it_is_tried_on_ones_own_phone_first() {
    var broadcast = drafted(editor, FLOOD);
    var early = editor.post(broadcast + "/trial", "{'language':'en'}");
    owns(editor, "+254711660008");

    var desk = editor.with("Idempotency-Key", "trial-1");
    desk.post(broadcast + "/trial", "{'language':'en'}");
    var said = desk.post(broadcast + "/trial", "{'language':'en'}");

    assertThat(early.status()).isEqualTo(409);
    assertThat(early.at("/detail")).contains("no confirmed phone");
    assertThat(said.at("/text")).isEqualTo("Flood: go to high ground now.");
    var message =
        Watch.until(() -> inbox("+254711660008"), inbox -> inbox.size() == 2).getJsonObject(1);
    assertThat(message.getString("text")).isEqualTo("Flood: go to high ground now.");
    var lines = director.get("/audit?action=broadcast.tried");
    assertThat(lines.json().at("/items").findValuesAsText("actor")).containsExactly("eddy");
    assertThat(lines.text()).doesNotContain("711660008");
  }

  @Test
  void who_wants_no_messages_on_their_own_phone_is_told_that_none_comes() {
    var broadcast = drafted(kilifis, KILIFI);
    owns(kilifis, "+254711660007");
    gateway.post(
        "/at/local/sms",
        "application/x-www-form-urlencoded",
        "id=stop-1&from=%2B254711660007&text=ONDOA");
    Watch.until(() -> inbox("+254711660007"), inbox -> inbox.size() == 2);

    var said = kilifis.post(broadcast + "/trial", "{'language':'sw'}");

    assertThat(said.status()).isEqualTo(409);
    assertThat(said.at("/detail")).contains("asked for no messages");
  }

  @Test
  void a_number_in_the_body_of_a_trial_is_refused() {
    var broadcast = drafted(editor, FLOOD);

    var said = editor.post(broadcast + "/trial", "{'phone':'+254711660009','language':'en'}");

    assertThat(said.status()).isEqualTo(400);
    assertThat(inbox("+254711660009")).isEmpty();
  }

  @Test
  void a_director_holds_everything_up_and_lets_it_go() {
    assertThat(director.say("PUT", "/broadcast-stop", Optional.empty()).status()).isEqualTo(204);
    var broadcast = drafted(editor, FLOOD);
    editor.post(broadcast + "/submission");
    director.post(broadcast + "/approval");
    assertThat(director.get(broadcast).at("/state")).isIn("APPROVED", "SENDING");

    assertThat(director.post(broadcast + "/cancellation").at("/state")).isEqualTo("CANCELLED");

    assertThat(director.delete("/broadcast-stop").status()).isEqualTo(204);
    assertThat(director.post(broadcast + "/cancellation").status()).isEqualTo(409);
  }
}
