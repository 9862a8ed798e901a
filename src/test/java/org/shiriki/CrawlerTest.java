package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrawlerTest {
  private static final int FEWEST_SCREENS = 200;

  /// Screens that only a feature leads to; the first one that does takes them off this list.
  private static final String FOR_A_FEATURE = ".*\\$(Continue|AskConsent|NotWithoutConsent) .*";

  @Test
  void every_menu_can_be_walked_in_both_languages() {
    var crawler = new Crawler();

    var faults = crawler.walk();

    System.out.println("The crawler saw " + crawler.screens() + " screens");
    assertThat(faults).isEmpty();
    assertThat(crawler.screens()).isGreaterThan(FEWEST_SCREENS);
    assertThat(crawler.unseen()).allMatch(kind -> kind.matches(FOR_A_FEATURE));
  }
}
