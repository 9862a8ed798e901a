package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.LocatorOptions;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.ConsoleBrowser.Window;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// Broadcasts in the browsers of staff, from the first word to the phones of citizens.
class BroadcastPagesIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final String CITIZEN = "+254711880001";

  private static TestGateway gateway;
  private static ConsoleBrowser browser;
  private static Window mwana;
  private static Window asha;
  private static Desk director;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url());
    director = Desk.director(gateway);
    for (var number = 1; number <= 3; number++) {
      var phone = gateway.phone("+25471188000" + number);
      phone.dial();
      phone.say("2", "1", "3", "1", "1", "1");
    }
    browser = ConsoleBrowser.launch();
    mwana = browser.colleague(gateway, "mwana", Grant.everywhere(Role.EDITOR));
    asha = browser.colleague(gateway, "asha", Grant.everywhere(Role.DIRECTOR));
    mwana.english();
    asha.english();
  }

  @AfterAll
  static void close() {
    browser.close();
    gateway.close();
  }

  @AfterEach
  void goesOn() {
    director.delete("/broadcast-stop");
    asha.english();
    mwana.english();
  }

  private static Locator words(Window window, String language) {
    return window.page.locator("[name='text." + language + "']");
  }

  /// Types an emergency for all who agreed, and leaves it unsaved.
  private static void writes(Window window, String words) {
    window.go("/console/broadcasts/new");
    words(window, "sw").fill(words);
    words(window, "en").fill(words);
    window.page.locator("[name='audience.kind']").selectOption("consented");
    window.page.locator("[name=purpose]").selectOption("EMERGENCY");
    window.page.locator("[name=reason]").fill("the river rises");
  }

  /// Saves what is written.
  ///
  /// @return its path
  private static String saves(Window window) {
    window.press("Save the draft");
    window.page.waitForURL(url -> url.matches(".*/broadcasts/\\d+"));
    return window.page.url().replaceFirst("^[a-z]+://[^/]+", "");
  }

  private static String submitted(Window window, String words) {
    writes(window, words);
    var path = saves(window);
    window.press("Submit for approval");
    assertThat(state(window)).hasText("Waits for approval");
    return path;
  }

  private static Locator state(Window window) {
    return window.page.locator("#sheet .badge").first();
  }

  private static Locator holding(Window window, String selector, String words) {
    return window.page.locator(selector, new LocatorOptions().setHasText(words));
  }

  private static String inbox(String number) {
    var path = "/simulator/api/messages?phone=" + number.replace("+", "%2B");
    return Objects.requireNonNull(gateway.get(path).bodyAsJsonArray()).encode();
  }

  @Test
  void a_flood_is_written_approved_by_another_and_reaches_the_phones() {
    writes(mwana, "Mafuriko: panda juu.");
    assertThat(holding(mwana, "#weighing .tile", "get it").locator("strong")).hasText("3");
    assertThat(holding(mwana, "#weighing", "1 SMS")).isVisible();
    saves(mwana);
    mwana.press("Submit for approval");
    asha.go("/console");
    holding(asha, ".lines a", "Mafuriko: panda juu.").click();
    assertThat(holding(asha, ".phone pre", "Mafuriko: panda juu.").first()).isVisible();
    assertThat(holding(asha, ".tile", "get it").locator("strong")).hasText("3");

    asha.press("Approve and send");

    assertThat(state(asha)).hasText("Done");
    assertThat(state(mwana)).hasText("Done");
    assertThat(asha.page.locator("#ledger tfoot")).containsText("3");
    assertThat(inbox(CITIZEN)).contains("Mafuriko: panda juu.");
    var file = asha.page.locator("#ledger a", new LocatorOptions().setHasText("CSV")).first();
    var sheet = asha.page.waitForDownload(file::click);
    assertThat(sheet.path()).content().startsWith("state,reason,people").contains(",3");
  }

  @Test
  void what_is_rejected_comes_back_with_the_reason_and_is_written_anew() {
    var path = submitted(mwana, "Mafuriko kesho.");
    asha.go(path);
    asha.unfold("Reject, and say why");
    asha.page.locator("[name=reason]").fill("The day is wrong.");
    asha.press("Reject");
    assertThat(state(asha)).hasText("Rejected");

    mwana.go("/console");

    assertThat(holding(mwana, ".lines li", "The day is wrong.").first()).isVisible();
    mwana.go(path);
    assertThat(holding(mwana, ".notice.bad", "The day is wrong.")).isVisible();
    mwana
        .page
        .locator("a[role=button]")
        .filter(new Locator.FilterOptions().setHasText("Write a new one from this"))
        .click();
    assertThat(words(mwana, "sw")).hasValue("Mafuriko kesho.");
    saves(mwana);
    mwana.go("/console");
    assertThat(holding(mwana, ".lines li", "The day is wrong.")).hasCount(0);
  }

  @Test
  void dear_characters_and_faults_are_seen_while_they_are_typed() {
    writes(mwana, "Mafuriko");

    words(mwana, "en").fill("Don’t cross the river");

    assertThat(holding(mwana, "#weighing .notice", "makes it dearer")).isVisible();
    assertThat(holding(mwana, "#weighing", "UCS-2 units")).isVisible();
    mwana.page.locator("[name=purpose]").selectOption("POLITICAL");
    assertThat(holding(mwana, ".when-political", "48 hours")).isVisible();
    assertThat(holding(mwana, "#weighing .notice", "It does not leave now")).isVisible();
    words(mwana, "en").fill("Do not cross the river");
    assertThat(holding(mwana, "#weighing .notice", "makes it dearer")).hasCount(0);
  }

  @Test
  void places_and_languages_make_the_audience() {
    writes(mwana, "Mafuriko Lamu.");
    assertThat(holding(mwana, "#weighing .tile", "get it").locator("strong")).hasText("3");

    mwana.page.locator("[name='audience.places'][value='005']").check();

    assertThat(holding(mwana, "#weighing .tile", "get it").locator("strong")).hasText("0");
    assertThat(holding(mwana, "#weighing .notice", "Nobody would get it")).isVisible();
    saves(mwana);
    assertThat(mwana.page.locator("[name='audience.places'][value='005']")).isChecked();
  }

  @Test
  void nobody_is_offered_to_approve_their_own_words() {
    submitted(asha, "Mafuriko ya mkurugenzi.");

    assertThat(holding(asha, ".panel", "These are your own words")).isVisible();
    assertThat(asha.button("Approve and send")).hasCount(0);
  }

  @Test
  void it_comes_to_ones_own_phone_first() {
    mwana.go("/console/me");
    mwana.page.locator("[name=phone]").fill("0711880009");
    mwana.press("Send me a code");
    var code =
        Watch.until(() -> inbox("+254711880009"), said -> said.matches("(?s).*\\b\\d{6}\\b.*"))
            .replaceAll("(?s).*\\b(\\d{6})\\b.*", "$1");
    mwana.page.locator("[name=code]").fill(code);
    mwana.press("Confirm");
    assertThat(holding(mwana, "#phone", "Confirmed")).isVisible();
    writes(mwana, "Mafuriko ya majaribio.");
    saves(mwana);

    mwana.press("Send it to me");

    assertThat(holding(mwana, ".notice.good", "It is on its way to your phone")).isVisible();
    Watch.until(() -> inbox("+254711880009"), said -> said.contains("Mafuriko ya majaribio."));
    assertThat(inbox(CITIZEN)).doesNotContain("majaribio");
  }

  @Test
  void while_all_is_held_up_a_broadcast_is_paused_goes_on_and_is_cancelled() {
    var path = submitted(mwana, "Mafuriko yanasimama.");
    asha.go("/console/broadcasts");
    mwana.go("/console/broadcasts");
    asha.unfold("Hold up all broadcasts");
    asha.press("Hold up all");
    assertThat(holding(mwana, ".notice.bad", "All broadcasts are held up")).isVisible();
    asha.go(path);
    asha.press("Approve and send");
    assertThat(state(asha)).hasText("Being sent");
    assertThat(asha.page.locator("#ledger")).containsText("0 / 3");

    asha.press("Pause");
    assertThat(state(asha)).hasText("Paused");
    asha.press("Go on sending");
    assertThat(state(asha)).hasText("Being sent");
    asha.press("Cancel it");

    assertThat(state(asha)).hasText("Cancelled");
    asha.press("Let them go on");
    assertThat(holding(asha, ".notice.bad", "All broadcasts are held up")).hasCount(0);
    assertThat(inbox(CITIZEN)).doesNotContain("yanasimama");
  }

  @Test
  void without_a_script_it_is_looked_at_and_saved_by_buttons() {
    var plain = browser.plainColleague(gateway, "pili", Grant.everywhere(Role.EDITOR));
    plain.english();
    writes(plain, "Mafuriko bila hati.");

    plain.press("Look now");

    assertThat(holding(plain, "#weighing .tile", "get it").locator("strong")).hasText("3");
    assertThat(words(plain, "sw")).hasValue("Mafuriko bila hati.");
    saves(plain);
    assertThat(plain.page.locator("#weighing")).isVisible();
  }

  @Test
  void script_in_the_words_stays_words() {
    writes(mwana, "<script>alert(1)</script>");
    var path = saves(mwana);

    mwana.press("Submit for approval");

    assertThat(mwana.page.locator(".phone pre").first()).hasText("<script>alert(1)</script>");
    asha.go("/console/broadcasts");
    assertThat(holding(asha, "#broadcasts a[href='" + path + "']", "<script>alert(1)")).isVisible();
  }

  @Test
  void everybody_can_read_and_use_it_on_any_screen() {
    var draft =
        director.post(
            "/broadcasts",
            """
            {'purpose':'POLITICAL','speaker':'KECOSCE','text':{'sw':'’','en':''},
             'audience':{'kind':'subscribers','topics':['services'],'places':['003','0011'],'languages':['sw','en']}}
            """);
    var path = "/console/broadcasts/" + draft.at("/id");
    var own = submitted(mwana, "Mafuriko kwa wote.");
    director.say("PUT", "/broadcast-stop", Optional.empty());

    asha.isAccessible("/console/broadcasts", "/console/broadcasts/new", path, own, "/console");
    asha.fits("/console/broadcasts", "/console/broadcasts/new", path, own);
    writes(mwana, "Mafuriko.");
    mwana.isAccessible(saves(mwana));

    mwana.fits("/console/broadcasts", "/console/me");
  }
}
