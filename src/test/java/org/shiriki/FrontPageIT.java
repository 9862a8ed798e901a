package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;

/// The public page: what anybody reads, and what nobody can.
class FrontPageIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final List<String> WARDS_OF_KILIFI =
      List.of(
          "Shella",
          "Ganda",
          "Sokoni",
          "Tezo",
          "Mnarani",
          "Gongoni",
          "Kaloleni",
          "Mwanamwinga",
          "Kibarani",
          "Watamu",
          "Dabaso");

  private static final TestClock CLOCK = new TestClock(TestGateway.noon());

  private static TestGateway gateway;
  private static ConsoleBrowser browser;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url(), CLOCK, Map.of());
    browser = ConsoleBrowser.launch();
    IntStream.range(0, WARDS_OF_KILIFI.size())
        .forEach(at -> report("+2547000003%02d".formatted(at), WARDS_OF_KILIFI.get(at)));
    report("+254700000350", "Tudor");
    CLOCK.pass(Duration.ofDays(5));
    report("+254700000351", "Junda");
  }

  @AfterAll
  static void stop() {
    browser.close();
    gateway.close();
  }

  private static String report(String number, String ward) {
    var phone = gateway.phone(number);
    phone.dial();
    var receipt = phone.say("2", "2", "1", ward, "1", "No water", "1", "1", "1", "1");
    return receipt.replaceAll("(?s).*([2-9A-Z]{3}-[2-9A-Z]{4}).*", "$1");
  }

  @Test
  void it_tells_how_to_take_part_what_is_asked_and_what_was_done() {
    var window = browser.stranger(gateway);
    window.go("/?lang=en");

    assertThat(window.page.locator(".dial")).containsText("*384*50#");
    assertThat(window.page.locator("main")).containsText("Open polls");
    assertThat(window.page.locator(".county-003")).containsText("10+ raised");
  }

  @Test
  void a_county_where_few_spoke_is_not_counted_out_loud() {
    var window = browser.stranger(gateway);
    window.go("/?lang=en");

    assertThat(window.page.locator(".county-001")).containsText("under 10 raised");
    assertThat(gateway.get("/open/v1/concerns/001").bodyAsString())
        .contains("\"raised\":null", "\"fixed\":null");
    assertThat(gateway.get("/open/v1/concerns", "text/csv").bodyAsString())
        .contains("county,001,Mombasa,Mombasa,,,")
        .contains("county,003,Kilifi,Kilifi,10,,");
  }

  @Test
  void what_was_reported_today_is_not_seen_to_come_in() {
    var before = gateway.get("/open/v1/concerns").bodyAsString();

    report("+254700000352", "Kongowea");

    assertThat(gateway.get("/open/v1/concerns").bodyAsString()).isEqualTo(before);
  }

  @Test
  void it_keeps_nothing_of_its_readers_and_lets_nothing_in_from_elsewhere() {
    var answer = gateway.get("/");

    assertThat(answer.cookies()).isEmpty();
    assertThat(answer.getHeader("Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.bodyAsString()).contains("<html lang=\"sw\"").doesNotContain("+2547");
  }

  @Test
  void a_poll_that_is_not_published_has_no_page() {
    assertThat(gateway.get("/polls/no-such-poll").statusCode()).isEqualTo(404);
  }

  @Test
  void everybody_can_use_it() {
    var window = browser.stranger(gateway);
    window.isAccessible("/", "/?lang=en", "/simulator");
    window.fits("/", "/simulator");
  }
}
