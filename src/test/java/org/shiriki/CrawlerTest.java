package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrawlerTest {
  private static final int FEWEST_SCREENS = 2_000;

  /// Screens that only the passing of time leads to, which the walk does not let pass, or a code
  /// that is typed to leave, or an SMS.
  private static final String OUT_OF_REACH =
      ".*(PollScreen\\$(Closed|Spent|NoElection)|CitizenScreen\\$TookBack"
          + "|DataScreen\\$Sms(Again|Comes|Stopped)|WrittenScreen\\$.*"
          + "|FollowScreen\\$OfficeWrote|HouseScreen\\$(Guide|ByPhone)) .*";

  /// Asks for a topic by SMS, agrees, and asks for it once more.
  private static final List<String> TOPIC_TWICE =
      List.of("1", "1", "1", "1", "1", "00", "1", "1", "1");

  /// Reports a concern and is asked on the next dial whether it was fixed.
  private static final List<String> FIXED =
      List.of("2", "1", "8", "Hakuna maji hapa", "1", "1", "1", "1", Crawler.FIXED);

  /// Sets a PIN and is asked for it.
  private static final List<String> PIN = List.of("5", "3", "0412", "0412", "00", "5", "3");

  /// Asks after what was told in confidence, before others miss its word too often.
  private static final List<String> IN_CONFIDENCE =
      List.of("2", "13", "2", Town.CASE_NUMBER.written(), Town.SAFE_WORD);

  private static final List<List<String>> ERRANDS =
      Stream.of("1", "2")
          .flatMap(language ->
              Stream.of(TOPIC_TWICE, FIXED, PIN, IN_CONFIDENCE)
                  .map(errand -> Stream.concat(Stream.of(language), errand.stream()).toList()))
          .toList();

  @Test
  void every_menu_can_be_walked_in_both_languages() {
    var crawler = new Crawler(ERRANDS);

    var faults = crawler.walk();

    System.out.println("The crawler saw " + crawler.screens() + " screens");
    assertThat(faults).isEmpty();
    assertThat(crawler.screens()).isGreaterThan(FEWEST_SCREENS);
    assertThat(crawler.unseen()).allMatch(kind -> kind.matches(OUT_OF_REACH));
  }
}
