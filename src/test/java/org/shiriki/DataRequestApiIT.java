package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.Askers.path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.citizen.DataRequest.Kind;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

/// What people ask about their data is answered and fulfilled by staff.
class DataRequestApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final String WHY = "{'reason':'the person comes to the office'}";
  private static final Sql PERSON =
      new Sql(
          "test.person",
          """
          select (select count(*) from citizen where citizen_key = $1)
            || ' person, ' || (select count(*) from data_request where citizen_key = $1)
            || ' requests, ' || (select count(*) from concern where reporter = $1)
            || ' concerns' as line
          """);
  private static final Sql FAILS =
      new Sql(
          "test.fails", "alter table suppression add constraint fails check (mark = '') not valid");
  private static final Sql WORKS =
      new Sql("test.works", "alter table suppression drop constraint fails");

  private static Askers askers;
  private static Desk officer;

  @BeforeAll
  static void open() {
    askers = new Askers(TOWN);
    officer = askers.officer();
  }

  @AfterAll
  static void close() {
    askers.close();
  }

  private static String line(TestPhone phone) {
    return TOWN.database()
        .first(PERSON, row -> row.getString("line"), askers.key(phone).text())
        .orElseThrow();
  }

  @Test
  void what_is_held_is_counted_as_on_the_phone_and_the_look_is_kept() {
    var reference = askers.asks(askers.somebody(), Kind.ACCESS);

    var said = officer.get(path(reference));

    assertThat(said.json().at("/held").findValuesAsText("en"))
        .contains("Concerns: 1, followed: 0", "Alerts: 1", "Requests about data: 1");
    assertThat(said.text()).doesNotContain("71188");
    assertThat(askers.audit(reference)).contains("request.viewed", "\"actor\":\"dpo\"");
  }

  @Test
  void a_copy_holds_what_the_person_gave_and_the_reason_for_making_it_is_kept() {
    var phone = askers.somebody();
    var reference = askers.asks(phone, Kind.PORTABILITY);

    var said = officer.post(path(reference) + "/copy", WHY);

    assertThat(said.status()).isEqualTo(200);
    assertThat(said.at("/person/phone")).isEqualTo(phone.number());
    assertThat(said.at("/person/wardName")).isEqualTo("Shella, Malindi");
    assertThat(said.at("/consents/0/wording")).contains("We keep your phone number");
    assertThat(said.at("/held/concerns/0/words")).isEqualTo("Barabara mbovu kabisa");
    assertThat(said.json().at("/held/alerts")).hasSize(1);
    assertThat(askers.audit(reference))
        .contains("request.copied", "the person comes to the office")
        .doesNotContain(phone.number());
  }

  @Test
  void a_copy_is_made_only_for_who_asked_for_one_and_never_with_a_number_in_the_reason() {
    var erase = askers.asks(askers.somebody(), Kind.ERASE);
    var access = askers.asks(askers.somebody(), Kind.ACCESS);

    var numbered = "{'reason':'she called from 0711 880 001'}";

    assertThat(officer.post(path(erase) + "/copy", WHY).status()).isEqualTo(409);
    assertThat(officer.post(path(access) + "/copy", numbered).status()).isEqualTo(422);
    assertThat(askers.audit(access)).doesNotContain("request.copied");
  }

  @Test
  void the_number_is_shown_for_a_reason() {
    var phone = askers.somebody();
    var reference = askers.asks(phone, Kind.CORRECT);

    var said = officer.post(path(reference) + "/number", WHY);

    assertThat(said.at("/phone")).isEqualTo(phone.number());
    assertThat(askers.audit(reference)).contains("request.number_revealed");
  }

  @Test
  void what_is_wrong_is_put_right_and_the_request_waits_for_its_answer() {
    var phone = askers.somebody();
    var reference = askers.asks(phone, Kind.CORRECT);
    var body = "{'language':'sw','ward':'0001','firstName':'Mwanaisha'}";

    var said = askers.reading(reference).post(path(reference) + "/correction", body);

    assertThat(said.status()).as(said.text()).isEqualTo(200);
    assertThat(said.at("/county")).isEqualTo("001");
    assertThat(said.json().has("answeredAt")).isFalse();
    askers.says(phone, "6", "3");
    assertThat(phone.say("1")).contains("Lugha: Kiswahili");
    assertThat(askers.audit(reference)).contains("language ward name").doesNotContain("Mwanaisha");
  }

  @Test
  void a_ward_that_is_none_and_a_name_that_no_phone_shows_are_named() {
    var reference = askers.asks(askers.somebody(), Kind.CORRECT);

    var said =
        askers
            .reading(reference)
            .post(path(reference) + "/correction", "{'ward':'9999','firstName':'12'}");

    assertThat(said.status()).isEqualTo(422);
    assertThat(said.json().at("/errors").findValuesAsText("field"))
        .containsExactly("/ward", "/firstName");
  }

  @Test
  void an_erasure_is_the_phones_own_and_said_again_it_is_done() {
    var phone = askers.somebody();
    var reference = askers.asks(phone, Kind.ERASE);
    var desk = askers.reading(reference);

    var said = desk.post(path(reference) + "/erasure");
    var again = desk.post(path(reference) + "/erasure");

    assertThat(said.status()).as(said.text()).isEqualTo(200);
    assertThat(said.at("/how")).isEqualTo("ERASED");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(said.json());
    assertThat(line(phone)).isEqualTo("0 person, 0 requests, 0 concerns");
    assertThat(askers.audit(reference)).containsOnlyOnce("request.erased");
    assertThat(phone.dial()).contains("Choose a language");
    assertThat(officer.get(path(reference)).json().at("/held")).isEmpty();
    assertThat(officer.get("/data-requests?state=ANSWERED&limit=500").text()).contains(reference);
  }

  /// The last statement fails, as if the node or the line died then.
  @Test
  void an_erasure_that_breaks_off_cuts_nothing_and_can_be_said_again() {
    var phone = askers.somebody();
    var reference = askers.asks(phone, Kind.ERASE);
    var desk = askers.reading(reference);
    TOWN.database().run(FAILS);
    assertThat(desk.post(path(reference) + "/erasure").status()).isEqualTo(500);
    TOWN.database().run(WORKS);
    assertThat(line(phone)).isEqualTo("1 person, 1 requests, 1 concerns");
    assertThat(askers.audit(reference)).doesNotContain("request.erased");

    assertThat(desk.post(path(reference) + "/erasure").status()).isEqualTo(200);

    assertThat(line(phone)).isEqualTo("0 person, 0 requests, 0 concerns");
  }

  @Test
  void who_is_under_a_legal_hold_is_not_erased_before_it_is_lifted() {
    var phone = askers.somebody();
    var reference = askers.asks(phone, Kind.ERASE);
    var hold =
        "{'kind':'PERSON','reference':'%s','reason':'a case in court'}".formatted(phone.number());
    var placed = officer.post("/legal-holds", hold);
    assertThat(placed.status()).as(placed.text()).isEqualTo(201);
    assertThat(placed.text()).doesNotContain("71188", askers.key(phone).text());

    assertThat(askers.reading(reference).post(path(reference) + "/erasure").status())
        .isEqualTo(409);

    assertThat(line(phone)).startsWith("1 person");
    assertThat(officer.delete("/legal-holds/" + placed.at("/id")).status()).isEqualTo(204);
    assertThat(askers.reading(reference).post(path(reference) + "/erasure").status())
        .isEqualTo(200);
  }

  @Test
  void an_answer_is_kept_once_with_how_it_was_given() {
    var reference = askers.asks(askers.somebody(), Kind.ACCESS);
    var desk = askers.reading(reference);

    var said = desk.post(path(reference) + "/answer", "{'how':'IN_PERSON'}");

    assertThat(said.at("/how")).isEqualTo("IN_PERSON");
    assertThat(said.at("/account")).isEqualTo("dpo");
    assertThat(desk.post(path(reference) + "/answer", "{'how':'CALLED'}").status()).isEqualTo(409);
    assertThat(askers.audit(reference)).containsOnlyOnce("request.answered");
  }

  @Test
  void a_refusal_says_why() {
    var reference = askers.asks(askers.somebody(), Kind.ACCESS);
    var answer = path(reference) + "/answer";

    assertThat(askers.reading(reference).post(answer, "{'how':'REFUSED'}").status()).isEqualTo(422);
    assertThat(askers.reading(reference).post(answer, "{'how':'ERASED'}").status()).isEqualTo(422);
    var said =
        askers.reading(reference).post(answer, "{'how':'REFUSED','reason':'it is not theirs'}");

    assertThat(said.at("/reason")).isEqualTo("it is not theirs");
  }
}
