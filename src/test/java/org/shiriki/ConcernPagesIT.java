package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.ConsoleBrowser.Window;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// Concerns in the browsers of staff, with citizens' phones on the other side.
class ConcernPagesIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Grant OFFICER = new Grant(Role.CASE_OFFICER, List.of(), List.of());
  private static final Map<String, String> SAME_KEYS =
      Map.of("SHIRIKI_KEYS", Keys.generate().text());

  private static TestGateway gateway;
  private static TestGateway other;
  private static ConsoleBrowser browser;
  private static Window zuhura;
  private static Window salim;

  @BeforeAll
  static void start() {
    var clock = new TestClock(TestGateway.noon());
    gateway = TestGateway.on(TOWN.url(), clock, SAME_KEYS);
    other = TestGateway.on(TOWN.url(), clock, SAME_KEYS);
    browser = ConsoleBrowser.launch();
    zuhura = browser.colleague(gateway, "zuhura", OFFICER);
    zuhura.english();
    salim = browser.colleague(other, "salim", OFFICER);
    salim.english();
  }

  @AfterAll
  static void stop() {
    browser.close();
    other.close();
    gateway.close();
  }

  /// Reports something from a ward where nobody has reported anything yet.
  private static String reported(String ward, String number, String words) {
    var phone = gateway.phone(number);
    phone.dial();
    var receipt = phone.say("2", "2", "1", ward, "1", words, "1", "1", "1", "1");
    return receipt.replaceAll("(?s).*([2-9A-Z]{3}-[2-9A-Z]{4}).*", "$1");
  }

  @Test
  void a_dry_tap_is_taken_on_answered_and_the_phone_shows_the_answer() {
    var number = "+254700000201";
    var reference = reported("Shella", number, "No water since Monday");
    zuhura.go("/console/concerns?status=RECEIVED");
    zuhura.page.getByText(reference).click();
    zuhura.press("I take it");
    assertThat(zuhura.page.locator("dl.facts")).containsText("zuhura");

    zuhura.page.locator("form[action$=replyToConcern] textarea").fill("Fundi atakuja Ijumaa.");
    assertThat(zuhura.page.locator(".phone pre").first()).containsText("Fundi atakuja Ijumaa.");
    zuhura.press("Send the reply");

    assertThat(zuhura.page.locator(".timeline")).containsText("Fundi atakuja Ijumaa.");
    var phone = gateway.phone(number);
    phone.dial();
    assertThat(phone.say("5", "1", "1")).contains("Fundi");
  }

  @Test
  void what_one_answers_another_sees_on_another_gateway_within_two_seconds() {
    var reference = reported("Tudor", "+254700000202", "The road is cut");
    salim.go("/console/concerns/" + reference);
    assertThat(salim.page.locator(".timeline li")).hasCount(1);
    zuhura.go("/console/concerns/" + reference);
    zuhura.page.locator("form[action$=replyToConcern] textarea").fill("Tunaitengeneza kesho.");

    zuhura.press("Send the reply");

    assertThat(salim.page.locator(".timeline"))
        .containsText("Tunaitengeneza kesho.", new ContainsTextOptions().setTimeout(2_000));
  }

  @Test
  void a_report_from_a_phone_comes_into_a_queue_that_is_open() {
    salim.go("/console/concerns?status=RECEIVED");

    var reference = reported("Bamburi", "+254700000203", "No medicine at the dispensary");

    assertThat(salim.page.locator("#queue")).containsText(reference);
  }

  @Test
  void words_that_are_refused_are_still_there_to_mend() {
    var reference = reported("Tiwi", "+254700000204", "The market is dirty");
    zuhura.go("/console/concerns/" + reference);
    zuhura.unfold("Change the status");
    var form = zuhura.page.locator("form[action$=setConcernStatus]");
    form.locator("select").selectOption("FIXED");
    form.locator("textarea").fill("Tumefagia 😀");

    form.locator("button").click();

    assertThat(form.locator(".notice.bad")).isVisible();
    assertThat(form.locator("textarea")).hasValue("Tumefagia 😀");
    assertThat(form.locator("select")).hasValue("FIXED");
  }

  @Test
  void an_edit_of_what_another_has_changed_is_refused_and_says_so() {
    var reference = reported("Kinango", "+254700000205", "The light is out");
    zuhura.go("/console/concerns/" + reference);
    zuhura.unfold("Sort: about what");
    Desk.director(gateway)
        .match(Desk.director(gateway).get("/concerns/" + reference).header("ETag"))
        .say("PATCH", "/concerns/" + reference, Optional.of("{'title':'Taa ya soko'}"));
    var sort = zuhura.page.locator("form[action$=sortConcern]");
    sort.locator("input[name=title]").fill("Taa ya bandari");

    sort.locator("button").click();

    assertThat(zuhura.page.locator(".notice.bad")).containsText("Somebody changed it meanwhile");
    assertThat(zuhura.page.locator("form[action$=sortConcern] input[name=title]"))
        .hasValue("Taa ya bandari");
  }

  @Test
  void a_script_in_a_citizens_words_stays_words_and_a_formula_is_no_formula() throws IOException {
    var evil = "<script>document.title='x'</script><img src=x onerror=alert(1)>";
    var reference = reported("Witu", "+254700000206", evil);
    zuhura.go("/console/concerns/" + reference);
    assertThat(zuhura.page.locator("blockquote")).hasText(evil);
    assertThat(zuhura.page.locator("blockquote *")).hasCount(0);
    var sort = zuhura.page.locator("form[action$=sortConcern]");
    zuhura.unfold("Sort: about what");
    sort.locator("input[name=title]").fill("=HYPERLINK(A1)");
    sort.locator("button").click();
    assertThat(zuhura.page.locator(".notice.good")).isVisible();
    zuhura.go("/console/concerns");

    Download sheet = zuhura.page.waitForDownload(() -> zuhura.page.getByText("CSV").click());

    assertThat(new String(sheet.createReadStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("'=HYPERLINK(A1)")
        .doesNotContain(",=HYPERLINK");
  }

  @Test
  void the_queue_is_gone_through_by_keys_and_its_filters_stay_in_the_address() {
    reported("Madogo", "+254700000207", "The bridge is broken");
    zuhura.go("/console/concerns");
    zuhura.page.keyboard().press("j");
    var chosen = zuhura.page.locator("tr.chosen a").textContent();
    zuhura.page.keyboard().press("Enter");
    assertThat(zuhura.page.locator("h1")).containsText(chosen);

    zuhura.go("/console/concerns");
    zuhura.page.locator("select[name=county]").selectOption("003");

    assertThat(zuhura.page).hasURL(Pattern.compile(".*county=003.*"));
    zuhura.page.reload();
    assertThat(zuhura.page.locator("select[name=county]")).hasValue("003");
  }

  @Test
  void everything_works_in_a_browser_without_scripts() {
    var reference = reported("Wundanyi", "+254700000208", "No chalk in the school");
    var plain = browser.plainColleague(gateway, "mwanaidi", OFFICER);
    plain.english();
    plain.go("/console/concerns/" + reference);
    var reply = plain.page.locator("form[action$=replyToConcern]");
    reply.locator("textarea").fill("Chaki zinakuja.");

    plain.button("See it on a phone").click();
    assertThat(plain.page.locator(".phone pre").first()).containsText("Chaki zinakuja.");
    assertThat(plain.page.locator("form[action$=replyToConcern] textarea"))
        .hasValue("Chaki zinakuja.");
    plain.button("Send the reply").click();

    assertThat(plain.page.locator(".timeline")).containsText("Chaki zinakuja.");
  }

  @Test
  void a_number_is_shown_for_a_reason_only() {
    var reference = reported("Ganda", "+254700000209", "The pump is broken");
    zuhura.go("/console/concerns/" + reference);
    zuhura.unfold("Reveal the citizen's number");
    Locator reveal = zuhura.page.locator("form[action$=revealReporterNumber]");
    reveal.locator("input[name=reason]").fill("To agree on a day for the repair.");

    reveal.locator("button").click();

    assertThat(zuhura.page.locator("code.secret")).hasText("+254700000209");
    zuhura.go("/console/concerns/" + reference);
    assertThat(zuhura.page.getByText("+254700000209")).hasCount(0);
  }

  @Test
  void words_that_are_ready_begin_a_reply_in_the_reporters_language() {
    var reference = reported("Jomvu", "+254700000211", "The drain is blocked");
    zuhura.go("/console/phrases");
    var add = zuhura.page.locator("form[action$=addPhrase]");
    add.locator("input[name=title]").fill("Fundi");
    add.locator("textarea[name='text.sw']").fill("Fundi atakuja wiki hii.");
    add.locator("textarea[name='text.en']").fill("A technician comes this week.");
    add.locator("button").click();
    assertThat(zuhura.page.locator("summary").last()).hasText("Fundi");
    zuhura.go("/console/concerns/" + reference);

    zuhura.page.locator(".tabs a").getByText("Fundi").click();

    assertThat(zuhura.page.locator("form[action$=replyToConcern] textarea"))
        .hasValue("A technician comes this week.");
  }

  @Test
  void everybody_can_use_the_pages_of_concerns() {
    var reference = reported("Sokoni", "+254700000210", "The toilets are closed");
    var paths =
        new String[] {
          "/console", "/console/concerns", "/console/concerns/" + reference, "/console/phrases"
        };
    zuhura.isAccessible(paths);
    zuhura.english();
    zuhura.fits(paths);
  }
}
