package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.LocatorOptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.ConsoleBrowser.Window;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// What phones show, in the browsers of staff, and places to look up, with a citizen's phone on the
/// other side.
class InformationPagesIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static TestGateway gateway;
  private static ConsoleBrowser browser;
  private static Window mwana;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url(), InstantSource.system(), Map.of());
    browser = ConsoleBrowser.launch();
    mwana = browser.colleague(gateway, "mwana", Grant.everywhere(Role.EDITOR));
    mwana.english();
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

  private static void drafts(Window window, String id, String title) {
    window.go("/console/topics/~new");
    field(window, "id").fill(id);
    field(window, "position").fill("0");
    writes(window, "words.title", title, title);
    writes(window, "words.keyword", id.toUpperCase(java.util.Locale.ROOT) + "SW", id);
    field(window, "words.pages.sw.0").fill("Mikoko hulinda pwani.");
    field(window, "words.pages.en.0").fill("Mangroves guard the coast.");
    field(window, "words.confidence").selectOption("HIGH");
  }

  /// The page of topics of a phone that speaks English.
  private static String topics(String number) {
    var phone = gateway.phone(number);
    if (phone.dial().contains("Kiswahili")) {
      phone.say("2");
      phone.dial();
    }
    return phone.say("1");
  }

  @Test
  void a_topic_is_written_published_changed_and_put_back_to_its_older_version() {
    drafts(mwana, "mangroves", "Mangroves");
    assertThat(mwana.page.locator(".preview .phone pre").last())
        .containsText("Mangroves guard the coast.");
    mwana.press("Save the version");
    assertThat(mwana.page.locator("#topic .badge").first()).hasText("draft");
    assertThat(topics("+254733000001")).doesNotContain("Mangroves");
    mwana.press("Publish this version");
    assertThat(mwana.page.locator("#topic .badge").first()).hasText("on phones");
    Watch.until(() -> topics("+254733000001"), page -> page.contains("Mangroves"));

    mwana.page.locator(".heading a[role=button]").click();
    writes(mwana, "title", "Mikoko", "Sea forests");
    mwana.press("Save the version");
    mwana.press("Publish this version");
    Watch.until(() -> topics("+254733000001"), page -> page.contains("Sea forests"));
    mwana.page.locator("#topic th a", text("2")).click();
    assertThat(mwana.page.locator("del").last()).hasText("Mangroves");
    assertThat(mwana.page.locator("ins").last()).hasText("Sea forests");
    mwana.go("/console/topics/mangroves/versions/1");
    mwana.press("Put this version back on phones");

    assertThat(mwana.page.locator("#topic .badge").first()).hasText("on phones: version 1");
    Watch.until(() -> topics("+254733000001"), page -> page.contains("Mangroves"));
    mwana.press("Take it off phones");
    Watch.until(() -> topics("+254733000001"), page -> !page.contains("Mangroves"));
  }

  private static LocatorOptions text(String words) {
    return new LocatorOptions().setHasText(words);
  }

  @Test
  void a_topic_is_moved_in_the_menu_from_the_list() {
    mwana.go("/console/topics");
    var last = mwana.page.locator("#topics tr", text("Getting justice"));
    last.locator("input[name=position]").fill("0");

    last.locator("button").click();

    assertThat(mwana.page.locator("p.notice.good")).hasText("Done.");
    var first = mwana.page.locator("#topics tbody tr", text("Getting justice"));
    assertThat(first.locator("input[name=position]")).hasValue("0");
    Watch.until(() -> topics("+254733000002"), page -> page.contains("Getting justice"));
  }

  @Test
  void a_topic_whose_review_is_near_and_a_draft_wait_on_the_home_page() {
    drafts(mwana, "reefs", "Reefs");
    field(mwana, "words.reviewBy")
        .fill(Instant.now().plusSeconds(864_000).toString().substring(0, 10));
    mwana.press("Save the version");
    assertThat(mwana.page.locator("h1")).hasText("Reefs");

    mwana.go("/console");

    assertThat(mwana.page.locator("#home .waits")).containsText("Reefs");
    mwana.page.locator("#home .tile", text("within 30 days")).click();
    assertThat(mwana.page.locator("#topics")).containsText("Reefs");
  }

  @Test
  void without_scripts_a_page_that_is_too_long_is_told_before_it_is_saved() {
    var plain = browser.plainColleague(gateway, "rehema", Grant.everywhere(Role.EDITOR));
    plain.english();
    drafts(plain, "dunes", "Dunes");
    field(plain, "words.pages.en.0").fill("Sand ".repeat(40).strip());

    plain.press("See it on a phone");

    assertThat(plain.page.locator(".preview .notice.warn")).containsText("130 fit");
    assertThat(field(plain, "words.pages.en.0")).hasValue("Sand ".repeat(40).strip());
    assertThat(field(plain, "id")).hasValue("dunes");
  }

  @Test
  void a_help_line_is_noted_as_tested_with_one_click_and_other_numbers_are_on_phones_at_once() {
    mwana.go("/console/help-lines");
    var row = mwana.page.locator("tbody tr", text("Ombudsman"));
    row.locator("button").click();
    assertThat(row.locator(".badge")).hasText("today");

    row.locator("a").click();
    field(mwana, "numbers").fill("0800221349\n0203270000");
    assertThat(mwana.page.locator(".preview .phone pre").last()).containsText("0203270000");
    mwana.press("Save; phones show it at once");

    assertThat(row).containsText("0203270000");
    assertThat(row).containsText("never");
  }

  @Test
  void a_case_officer_reads_but_is_offered_no_change() {
    var zuhura = browser.colleague(gateway, "zuhura", Grant.everywhere(Role.CASE_OFFICER));
    zuhura.english();

    zuhura.go("/console/topics/county_budget");

    assertThat(zuhura.page.locator(".preview .phone").first()).isVisible();
    assertThat(zuhura.button("Take it off phones")).hasCount(0);
    zuhura.go("/console/topics/county_budget/edit");
    assertThat(zuhura.page.locator("main")).containsText("You may not see this page");
  }

  @Test
  void a_ward_is_found_as_people_spell_it() {
    mwana.go("/console/places");
    field(mwana, "search").fill("shela");

    mwana.press("Search");

    assertThat(mwana.page.locator("tbody")).containsText("Shella, Malindi");
    assertThat(mwana.page.locator("tbody")).containsText("0079");
  }

  @Test
  void everybody_can_use_the_pages() {
    var pages =
        new String[] {
          "/console/topics",
          "/console/topics/~new",
          "/console/topics/county_budget",
          "/console/topics/county_budget/edit",
          "/console/help-lines",
          "/console/help-lines/violence",
          "/console/places?county=003"
        };
    mwana.isAccessible(pages);
    mwana.fits(pages);
    mwana.english();
  }
}
