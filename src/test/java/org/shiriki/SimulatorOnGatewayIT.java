package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;

/// A person who dials on the simulator's page, in a browser, is served by the whole gateway.
class SimulatorOnGatewayIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(20_000);

  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static TestGateway gateway;
  private static Playwright playwright;
  private static Page page;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options =
        new LaunchOptions()
            .setExecutablePath(CHROMIUM)
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
    page = playwright.chromium().launch(options).newPage();
    page.navigate("http://127.0.0.1:%d/simulator".formatted(gateway.port()));
  }

  @AfterAll
  static void close() {
    playwright.close();
    gateway.close();
  }

  private static Locator phone() {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Phone 1"));
  }

  private static void press(String key) {
    phone()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(key).setExact(true))
        .click();
  }

  private static void answer(String typed) {
    phone().getByLabel("Your answer").fill(typed);
    press("Send");
  }

  @Test
  void an_sms_is_answered_in_the_inbox() {
    var other = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Phone 2"));
    other.getByLabel("Write an SMS to 28901").fill("HELP");

    page.keyboard().press("Enter");

    assertThat(other.getByLabel("Messages received"))
        .containsText("In danger? Call 999 or 112.", PATIENTLY);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "simulator-sms-answered.png"))
            .setFullPage(true));
  }

  @Test
  void a_report_is_filed_and_its_reference_shown() {
    press("Call");
    assertThat(phone().getByLabel("Screen")).containsText("2. English", PATIENTLY);
    for (var typed : List.of("2", "2", "1", "8", "No water for a week", "1", "1", "1")) {
      var before = phone().getByLabel("Screen").textContent();
      answer(typed);
      assertThat(phone().getByLabel("Screen")).not().hasText(before);
    }
    assertThat(phone().getByLabel("Screen")).containsText("No water for a week", PATIENTLY);

    answer("1");

    assertThat(phone().getByLabel("Screen"))
        .containsText(Pattern.compile("[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}"));
  }
}
