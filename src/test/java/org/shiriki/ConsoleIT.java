package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// The console's door: who comes in, what a browser is told, and what stays outside.
class ConsoleIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Grant OFFICER = new Grant(Role.CASE_OFFICER, List.of(), List.of());

  /// How many bytes the page and all that it needs took.
  private static final String TRANSFERRED =
      """
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .reduce((sum, entry) => sum + entry.transferSize, 0)
      """;

  private static TestGateway gateway;
  private static ConsoleBrowser browser;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url());
    browser = ConsoleBrowser.launch();
  }

  @AfterAll
  static void stop() {
    browser.close();
    gateway.close();
  }

  @Test
  void who_is_not_signed_in_is_asked_to_and_then_sees_the_page_that_they_wanted() {
    ConsoleBrowser.hire(gateway, "asha", OFFICER);
    var window = browser.stranger(gateway);
    window.go("/console/concerns?county=003");
    assertThat(window.page).hasURL(Pattern.compile(".*/console/sign-in.*"));

    window.page.locator("input[name=email]").fill("asha@example.org");
    window.page.locator("input[name=password]").fill(ConsoleBrowser.PASSWORD);
    window.page.locator("main form button").click();

    assertThat(window.page).hasURL(Pattern.compile(".*/console/concerns\\?county=003"));
  }

  @Test
  void a_wrong_password_is_refused_in_words_and_the_address_stays() {
    ConsoleBrowser.hire(gateway, "bakari", OFFICER);
    var window = browser.stranger(gateway);
    window.go("/console/sign-in");
    window.page.locator("input[name=email]").fill("bakari@example.org");
    window.page.locator("input[name=password]").fill("embe chungu za Kilifi");
    window.page.locator("main form button").click();

    assertThat(window.page.locator(".notice.bad")).containsText("si sahihi");
    assertThat(window.page.locator("input[name=email]")).hasValue("bakari@example.org");
    assertThat(window.page.locator("input[name=password]")).hasValue("");
  }

  @Test
  void a_director_sets_up_a_second_factor_before_anything_else() {
    ConsoleBrowser.hire(gateway, "halima", new Grant(Role.DIRECTOR, List.of(), List.of()));
    var window = browser.stranger(gateway);
    window.go("/console/sign-in");
    window.page.locator("input[name=email]").fill("halima@example.org");
    window.page.locator("input[name=password]").fill(ConsoleBrowser.PASSWORD);
    window.page.locator("main form button").click();
    window.go("/console/concerns");

    assertThat(window.page).hasURL(Pattern.compile(".*/second-factor"));
    var recovery = window.enrol();
    window.go("/console/sign-in");
    window.page.locator("input[name=email]").fill("halima@example.org");
    window.page.locator("input[name=password]").fill(ConsoleBrowser.PASSWORD);
    window.page.locator("main form button").click();
    assertThat(window.page.locator(".notice.bad")).containsText("Msimbo unahitajika");
    window.page.locator("input[name=password]").fill(ConsoleBrowser.PASSWORD);
    window.page.locator("input[name=code]").fill(recovery);
    window.page.locator("main form button").click();
    assertThat(window.page.locator("h1")).hasText("Mwanzo");
    window.go("/console/concerns");
    assertThat(window.page.locator("h1")).hasText("Hoja");
  }

  @Test
  void a_link_of_a_director_sets_a_new_password_once() {
    ConsoleBrowser.hire(gateway, "omari", OFFICER);
    var word = Desk.director(gateway).post("/accounts/omari/reset").at("/word");
    var window = browser.stranger(gateway);
    window.go("/console/password?word=" + word);
    window.page.locator("input[name=password]").fill("samaki wa Lamu ni wazuri");
    window.page.locator("main form button").click();
    assertThat(window.page).hasURL(Pattern.compile(".*/sign-in"));

    window.page.locator("input[name=email]").fill("omari@example.org");
    window.page.locator("input[name=password]").fill("samaki wa Lamu ni wazuri");
    window.page.locator("main form button").click();
    assertThat(window.page.locator("h1")).hasText("Mwanzo");

    window.go("/console/password?word=" + word);
    window.page.locator("input[name=password]").fill("tena na tena na tena");
    window.page.locator("main form button").click();
    assertThat(window.page.locator(".notice.bad")).isVisible();
  }

  @Test
  void the_visit_is_in_a_cookie_that_no_script_and_no_other_site_gets() {
    var window = browser.colleague(gateway, "saida", OFFICER);

    var cookie =
        window.page.context().cookies().stream()
            .filter(kept -> kept.name.equals("shiriki_session"))
            .findFirst()
            .orElseThrow();

    assertThat(cookie.httpOnly).isTrue();
    assertThat(cookie.secure).isTrue();
    assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
  }

  @Test
  void whoever_signs_out_is_out_in_every_window() {
    var window = browser.colleague(gateway, "rukia", OFFICER);
    var second = window.page.context().newPage();
    second.navigate(window.page.url());
    window.press("Toka");
    assertThat(window.page).hasURL(Pattern.compile(".*/sign-in"));

    second.reload();

    assertThat(second).hasURL(Pattern.compile(".*/sign-in.*"));
  }

  @Test
  void a_visit_is_seen_and_ended_by_its_owner() {
    var window = browser.colleague(gateway, "fatma", OFFICER);
    var second = browser.stranger(gateway);
    second.signIn("fatma");
    window.go("/console/me");
    assertThat(window.page.locator("form[action$=endVisit]")).hasCount(2);

    window.page.locator("form[action$=endVisit] button").first().click();

    assertThat(window.page.locator("form[action$=endVisit]")).hasCount(1);
  }

  @Test
  void a_token_is_shown_once_and_works() {
    var window = browser.colleague(gateway, "jamila", OFFICER);
    window.go("/console/me");
    var form = window.page.locator("form[action$=createToken]");
    form.locator("input[name=name]").fill("ripoti");
    form.locator("button").click();
    var word = window.page.locator("code.secret").textContent();

    var said =
        Desk.stranger(gateway).with("Authorization", "Bearer " + word).get("/me").at("/account");

    assertThat(said).isEqualTo("jamila");
    window.go("/console/me");
    assertThat(window.page.getByText(word)).hasCount(0);
    assertThat(window.page.locator("h3")).hasText("ripoti");
  }

  @Test
  void both_languages_are_one_press_apart_and_the_choice_stays() {
    var window = browser.stranger(gateway);
    window.go("/console/sign-in");
    assertThat(window.page.locator("h1")).hasText("Ingia");

    window.press("English");
    assertThat(window.page.locator("h1")).hasText("Sign in");
    window.page.reload();

    assertThat(window.page.locator("h1")).hasText("Sign in");
    assertThat(window.page.locator("html")).hasAttribute("lang", "en");
  }

  @Test
  void browsers_are_told_to_run_and_load_nothing_from_elsewhere() {
    var answer = gateway.get("/console/sign-in");

    assertThat(answer.getHeader("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.bodyAsString()).doesNotContain("<script>", "style=", "onclick", "http://");
  }

  @Test
  void a_form_from_another_site_does_nothing() {
    var answer =
        gateway
            .request(HttpMethod.POST, "/console/do/signIn")
            .putHeader("Origin", "https://elsewhere.example")
            .putHeader("Content-Type", "application/x-www-form-urlencoded")
            .sendBuffer(Buffer.buffer("email=a&password=b"))
            .await();

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void a_form_without_its_word_does_nothing() {
    var window = browser.colleague(gateway, "zubeda", OFFICER);
    var answer =
        gateway
            .request(HttpMethod.POST, "/console/do/createToken")
            .followRedirects(false)
            .putHeader("Cookie", "shiriki_session=" + visit(window))
            .putHeader("Content-Type", "application/x-www-form-urlencoded")
            .sendBuffer(Buffer.buffer("name=x&days=9&_csrf=wrong"))
            .await();

    assertThat(answer.statusCode()).isEqualTo(409);
    window.go("/console/me");
    assertThat(window.page.locator("form[action$=endToken]")).hasCount(0);
  }

  @Test
  void no_link_changes_anything() throws IOException {
    var window = browser.colleague(gateway, "hawa", new Grant(Role.DIRECTOR, List.of(), List.of()));
    var contract =
        new YAMLMapper().readTree(gateway.get("/api/v1/openapi.yaml").bodyAsString()).path("paths");
    var changes =
        contract
            .valueStream()
            .flatMap(path -> path.properties().stream())
            .filter(method -> !method.getKey().equals("get"))
            .map(method -> method.getValue().path("operationId").asText())
            .filter(operation -> !operation.isEmpty())
            .toList();

    assertThat(changes).hasSizeGreaterThan(80);
    for (var operation : changes) {
      for (var rest : List.of("", "?_rows=x")) {
        var status = followed(window, "/console/sheet/" + operation + rest);
        assertThat(status).as(operation).isEqualTo(404);
      }
    }
    assertThat(Desk.director(gateway).get("/broadcasts").status()).isEqualTo(200);
  }

  /// What somebody who is signed in gets who follows a link.
  private static int followed(ConsoleBrowser.Window window, String path) {
    return gateway
        .request(HttpMethod.GET, path)
        .followRedirects(false)
        .putHeader("Cookie", "shiriki_session=" + visit(window))
        .send()
        .await()
        .statusCode();
  }

  private static String visit(ConsoleBrowser.Window window) {
    return window.page.context().cookies().stream()
        .filter(kept -> kept.name.equals("shiriki_session"))
        .findFirst()
        .orElseThrow()
        .value;
  }

  @Test
  void a_list_that_is_not_ones_own_to_see_is_no_file_either() {
    var window = browser.colleague(gateway, "nasra", OFFICER);

    for (var operation : List.of("listAudit", "listOwnCases", "showConcern", "no-such-thing")) {
      assertThat(followed(window, "/console/sheet/" + operation)).as(operation).isIn(400, 403, 404);
    }
  }

  @Test
  void a_long_form_arrives() {
    var body = "email=nobody%40example.org&password=wrong&word=" + "x".repeat(200_000);
    var answer =
        gateway
            .request(HttpMethod.POST, "/console/do/signIn")
            .putHeader("Content-Type", "application/x-www-form-urlencoded")
            .sendBuffer(Buffer.buffer(body + "&_form=signIn&_page=/console/sign-in"))
            .await();

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.bodyAsString()).contains("si sahihi");
  }

  @Test
  void who_signed_in_anew_beside_a_form_presses_once_more_and_loses_nothing() {
    var window = browser.colleague(gateway, "aziza", OFFICER);
    window.go("/console/me");
    window.page.locator("form[action$=createToken] input[name=name]").fill("ripoti");
    var second = new ConsoleBrowser.Window(window.page.context(), window.address(""));
    second.signIn("aziza");

    window.page.locator("form[action$=createToken] button").click();
    assertThat(window.page.locator(".notice.bad")).containsText("bonyeza tena");
    assertThat(window.page.locator("form[action$=createToken] input[name=name]"))
        .hasValue("ripoti");
    window.page.locator("form[action$=createToken] button").click();

    assertThat(window.page.locator("code.secret")).isVisible();
  }

  @Test
  void who_was_signed_out_still_has_their_words() {
    var window = browser.colleague(gateway, "khadija", OFFICER);
    window.go("/console/me");
    window.page.locator("form[action$=createToken] input[name=name]").fill("maneno yangu");
    window.page.context().clearCookies();

    window.page.locator("form[action$=createToken] button").click();

    assertThat(window.page.locator("h1")).containsText("maneno yako");
    assertThat(window.page.locator("textarea").first()).isVisible();
    assertThat(window.page.locator("main")).containsText("name");
  }

  @Test
  void a_page_of_a_right_that_one_has_not_is_refused_with_the_way_on() {
    var window = browser.colleague(gateway, "kombo", new Grant(Role.BOARD, List.of(), List.of()));
    window.go("/console/concerns");

    assertThat(window.page.locator("h1")).containsText("Huna ruhusa");
    assertThat(window.page.locator("nav.side a[href='/console/concerns']")).hasCount(0);
    window.go("/console/no-such-page");
    assertThat(window.page.locator("h1")).hasText("Haipo.");
  }

  @Test
  void the_first_page_is_light() {
    var window = browser.colleague(gateway, "latifa", OFFICER);
    var fresh = browser.stranger(gateway);
    fresh.page.context().addCookies(window.page.context().cookies());

    fresh.go("/console");

    assertThat(((Number) fresh.page.evaluate(TRANSFERRED)).intValue()).isBetween(20_000, 150_000);
  }

  @Test
  void everybody_can_use_the_pages_of_ones_own() {
    var window = browser.colleague(gateway, "mariam", OFFICER);
    window.isAccessible("/console/me", "/console/nothing");
    window.fits("/console", "/console/me", "/console/second-factor");
    var stranger = browser.stranger(gateway);
    stranger.isAccessible("/console/sign-in", "/console/password?word=x");
    stranger.fits("/console/sign-in", "/console/password?word=x");
  }
}
