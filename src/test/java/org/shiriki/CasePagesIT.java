package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.ConsoleBrowser.Window;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// Sensitive cases in the console: told on a phone, given to one officer, opened for a reason.
class CasePagesIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Pattern CASE = Pattern.compile("\\d{3}-\\d{4}");
  private static final String TOLD = "Aliniumiza <script>alert(1)</script> jana";
  private static final String WHY = "Simu ya kwanza saa iliyokubaliwa.";

  private static TestGateway gateway;
  private static ConsoleBrowser browser;
  private static Window director;
  private static Window officer;
  private static int phones = 0;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url());
    browser = ConsoleBrowser.launch();
    officer = browser.colleague(gateway, "zuhura", Grant.everywhere(Role.CASE_OFFICER));
    director = browser.colleague(gateway, "amina", Grant.everywhere(Role.DIRECTOR));
  }

  @AfterAll
  static void stop() {
    browser.close();
    gateway.close();
  }

  private static TestPhone phone() {
    return gateway.phone("+2547123450%02d".formatted(phones++));
  }

  /// Somebody tells something in confidence, who may be called in the morning; gives the number.
  private static String told(TestPhone phone) {
    phone.dial();
    var receipt = phone.say("1", "2", "13", "1", "1", "2", "2", "1", "2", "1", "mwembe", TOLD);
    return found(receipt);
  }

  private static String found(String screen) {
    var matcher = CASE.matcher(screen);
    assertThat(matcher.find()).as(screen).isTrue();
    return matcher.group();
  }

  /// A director gives it to the officer.
  private static void given(String number) {
    director.go("/console/case-desk/" + number);
    director.page.locator("select[name=account]").selectOption("zuhura");
    director.press("Mtaje");
    assertThat(director.page.locator("main")).containsText("Imefanyika.");
  }

  private static void open(String number, String reason) {
    officer.go("/console/cases/" + number);
    officer.page.locator("form[action$=openCase] input[name=reason]").fill(reason);
    officer.press("Fungua kesi");
  }

  @Test
  void an_officer_opens_a_case_for_a_reason_and_the_director_sees_who_did() {
    var number = told(phone());
    given(number);
    officer.go("/console/cases");
    assertThat(officer.page.locator("main")).containsText(number);
    assertThat(officer.page.locator("main")).not().containsText("Aliniumiza");

    open(number, WHY);

    assertThat(officer.page.locator("#told blockquote")).hasText(TOLD);
    assertThat(officer.page.locator("#told")).containsText("08:00–11:00");
    assertThat(officer.page.locator("#told")).containsText("kabla ya saa 72");
    assertThat(officer.page.locator("#told")).not().containsText("+254712345");
    director.go("/console/case-desk/" + number);
    assertThat(director.page.locator("#views")).containsText(WHY);
    assertThat(director.page.locator("#views")).containsText("zuhura");
    assertThat(director.page.locator("main")).not().containsText("Aliniumiza");
    officer.go("/console/cases/" + number);
    assertThat(officer.page.locator("main")).not().containsText("Aliniumiza");
  }

  @Test
  void without_a_reason_nothing_is_shown_and_what_was_typed_stays() {
    var number = told(phone());
    given(number);

    open(number, "kwa nini");

    assertThat(officer.page.locator(".notice.bad")).isVisible();
    assertThat(officer.page.locator("form[action$=openCase] input[name=reason]"))
        .hasValue("kwa nini");
    assertThat(officer.page.locator("main")).not().containsText("Aliniumiza");
  }

  @Test
  void a_case_that_is_not_mine_is_not_there() {
    var number = told(phone());

    officer.go("/console/cases/" + number);

    assertThat(officer.page.locator("h1")).hasText("Haipo.");
  }

  @Test
  void the_number_is_shown_once_for_a_reason() {
    var number = told(phone());
    given(number);
    officer.go("/console/cases/" + number);
    officer.unfold("Onyesha namba ya simu");
    officer.page.locator("form[action$=revealCaseNumber] input[name=reason]").fill(WHY);

    officer.press("Onyesha namba");

    assertThat(officer.page.locator("code.secret")).containsText("+2547123450");
    officer.go("/console/cases/" + number);
    assertThat(officer.page.locator("code.secret")).hasCount(0);
    director.go("/console/case-desk/" + number);
    assertThat(director.page.locator("#views")).containsText("Namba imeonyeshwa");
  }

  @Test
  void the_phone_tells_the_stage_that_the_officer_set_and_the_referral_is_kept() {
    var phone = phone();
    var number = told(phone);
    given(number);
    officer.go("/console/cases/" + number);
    officer.page.locator("select[name=stage]").selectOption("IN_HAND");
    officer.press("Weka hatua");
    assertThat(officer.page.locator("main")).containsText("Imefanyika.");
    officer.unfold("Andika rufaa");
    officer.page.locator("select[name=basis]").selectOption("CONSENT");
    officer.page.locator("form[action$=referCase] input[name=reason]").fill("Kituo, kwa ridhaa.");
    officer.page.locator("form[action$=referCase] button").click();
    assertThat(officer.page.locator("main")).containsText("Imefanyika.");

    phone.dial();
    var screen = phone.say("2", "13", "2", number, "mwembe");

    assertThat(screen).contains("Inashughulikiwa");
    director.go("/console/case-desk/" + number);
    assertThat(director.page.locator("#views")).containsText("CONSENT: Kituo, kwa ridhaa.");
  }

  @Test
  void what_words_of_danger_moved_goes_back_to_ordinary_concerns() {
    var phone = phone();
    phone.dial();
    phone.say("1", "2", "1", "8", "Mtoto ana bunduki ya maji kisimani", "1");
    director.go("/console/case-desk?unhandled=true");
    var number =
        director.page.locator("tr:has-text('ilihamishwa') th a").first().textContent().strip();
    given(number);
    officer.go("/console/cases/" + number);
    officer.unfold("Rudisha kwenye hoja za kawaida");
    officer
        .page
        .locator("form[action$=releaseCase] input[name=reason]")
        .fill("Ni mchezo wa watoto");

    officer.press("Rudisha");

    assertThat(officer.page).hasURL(Pattern.compile(".*/console/cases"));
    officer.go("/console/concerns");
    officer.page.locator("#queue tbody a").first().click();
    assertThat(officer.page.locator("blockquote")).containsText("bunduki ya maji");
  }

  @Test
  void the_home_page_counts_what_is_mine_and_what_nobody_handles() {
    given(told(phone()));
    told(phone());

    officer.go("/console");
    director.go("/console");

    assertThat(officer.page.locator("#home")).containsText("zako, bado kushughulikiwa");
    assertThat(director.page.locator("#home")).containsText("kesi nyeti bila mtu");
    assertThat(officer.page.locator("#home")).not().containsText("Aliniumiza");
  }

  @Test
  void everybody_can_use_the_pages() {
    var number = told(phone());
    given(number);

    officer.isAccessible("/console/cases", "/console/cases/" + number);
    officer.fits("/console/cases", "/console/cases/" + number);
    director.isAccessible("/console/case-desk", "/console/case-desk/" + number);
    director.fits("/console/case-desk", "/console/case-desk/" + number);
    officer.page.locator("button[name=language]").click();
    director.page.locator("button[name=language]").click();
  }
}
