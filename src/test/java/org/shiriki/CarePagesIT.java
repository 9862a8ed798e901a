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

/// The care for people's data in the console: what citizens ask, incidents, retention, holds.
class CarePagesIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Pattern REQUEST = Pattern.compile("D-\\d{3}-\\d{4}");
  private static final String DONE = "Imefanyika.";

  private static TestGateway gateway;
  private static ConsoleBrowser browser;
  private static Window officer;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url());
    browser = ConsoleBrowser.launch();
    officer = browser.colleague(gateway, "dpo", Grant.everywhere(Role.DATA_PROTECTION_OFFICER));
  }

  @AfterAll
  static void stop() {
    browser.close();
    gateway.close();
  }

  private static void isDone() {
    assertThat(officer.page.locator("main")).containsText(DONE);
  }

  /// Somebody agrees on the phone that their number is kept, and asks for a copy of their data.
  private static String asked(String number) {
    var phone = gateway.phone(number);
    phone.dial();
    phone.say("1", "6", "3", "2", "1", "1");
    phone.dial();
    var screen = phone.say("6", "3", "4", "1");
    var matcher = REQUEST.matcher(screen);
    assertThat(matcher.find()).as(screen).isTrue();
    return matcher.group();
  }

  @Test
  void a_request_shows_its_clock_its_copy_is_handed_over_and_it_is_answered() {
    var reference = asked("+254712345701");
    officer.go("/console");
    assertThat(officer.page.locator("#home")).containsText("yanasubiri jibu");
    officer.go("/console/data-requests?state=OPEN");
    assertThat(officer.page.locator("tr:has-text('" + reference + "')"))
        .containsText("siku 6 zimebaki");
    officer.page.locator("a:has-text('" + reference + "')").click();
    officer.unfold("Nakala ya data yake");
    officer.page.locator("form[action$=copyData] input[name=reason]").fill("Anakuja leo.");
    officer.press("Onyesha nakala");
    assertThat(officer.page.locator("#copy")).containsText("+254712345701");

    officer.go("/console/data-requests/" + reference);
    officer.page.locator("select[name=how]").selectOption("IN_PERSON");
    officer.press("Ombi limejibiwa");

    isDone();
    assertThat(officer.page.locator("main .badge").first()).hasText("Ana kwa ana");
    officer.go("/console/data-requests?state=OPEN");
    assertThat(officer.page.locator("main")).not().containsText(reference);
  }

  @Test
  void an_asker_is_called_on_a_number_that_is_shown_for_a_reason() {
    var reference = asked("+254712345702");
    officer.go("/console/data-requests/" + reference);
    assertThat(officer.page.locator("main")).not().containsText("345702");
    officer.unfold("Onyesha namba ya simu");
    officer.page.locator("form[action$=revealAsker] input[name=reason]").fill("Kumpigia simu.");

    officer.press("Onyesha namba");

    assertThat(officer.page.locator("code.secret")).hasText("+254712345702");
  }

  @Test
  void the_clock_of_an_incident_runs_until_it_is_notified() {
    officer.go("/console/incidents");
    officer.unfold("Andika tukio");
    var add = officer.page.locator("form[action$=openIncident]");
    add.locator("select[name=kind]").selectOption("LOSS");
    add.locator("input[name=people]").fill("40");
    add.locator("textarea[name=data]").fill("namba za simu\nwadi");
    add.locator("textarea[name=description]").fill("Orodha iliachwa <i>mkutanoni</i>.");
    add.locator("button").click();
    assertThat(officer.page).hasURL(Pattern.compile(".*/console/incidents/\\d+"));
    assertThat(officer.page.locator("blockquote")).hasText("Orodha iliachwa <i>mkutanoni</i>.");
    assertThat(officer.page.locator("strong.big")).hasText(Pattern.compile("siku [23] zimebaki"));
    officer.page.locator("input[name=reference]").fill("ODPC/2026/77");

    officer.press("Simamisha saa");

    isDone();
    assertThat(officer.page.locator("main")).containsText("ODPC/2026/77");
    assertThat(officer.page.locator("strong.big")).hasCount(0);
    officer.unfold("Funga tukio");
    officer.page.locator("textarea[name=conclusion]").fill("Orodha ilipatikana nzima.");
    officer.page.locator("form[action$=closeIncident] button").click();
    assertThat(officer.page.locator("main .badge").first()).hasText("limefungwa");
  }

  @Test
  void a_period_is_tried_before_it_is_set() {
    officer.go("/console/retention");
    officer.press("Jaribu sasa, bila kufuta");
    assertThat(officer.page.locator("#trial")).containsText("Hakuna kilichofutwa.");
    officer.go("/console/retention/sms-bodies");
    officer.page.locator("input[name=keep]").fill("P6M");
    officer.press("Jaribu kwanza, bila kufuta");
    assertThat(officer.page.locator("#trial")).containsText("Hakuna kilichobadilishwa.");
    assertThat(officer.page.locator("main")).containsText("Sasa: miezi 12");
    officer.page.locator("input[name=reason]").fill("Hakuna anayeuliza za zamani.");

    officer.press("Weka muda huu");

    isDone();
    assertThat(officer.page.locator("main")).containsText("Sasa: miezi 6");
    assertThat(officer.page.locator(".timeline")).containsText("Hakuna anayeuliza za zamani.");
  }

  @Test
  void what_the_law_does_not_allow_is_refused_at_its_field() {
    officer.go("/console/retention/ussd-turns");
    officer.page.locator("input[name=keep]").fill("P31D");
    officer.page.locator("input[name=reason]").fill("Tunataka zaidi.");

    officer.press("Weka muda huu");

    assertThat(officer.page.locator(".fault").first()).containsText("P1D");
    assertThat(officer.page.locator("input[name=keep]")).hasValue("P31D");
  }

  @Test
  void a_hold_is_placed_and_lifted() {
    officer.go("/console/holds");
    officer.unfold("Zuia kufutwa");
    officer.page.locator("select[name=kind]").selectOption("PERSON");
    officer.page.locator("input[name=reference]").fill("0712345799");
    officer.page.locator("input[name=reason]").fill("Kesi ya mahakama 12 ya 2026");
    officer.press("Zuia");
    isDone();
    assertThat(officer.page.locator("tbody")).containsText("Kesi ya mahakama 12 ya 2026");
    assertThat(officer.page.locator("tbody")).not().containsText("345799");

    officer.press("Ondoa kizuizi");

    assertThat(officer.page.locator("main")).containsText("Hakuna kilichozuiwa.");
  }

  @Test
  void everybody_can_use_the_pages() {
    var reference = asked("+254712345703");
    var other = browser.colleague(gateway, "dina", Grant.everywhere(Role.DATA_PROTECTION_OFFICER));
    String[] pages = {
      "/console/data-requests",
      "/console/data-requests/" + reference,
      "/console/incidents",
      "/console/retention",
      "/console/retention/sms-bodies",
      "/console/holds"
    };

    other.isAccessible(pages);
    other.fits(pages);
  }
}
