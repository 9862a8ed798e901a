package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.ConsoleBrowser.Window;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// Topics of alerts and who chose them, in the browsers of staff, with a citizen's phone.
class AlertPagesIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final String HEAD = "phone,language,ward,topics,place,consented_on,proof,name\n";

  private static TestGateway gateway;
  private static ConsoleBrowser browser;
  private static Window mwana;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url());
    browser = ConsoleBrowser.launch();
    mwana = browser.colleague(gateway, "mwana", Grant.everywhere(Role.EDITOR));
    mwana.english();
  }

  @AfterAll
  static void close() {
    browser.close();
    gateway.close();
  }

  private static Locator holding(String selector, String words) {
    return mwana.page.locator(selector, new LocatorOptions().setHasText(words));
  }

  private static Locator named(String name) {
    return mwana.page.locator("main [name='" + name + "']").last();
  }

  private static String alerts(TestPhone phone) {
    phone.dial();
    return phone.say("4");
  }

  private static TestPhone citizen(String number) {
    var phone = gateway.phone(number);
    phone.dial();
    phone.say("2");
    return phone;
  }

  private static void writes(String id, String sw, String en) {
    mwana.go("/console/alert-topics/new");
    named("id").fill(id);
    named("words.title.sw").fill(sw);
    named("words.title.en").fill(en);
    named("words.about.sw").fill("Kuhusu " + sw + ".");
    named("words.about.en").fill("About " + en + ".");
    named("words.position").fill("0");
  }

  @Test
  void a_topic_is_written_seen_on_a_phone_published_and_withdrawn() {
    var phone = citizen("+254711990001");
    writes("uvuvi", "Uvuvi", "Fishing");
    assertThat(holding(".phone pre", "1. Fishing").first()).isVisible();
    mwana.press("Save");
    assertThat(holding("main .badge", "Not offered")).isVisible();
    assertThat(alerts(phone)).doesNotContain("Fishing");

    mwana.press("Publish it on phones");

    assertThat(holding("main .badge", "On phones")).isVisible();
    Watch.until(() -> alerts(phone), screen -> screen.contains("Fishing"));
    mwana.press("Take it off phones");
    assertThat(holding("main .badge", "Not offered")).isVisible();
    Watch.until(() -> alerts(phone), screen -> !screen.contains("Fishing"));
  }

  @Test
  void a_topic_is_renamed_and_moved_up_the_menu() {
    var phone = citizen("+254711990002");
    mwana.go("/console/alert-topics/services");
    named("title.en").fill("Water");
    assertThat(holding(".phone pre", "1. Water").first()).isVisible();
    mwana.press("Save");
    mwana.go("/console/alert-topics");
    mwana.page.getByLabel("Place of Budget and hearings").first().fill("99");

    mwana.page.getByLabel("Set the place of Budget and hearings").click();

    assertThat(mwana.page.locator("#topics tbody tr").last()).containsText("Budget and hearings");
    var screen = Watch.until(() -> alerts(phone), said -> said.contains("Water"));
    assertThat(screen).doesNotContain("1. Budget");
  }

  @Test
  void what_phones_cannot_show_is_refused_with_the_field_and_kept_as_typed() {
    writes("maji-mengi", "M".repeat(120), "Water");
    mwana.press("Save");
    mwana.page.waitForURL("**/alert-topics/maji-mengi");

    mwana.press("Publish it on phones");

    assertThat(mwana.page.locator("[role=alert]").first()).isVisible();
    assertThat(named("title.sw")).hasValue("M".repeat(120));
  }

  @Test
  void a_sheet_of_paper_is_tried_mended_and_brought_in() {
    mwana.go("/console/subscribers/import");
    var faulty =
        HEAD
            + "0711990011,sw,Watamu,budget;services,ward,2026-11-02,Form 12,Amina\n"
            + "12,sw,Nowhere,budget,ward,2026-11-02,Form 12,Ali\n";
    named("_sheet").fill(faulty);
    mwana.press("Try it first");
    assertThat(holding("tbody tr", "3").first()).containsText("phone");
    assertThat(mwana.button("Bring these people in")).hasCount(0);
    assertThat(mwana.page.locator("textarea[name=_sheet]")).hasValue(faulty);

    var mended = faulty.replace("12,sw,Nowhere", "0711990012,sw,Watamu");
    mwana
        .page
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload("baraza.csv", "text/csv", mended.getBytes(StandardCharsets.UTF_8)));
    assertThat(mwana.page.locator("textarea[name=_sheet]")).hasValue(mended);
    mwana.press("Try it first");
    assertThat(holding(".tile", "new").locator("strong")).hasText("2");
    mwana.press("Bring these people in");

    assertThat(holding("h2", "It is brought in")).isVisible();
    mwana.go("/console/subscribers?county=003");
    assertThat(holding("tbody tr", "Watamu").last()).containsText("3");
    assertThat(alerts(gateway.phone("+254711990011"))).contains("Arifa");
  }

  @Test
  void a_sheet_that_is_none_is_told_so() {
    mwana.go("/console/subscribers/import");
    named("_sheet").fill("hello");

    mwana.press("Try it first");

    assertThat(mwana.page.locator("[role=alert]").first()).containsText("no sheet");
  }

  @Test
  void everybody_can_read_and_use_it_on_any_screen() {
    var pages =
        new String[] {
          "/console/alert-topics",
          "/console/alert-topics/new",
          "/console/alert-topics/safety",
          "/console/subscribers",
          "/console/subscribers/import"
        };

    mwana.isAccessible(pages);

    mwana.fits(pages);
    mwana.english();
  }
}
