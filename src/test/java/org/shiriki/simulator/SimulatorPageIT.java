package org.shiriki.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shiriki.simulator.FakeGateway.Said;

final class SimulatorPageIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int PATIENCE_MILLIS = 20_000;
  private static final String MENU =
      "CON Karibu Shiriki\n1. Taarifa\n2. Ripoti hoja\n3. Maoni\n4. Arifa\n5. Ripoti zangu\n6. Zaidi";

  private static Playwright playwright;
  private static Browser browser;

  private final Workbench bench = Workbench.inKenya();
  private final List<String> complaints = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void launch() {
    assertThat(Files.isExecutable(CHROMIUM))
        .as("%s is needed to test the page; install Debian's package chromium", CHROMIUM)
        .isTrue();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  @AfterAll
  static void quit() {
    playwright.close();
  }

  @BeforeEach
  void open() {
    page = browser.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    bench.gateway().saysLater(posted -> said(posted.field("text")));
    page.navigate(bench.address() + "/simulator");
  }

  @AfterEach
  void close() {
    page.close();
    bench.close();
  }

  @Test
  void a_person_dials_answers_and_sees_the_screen_change() {
    var phone = phone("Phone 1");

    press(phone, "Call");
    assertThat(phone.getByLabel("Screen")).containsText("2. Ripoti hoja");
    press(phone, "2");
    press(phone, "Send");

    assertThat(phone.getByLabel("Screen")).hasText("Asante");
    assertThat(phone.getByText("Session over")).isVisible();
    assertThat(complaints).isEmpty();
  }

  @Test
  void the_page_may_load_nothing_from_elsewhere() {
    var response = bench.get("/simulator");

    assertThat(response.getHeader("Content-Type")).startsWith("text/html");
    assertThat(response.getHeader("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void the_keyboard_is_enough() {
    var phone = phone("Phone 1");
    phone.getByLabel("Code to dial").fill("*384*50#");
    phone.getByLabel("Code to dial").press("Enter");
    assertThat(phone.getByLabel("Your answer")).isFocused();

    page.keyboard().type("2");
    page.keyboard().press("Enter");

    assertThat(phone.getByLabel("Screen")).hasText("Asante");
  }

  @Test
  void the_keypad_types_the_code_and_delete_takes_it_back() {
    var phone = phone("Phone 2");
    phone.getByLabel("Code to dial").fill("");

    List.of("*", "1", "0", "#").forEach(key -> press(phone, key));
    press(phone, "Delete the last character");

    assertThat(phone.getByLabel("Code to dial")).hasValue("*10");
  }

  @Test
  void the_phones_are_two_people() {
    press(phone("Phone 1"), "Call");

    assertThat(phone("Phone 1").getByLabel("Screen")).containsText("Karibu");
    assertThat(phone("Phone 2").getByLabel("Screen")).isEmpty();
  }

  @Test
  void hanging_up_ends_the_session() {
    var phone = phone("Phone 1");
    press(phone, "Call");

    press(phone, "Hang up");

    assertThat(phone.getByText("You hung up.")).isVisible();
    assertThat(phone.getByLabel("Your answer")).isDisabled();
  }

  @Test
  void what_goes_wrong_is_told_in_words() {
    var phone = phone("Phone 1");
    bench.gateway().says(new Said(500, "", Map.of()));

    press(phone, "Call");

    assertThat(phone.getByRole(AriaRole.ALERT))
        .hasText("The gateway answered with HTTP status 500, so the network ended the session.");
  }

  @Test
  void a_screen_that_is_too_long_turns_red() {
    var phone = phone("Phone 1");
    bench.gateway().says("CON " + "Maji ".repeat(40));

    press(phone, "Call");

    assertThat(phone.getByText("204/160")).hasClass("septets over");
    shoot("too-long-1280", 1280, 1000);
  }

  @Test
  void a_message_appears_in_the_inbox() {
    send("Habari Amina, kumbukumbu yako ni ABC-DEFG.");

    assertThat(phone("Phone 1").getByText("kumbukumbu yako ni ABC-DEFG")).isVisible();
    assertThat(phone("Phone 2").getByText("No SMS yet.")).isVisible();
  }

  @Test
  void a_person_writes_an_sms_by_keyboard() {
    var phone = phone("Phone 2");
    phone.getByLabel("Write an SMS to 28901").fill("RIPOTI Kaloleni maji hayatoki");

    page.keyboard().press("Enter");

    assertThat(phone.getByText("Sent: RIPOTI Kaloleni maji hayatoki")).isVisible();
    assertThat(phone.getByLabel("Write an SMS to 28901")).hasValue("");
    var posted = bench.gateway().nextCallback();
    assertThat(posted.field("from")).isEqualTo("+254733000002");
    assertThat(posted.field("text")).isEqualTo("RIPOTI Kaloleni maji hayatoki");
    shoot("written-360", 360, 740);
    shoot("written-1280", 1280, 1000);
  }

  @Test
  void an_sms_that_is_not_taken_is_told_so() {
    var phone = phone("Phone 1");
    bench.gateway().says(new Said(500, "", Map.of()));
    phone.getByLabel("Write an SMS to 28901").fill("MSAADA");

    press(phone, "Send SMS");

    assertThat(phone.getByText("the network tries again")).isVisible();
  }

  @Test
  void faults_are_switched_on_for_one_phone() {
    var phone = phone("Phone 1");
    phone.getByText("Network faults").first().click();

    phone.getByLabel("Lose the answer and the session").check();
    assertThat(phone.getByText("(on)")).isVisible();
    press(phone, "Call");

    assertThat(phone.getByRole(AriaRole.ALERT)).containsText("lost the answer");
    shoot("faults-360", 360, 740);
  }

  @Test
  void everything_fits_small_and_large_windows() {
    send("Habari Amina, kumbukumbu yako ni ABC-DEFG. Jibu HALI kujua zaidi.");
    press(phone("Phone 1"), "Call");
    assertThat(phone("Phone 1").getByText("ABC-DEFG")).isVisible();

    shoot("phones-1280", 1280, 1000);
    shoot("phones-360", 360, 740);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    shoot("phones-dark-1280", 1280, 1000);
  }

  /// The page may grow downwards, never sideways.
  private void shoot(String name, int width, int height) {
    page.setViewportSize(width, height);
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .as("width of the page")
        .isLessThanOrEqualTo(width);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve("simulator-" + name + ".png"))
            .setFullPage(true));
  }

  private Locator phone(String name) {
    return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static void press(Locator phone, String key) {
    phone
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(key).setExact(true))
        .click();
  }

  private void send(String text) {
    bench
        .client()
        .postAbs(bench.address() + "/simulator/version1/messaging")
        .putHeader("apiKey", "any")
        .sendBuffer(
            Buffer.buffer(
                Form.empty()
                    .with("username", "sandbox")
                    .with("to", Workbench.AMINA)
                    .with("from", "SHIRIKI")
                    .with("message", text)
                    .encoded()))
        .await();
  }

  private static Future<Said> said(String text) {
    return Future.succeededFuture(Said.of(text.isEmpty() ? MENU : "END Asante"));
  }
}
