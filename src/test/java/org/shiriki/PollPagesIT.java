package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.ConsoleBrowser.Window;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// Polls in the browsers of staff: an editor writes them, a director puts them to people and tells
/// the result, with citizens' phones on the other side.
class PollPagesIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
  private static final InstantSource CLOCK = () -> Instant.now().plus(AHEAD.get());
  private static final String SCRIPT = "<script>alert(1)</script>";

  private static TestGateway gateway;
  private static ConsoleBrowser browser;
  private static Window mwana;
  private static Window salim;

  @BeforeAll
  static void start() {
    gateway = gateway("0");
    browser = ConsoleBrowser.launch();
    mwana = browser.colleague(gateway, "mwana", Grant.everywhere(Role.EDITOR));
    mwana.english();
    salim = browser.colleague(gateway, "salim", Grant.everywhere(Role.DIRECTOR));
    salim.english();
  }

  private static TestGateway gateway(String port) {
    return TestGateway.on(
        TOWN.url(),
        CLOCK,
        Map.of("SHIRIKI_USSD_TURNS_PER_MINUTE", "100000", "SHIRIKI_HTTP_PORT", port));
  }

  @AfterAll
  static void stop() {
    try {
      browser.close();
    } finally {
      gateway.close();
    }
  }

  private static Locator field(Window window, String name) {
    return window.page.locator("main [name='" + name + "']:not([type=hidden])");
  }

  private static void writes(Window window, String name, String sw, String en) {
    field(window, name + ".sw").fill(sw);
    field(window, name + ".en").fill(en);
  }

  /// Fills in the page of a new poll but does not send it.
  private static void drafts(Window window, String id, String sw, String en) {
    window.go("/console/polls/~new");
    field(window, "id").fill(id);
    writes(window, "words.title", sw, en);
    writes(window, "words.questions.0.text", "Ilindwe?", "Guard them?");
    writes(window, "words.questions.0.options.0", "Ndiyo", "Yes");
    writes(window, "words.questions.0.options.1", "Hapana", "No");
    field(window, "words.sponsor").fill("KECOSCE");
    field(window, "words.conductor").fill("KECOSCE");
  }

  @Test
  void a_poll_goes_from_an_editors_draft_over_phones_to_a_published_result() {
    drafts(mwana, "mangroves", "Mikoko", "Mangroves");
    assertThat(mwana.page.locator(".preview .phone pre").last())
        .containsText("Guard them?\n1. Yes");
    mwana.press("Save the draft");
    assertThat(mwana.page.locator("h1")).hasText("Mangroves");
    assertThat(mwana.button("Open it now")).hasCount(0);

    salim.go("/console/polls/mangroves");
    salim.press("Open it now");

    assertThat(salim.page.locator("#poll .badge").first()).hasText("Open");
    assertThat(mwana.page.locator("#poll .badge").first()).hasText("Open");
    everybodyAnswers();
    AHEAD.set(Duration.ofMinutes(1));
    closes();
    published();
  }

  private static void everybodyAnswers() {
    Watch.until(() -> polls(known("+254733000100", "2")), page -> page.contains("Mangroves"));
    for (var person = 0; person < 24; person++) {
      answers(known("+2547330002" + (10 + person), "2"), "Mangroves", person % 2 == 0 ? "1" : "2");
      answers(known("+2547330003" + (10 + person), "1"), "Mikoko", person % 2 == 0 ? "1" : "2");
    }
    salim.go("/console/polls/mangroves");
    assertThat(salim.page.locator("#poll .tile")).containsText("fewer than 50 have answered yet");
    answers(known("+254733000401", "2"), "Mangroves", "1");
    answers(known("+254733000402", "2"), "Mangroves", "1");
    salim.go("/console/polls/mangroves");
    assertThat(salim.page.locator("#poll .tile")).containsText("50+");
  }

  private static TestPhone known(String number, String language) {
    var phone = gateway.phone(number);
    if (phone.dial().contains("Kiswahili")) {
      phone.say(language);
    }
    return phone;
  }

  private static String polls(TestPhone phone) {
    phone.dial();
    var screen = phone.say("3");
    return screen.contains("Where do you live?") || screen.contains("Unaishi")
        ? phone.say("8")
        : screen;
  }

  private static void answers(TestPhone phone, String title, String option) {
    var line = polls(phone).lines().filter(text -> text.endsWith(". " + title)).findFirst();
    phone.say(line.orElseThrow().replaceFirst("\\..*", ""));
    phone.say("1", "1");
    assertThat(phone.say(option)).containsPattern("Thank you!|Asante");
  }

  /// Closes it early, and lets the gateway's round seal it, some time after a minute.
  private static void closes() {
    salim.unfold("Close it before its time");
    field(salim, "reason").selectOption("OTHER");
    salim.press("Close it");
    assertThat(salim.page.locator("#poll .badge").first()).hasText("Closed");
    assertThat(salim.page.locator(".moves")).containsText("First give the method");
    AHEAD.set(Duration.ofMinutes(3));
    mwana.page.navigate("about:blank");
    salim.page.navigate("about:blank");
    var port = Integer.toString(gateway.port());
    gateway.close();
    gateway = gateway(port);
  }

  private static void published() {
    mwana.go("/console");
    assertThat(mwana.page.locator("#home")).containsText("its method is missing");
    mwana.page.locator("#home a", text("Mangroves")).click();
    field(mwana, "contacted").fill("50");
    writes(mwana, "how", "Kwa simu", "By phone");
    writes(mwana, "weighting", "Hakuna", "None");
    mwana.press("Save the method");
    assertThat(mwana.page.locator("#poll")).containsText("By phone");

    salim.go("/console/polls/mangroves");
    salim.press("Publish");

    assertThat(salim.page.locator("#poll .badge").first()).hasText("Published");
    assertThat(salim.page.locator("#poll")).containsText("Seal of the count");
    salim.unfold("Numbers");
    assertThat(salim.page.locator(".chart table").first()).containsText("26 (52%)");
    assertThat(salim.page.locator("#poll")).containsText("By place and language");
    assertThat(sheet(salim)).contains("LANGUAGE").contains("Yes");
    salim.picture("poll-results-1280.png");
    assertThat(gateway.get("/open/v1/polls/mangroves").statusCode()).isIn(200, 404);
  }

  private static com.microsoft.playwright.Page.LocatorOptions text(String words) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(words);
  }

  private static String sheet(Window window) {
    var address = "/console/sheet/listPollBreakdown?_path.id=mangroves";
    return String.valueOf(
        window.page.evaluate("address => fetch(address).then(answer => answer.text())", address));
  }

  @Test
  void without_scripts_a_poll_is_previewed_gets_more_answers_and_is_saved() {
    var plain = browser.plainColleague(gateway, "rehema", Grant.everywhere(Role.EDITOR));
    plain.english();
    drafts(plain, "buses", "Matatu", "Buses");
    writes(plain, "words.questions.0.options.2", "Sijui", "Not sure");
    writes(plain, "words.questions.0.options.3", "Labda", "Maybe");

    plain.press("See it on a phone");

    assertThat(plain.page.locator(".preview .phone pre").last()).containsText("4. Maybe");
    writes(plain, "words.questions.0.options.4", "Kamwe", "Never");
    plain.press("Save the draft");
    assertThat(plain.page.locator("h1")).hasText("Buses");
    assertThat(plain.page.locator("#poll ol")).containsText("Never");
    plain.page.getByText("Edit", exactly()).click();
    plain.page.locator("input[type=radio][value=counties]").check();
    plain.page.locator("input[value='003']").check();
    plain.press("Save the draft");
    assertThat(plain.page.locator("dl.facts").first()).containsText("Counties: Kilifi");
  }

  private static com.microsoft.playwright.Page.GetByTextOptions exactly() {
    return new com.microsoft.playwright.Page.GetByTextOptions().setExact(true);
  }

  @Test
  void a_poll_that_cannot_be_shown_is_not_scheduled_and_says_what_to_mend() {
    drafts(mwana, "long-title", "Kichwa", "A title that is far too long for the menu of a phone");
    assertThat(mwana.page.locator(".preview .notice.warn")).containsText("30 fit");
    mwana.press("Save the draft");

    mwana.press("Let it open at its time");

    assertThat(mwana.page.locator(".notice.bad")).containsText("30 fit");
    mwana.press("Give it up");
    assertThat(mwana.page.locator("#poll .badge").first()).hasText("Withdrawn");
  }

  @Test
  void a_script_in_a_title_stays_text() {
    drafts(mwana, "script", SCRIPT, SCRIPT);

    mwana.press("Save the draft");

    assertThat(mwana.page.locator("h1")).hasText(SCRIPT);
    mwana.go("/console/polls?life=DRAFT");
    assertThat(mwana.page.locator("#polls")).containsText(SCRIPT);
  }

  @Test
  void everybody_can_use_the_pages() {
    var pages =
        new String[] {
          "/console/polls",
          "/console/polls/~new",
          "/console/polls/~silent-days",
          "/console/polls/kilifi-water",
          "/console/polls/market-days"
        };
    salim.isAccessible(pages);
    salim.fits(pages);
    salim.english();
  }
}
