package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrawlerTest {
  private static final int FEWEST_SCREENS = 2_000;

  /// Screens that only the passing of time leads to, which the walk does not let pass, or a code
  /// that is typed to leave.
  private static final String OUT_OF_REACH =
      ".*(PollScreen\\$Closed|DataScreen\\$Sms(Again|Comes)) .*";

  /// In either language: asks for a topic by SMS, agrees, and asks for it once more; asks after
  /// what was told in confidence, before others miss its word too often.
  private static final List<List<String>> ERRANDS =
      Stream.of("1", "2")
          .flatMap(language ->
              Stream.of(
                  List.of(language, "1", "1", "1", "1", "1", "00", "1", "1", "1"),
                  List.of(language, "2", "13", "2", Town.CASE_NUMBER.written(), Town.SAFE_WORD)))
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
