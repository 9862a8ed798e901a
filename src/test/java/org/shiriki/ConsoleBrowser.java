package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.shiriki.staff.Grant;

/// Debian's Chromium at the console, for the people of one test class: each has a window of their
/// own. Whatever a page complains of fails the test that closes the browser.
public final class ConsoleBrowser implements AutoCloseable {
  static final String PASSWORD = "embe tamu za Kilifi";

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final int PATIENCE_MILLIS = 20_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private ConsoleBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  public static ConsoleBrowser launch() {
    assertThat(Files.isExecutable(CHROMIUM))
        .as("%s is needed to test pages; install Debian's package chromium", CHROMIUM)
        .isTrue();
    setDefaultAssertionTimeout(PATIENCE_MILLIS);
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options =
        new LaunchOptions()
            .setExecutablePath(CHROMIUM)
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
    return new ConsoleBrowser(playwright, playwright.chromium().launch(options));
  }

  /// A window of somebody who is not signed in.
  Window stranger(TestGateway gateway) {
    return window(gateway, new NewContextOptions());
  }

  /// A window of somebody who is not signed in, and whose browser runs no scripts.
  Window plain(TestGateway gateway) {
    return window(gateway, new NewContextOptions().setJavaScriptEnabled(false));
  }

  private Window window(TestGateway gateway, NewContextOptions options) {
    var context = browser.newContext(options.setViewportSize(1280, 900).setAcceptDownloads(true));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    var window = new Window(context, "http://127.0.0.1:" + gateway.port());
    window.page.onConsoleMessage(message -> {
      if (!message.type().equals("verbose")
          && !message.text().contains("the server responded with a status of 4")) {
        complaints.add(message.type() + ": " + message.text());
      }
    });
    window.page.onPageError(complaints::add);
    return window;
  }

  /// Somebody with these grants, signed in by the page, with a second factor where their work needs
  /// one.
  Window colleague(TestGateway gateway, String name, Grant... grants) {
    hire(gateway, name, grants);
    var window = stranger(gateway);
    window.signIn(name);
    return window;
  }

  /// The same in a browser that runs no scripts.
  Window plainColleague(TestGateway gateway, String name, Grant... grants) {
    hire(gateway, name, grants);
    var window = plain(gateway);
    window.signIn(name);
    return window;
  }

  /// Makes an account with a password.
  static void hire(TestGateway gateway, String name, Grant... grants) {
    var director = Desk.director(gateway);
    var roles =
        List.of(grants).stream()
            .map(grant ->
                "{'role':'%s','counties':%s,'themes':%s}"
                    .formatted(grant.role(), quoted(grant.counties()), quoted(grant.themes())))
            .toList();
    var made =
        director.post(
            "/accounts",
            "{'name':'%s','organisation':'secretariat','email':'%s@example.org','active':true,'grants':%s}"
                .formatted(name, name, roles));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    var word = director.post("/accounts/" + name + "/reset").at("/word");
    var set =
        Desk.stranger(gateway)
            .post("/password", "{'word':'%s','password':'%s'}".formatted(word, PASSWORD));
    assertThat(set.status()).as(set.text()).isEqualTo(204);
  }

  private static String quoted(List<String> words) {
    return words.stream().map(word -> "'" + word + "'").toList().toString();
  }

  /// What pages complained of: scripts that failed, and what the policy did not let through.
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    playwright.close();
    assertThat(complaints).isEmpty();
  }

  /// Somebody's window.
  public static final class Window {
    private final BrowserContext context;
    private final String address;
    final Page page;

    Window(BrowserContext context, String address) {
      this.context = context;
      this.address = address;
      this.page = context.newPage();
      page.onDialog(Dialog::accept);
    }

    /// Signs in by the page.
    void signIn(String name) {
      signIn(name, "");
      if (page.url().endsWith("/second-factor")) {
        signIn(name, enrol());
      }
    }

    private void signIn(String name, String code) {
      go("/console/sign-in");
      page.locator("input[name=email]").fill(name + "@example.org");
      page.locator("input[name=password]").fill(PASSWORD);
      page.locator("input[name=code]").fill(code);
      page.locator("main form button").click();
      page.waitForURL(url -> !url.endsWith("/sign-in"));
    }

    /// Sets up the second factor that the page asks for, and gives a recovery code.
    String enrol() {
      page.locator("form[action$=enrolSecondFactor] button").click();
      var secret = page.locator("code.secret").first().textContent();
      page.locator("input[name=code]").fill(code(secret));
      page.locator("form[action$=confirmSecondFactor] button").click();
      return page.locator("main .notice.good ~ code.secret").first().textContent();
    }

    private static String code(String secret) {
      try {
        var key = new SecretKeySpec(new Base32().decode(secret), "HmacSHA1");
        return new TimeBasedOneTimePasswordGenerator()
            .generateOneTimePasswordString(key, Instant.now());
      } catch (InvalidKeyException failure) {
        throw new AssertionError(failure);
      }
    }

    /// The address of a page.
    String address(String path) {
      return address + path;
    }

    /// Goes to a page.
    void go(String path) {
      page.navigate(address + path);
    }

    void english() {
      context.addCookies(List.of(new Cookie("shiriki_language", "en").setUrl(address)));
    }

    /// A button by what stands on it.
    Locator button(String label) {
      return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(label).setExact(true));
    }

    /// Presses a button; where the page asks, the answer is yes.
    void press(String label) {
      button(label).first().click();
    }

    /// Opens what is folded under a heading.
    void unfold(String summary) {
      page.locator("summary", new Page.LocatorOptions().setHasText(summary)).first().click();
    }

    /// What everybody can read and use is so in both languages, by day and by night: axe-core (WCAG
    /// 2.2, A and AA) finds nothing that is serious.
    void isAccessible(String... paths) {
      for (var path : paths) {
        for (var language : List.of("sw", "en")) {
          context.addCookies(List.of(new Cookie("shiriki_language", language).setUrl(address)));
          for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            go(path);
            assertThat(faults()).as("%s in %s, %s", path, language, scheme).isEmpty();
          }
        }
      }
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private List<String> faults() {
      var found =
          new AxeBuilder(page)
              .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
              .analyze();
      return found.getViolations().stream()
          .filter(violation -> List.of("serious", "critical").contains(violation.getImpact()))
          .map(violation ->
              violation.getId()
                  + ": "
                  + violation.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())
          .toList();
    }

    /// Nothing is wider than the window, on a small phone as on a desk.
    void fits(String... paths) {
      for (var path : paths) {
        page.setViewportSize(360, 740);
        go(path);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("%s at 360 px", path)
            .isEqualTo(360);
      }
      page.setViewportSize(1280, 900);
    }

    /// Takes a picture of the whole page.
    void picture(String file) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target", "screenshots", file))
              .setFullPage(true));
    }
  }
}
