package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// What staff write over HTTP is what phones show.
class ContentApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final TestClock CLOCK = new TestClock(TestGateway.noon());
  private static final Sql AUDIT =
      new Sql("test.audit", "select action from audit where subject = $1 order by number");

  private static final String TOPIC =
      """
      {'keyword':{'sw':'MIKOKO','en':'MANGROVES'},'title':{'sw':'Mikoko','en':'Mangroves'},
       'confidence':'HIGH','sensitive':false,'neverSms':false,'reviewBy':'2030-12-31','verify':'',
       'sources':[],'pages':{'sw':['Mikoko hulinda pwani.'],'en':['Mangroves guard the coast.']}}
      """;
  private static final String POLL =
      """
      {'title':{'sw':'Mikoko','en':'Mangroves'},'audience':'everyone','languages':['sw','en'],
       'opens':'2031-01-01T05:00:00Z','closes':'2031-01-15T05:00:00Z','sponsor':'KECOSCE',
       'conductor':'KECOSCE','electionRelated':false,'questions':[
        {'text':{'sw':'Ilindwe?','en':'Guard them?'},'options':[{'sw':'Ndiyo','en':'Yes'},
         {'sw':'Hapana','en':'No'}],'skippable':false,'kind':'OPINION'}]}
      """;

  private static TestGateway gateway;
  private static Desk director;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url(), CLOCK, Map.of("SHIRIKI_USSD_TURNS_PER_MINUTE", "100000"));
    director = Desk.director(gateway);
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private static Desk.Said seen(String path) {
    return director.get(path);
  }

  /// Does something with a thing as it now stands.
  private static Desk.Said does(Desk desk, String thing, String step, String body) {
    var etag = seen(thing).header("ETag");
    var matching = desk.match(etag);
    return body.isEmpty() ? matching.post(thing + step) : matching.post(thing + step, body);
  }

  @Test
  void a_topic_is_on_the_phone_from_when_it_is_published_until_it_is_withdrawn() {
    var phone = known("+254733000001");
    var made = director.post("/topics", "{'id':'mangroves','position':0,'words':" + TOPIC + "}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo("/api/v1/topics/mangroves");
    assertThat(again(phone, "1")).doesNotContain("Mangroves");

    assertThat(does(director, "/topics/mangroves", "/publish", "{'number':1}").status())
        .isEqualTo(200);
    Watch.until(() -> again(phone, "1"), page -> page.contains("Mangroves"));

    assertThat(does(director, "/topics/mangroves", "/withdraw", "").status()).isEqualTo(200);
    Watch.until(() -> again(phone, "1"), page -> !page.contains("Mangroves"));
    assertThat(audited("topic/mangroves"))
        .containsExactly("topic.created", "topic.published", "topic.withdrawn");
  }

  private static List<String> audited(String subject) {
    return TOWN.database().list(AUDIT, row -> row.getString("action"), subject);
  }

  /// All pages of a screen for a phone that is known.
  private static String again(TestPhone phone, String... keys) {
    phone.dial();
    var text = new StringBuilder();
    for (var key : keys) {
      text.setLength(0);
      text.append(phone.say(key));
    }
    while (text.toString().endsWith("0 Back 00 Home") && text.toString().contains("98 More")) {
      text.delete(text.lastIndexOf("98 More"), text.length());
      text.append(phone.say("98"));
    }
    return text.toString();
  }

  @Test
  void the_lint_is_what_the_phone_shows() {
    var words = TOPIC.replace("MIKOKO", "PWANI").replace("MANGROVES", "COAST");
    words = words.replace("'Mangroves'", "'Coast'");
    director.post("/topics", "{'id':'coast','position':0,'words':" + words + "}");
    does(director, "/topics/coast", "/publish", "{'number':1}");
    var phone = known("+254733000002");
    Watch.until(() -> again(phone, "1"), page -> page.contains("1. Coast"));

    var read = director.post("/topics/lint", words);

    phone.dial();
    var shown = phone.say("1", "1");
    assertThat(read.json().at("/screens").findValuesAsText("text"))
        .contains(shown.replaceFirst("^CON ", ""));
    assertThat(read.json().at("/faults")).isEmpty();
    assertThat(does(director, "/topics/coast", "/withdraw", "").status()).isEqualTo(200);
  }

  @Test
  void a_poll_goes_over_http_from_draft_to_a_published_result() {
    var mwanaidi = director.colleague(TOWN.database(), "mwanaidi", Grant.everywhere(Role.DIRECTOR));
    var made = mwanaidi.post("/polls", "{'id':'mangroves','words':" + POLL + "}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/life")).isEqualTo("DRAFT");
    assertThat(does(mwanaidi, "/polls/mangroves", "/open", "").at("/life")).isEqualTo("OPEN");
    var phones = 0;
    Watch.until(() -> again(known("+254733000100"), "3", "8"), page -> page.contains("Mangroves"));
    for (var person = 0; person < 12; person++) {
      var phone = known("+2547330002" + (10 + person));
      phones += answers(phone, person % 2 == 0 ? "1" : "2") ? 1 : 0;
    }
    assertThat(phones).isEqualTo(12);
    CLOCK.pass(Duration.ofMinutes(1));
    var early = "{'reason':'OTHER'}";
    assertThat(does(mwanaidi, "/polls/mangroves", "/close", early).status()).isEqualTo(409);
    assertThat(does(director, "/polls/mangroves", "/close", early).at("/life")).isEqualTo("CLOSED");
    publish();
  }

  /// The gateway's round seals it, some time after a minute.
  private static void publish() {
    assertThat(does(director, "/polls/mangroves", "/publish", "").status()).isEqualTo(422);
    var etag = seen("/polls/mangroves").header("ETag");
    var method =
        "{'sampling':'SELF_SELECTED','contacted':0,'how':{'sw':'Kwa simu','en':'By phone'},"
            + "'weighting':{'sw':'Hakuna','en':'None'}}";
    assertThat(director.match(etag).put("/polls/mangroves/method", method).status()).isEqualTo(200);
    CLOCK.pass(Duration.ofMinutes(2));
    close();
    open();
    assertThat(seen("/polls/mangroves").at("/sealed")).isEqualTo("true");
    assertThat(gateway.get("/open/v1/polls/mangroves").statusCode()).isEqualTo(404);
    assertThat(seen("/polls/mangroves/results").at("/answered")).isEqualTo("12");
    assertThat(seen("/polls/mangroves/breakdown").json().at("/items")).isEmpty();

    assertThat(does(director, "/polls/mangroves", "/publish", "").at("/life"))
        .isEqualTo("PUBLISHED");

    Watch.until(
        () -> gateway.get("/open/v1/polls/mangroves").statusCode(), status -> status == 200);
    assertThat(audited("poll/mangroves"))
        .containsExactly(
            "poll.drafted",
            "poll.opened",
            "poll.closed.other",
            "poll.described",
            "poll.sealed",
            "poll.published");
  }

  private static TestPhone known(String number) {
    var phone = gateway.phone(number);
    if (phone.dial().contains("Kiswahili")) {
      phone.say("2");
    }
    return phone;
  }

  /// The polls for somebody who does not know their ward.
  private static String list(TestPhone phone) {
    var screen = phone.say("3");
    return screen.contains("Where do you live?") ? phone.say("8") : screen;
  }

  /// Chooses the poll by its line, agrees, and answers.
  private static boolean answers(TestPhone phone, String option) {
    phone.dial();
    var line = list(phone).lines().filter(text -> text.endsWith(". Mangroves")).findFirst();
    var notice = phone.say(line.orElseThrow().replaceFirst("\\..*", ""));
    assertThat(notice).contains("This is an opinion poll");
    phone.say("1", "1");
    return phone.say(option).contains("Thank you!");
  }

  @Test
  void a_poll_of_another_county_is_not_there() {
    var lamu = new Grant(Role.DIRECTOR, List.of("005"), List.of());
    var desk = director.colleague(TOWN.database(), "lamu", lamu);

    assertThat(desk.get("/polls/kilifi-water").status()).isEqualTo(404);
    assertThat(desk.get("/polls/county-budget").status()).isEqualTo(200);
    assertThat(desk.get("/polls").json().at("/items").findValuesAsText("id"))
        .contains("county-budget", "market-days")
        .doesNotContain("kilifi-water");
    assertThat(does(desk, "/polls/county-budget", "/close", "{'reason':'LAW'}").status())
        .isEqualTo(404);
  }

  @Test
  void a_list_of_content_comes_as_lines() {
    var lines = director.with("Accept", "text/csv").get("/help-lines");

    assertThat(lines.text().lines().toList()).first().asString().contains("id", "numbers");
    assertThat(lines.text()).contains("999 112");
  }

  @Test
  void an_alert_topic_is_offered_on_phones() {
    var words =
        "{'position':0,'title':{'sw':'Uvuvi','en':'Fishing'},"
            + "'about':{'sw':'Misimu.','en':'Seasons.'}}";
    var phone = known("+254733000300");

    assertThat(director.post("/alert-topics", "{'id':'fishing','words':" + words + "}").status())
        .isEqualTo(201);
    assertThat(does(director, "/alert-topics/fishing", "/offer", "").status()).isEqualTo(200);

    Watch.until(() -> again(phone, "4"), page -> page.contains("Fishing"));
  }
}
