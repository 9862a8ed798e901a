package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;

/// The page on which people read the contract, in a browser.
class ApiDocsIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  @Test
  void the_contract_can_be_read_in_a_browser_with_nothing_from_elsewhere() {
    var complaints = new ArrayList<String>();
    var hosts = new ArrayList<String>();
    try (var gateway = TestGateway.on(TOWN.url());
        var playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser =
            playwright
                .chromium()
                .launch(
                    new LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      var page = browser.newPage();
      page.onConsoleMessage(message -> {
        if (message.type().equals("error")) {
          complaints.add(message.text());
        }
      });
      page.onRequest(request -> hosts.add(request.url()));

      page.navigate("http://127.0.0.1:" + gateway.port() + "/api/docs");

      var heading = page.getByText("Messages to many people, which two have agreed on.");
      heading.waitFor(new WaitForOptions().setTimeout(30_000));
      assertThat(heading).isVisible();
      page.getByText("Broadcasts").first().click();
      assertThat(page.getByText("Write a draft, faults and all")).isVisible();
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "api-docs.png")));
      assertThat(complaints).isEmpty();
      assertThat(hosts)
          .allMatch(url -> url.startsWith("http://127.0.0.1:") || url.startsWith("data:"));
    }
  }
}
