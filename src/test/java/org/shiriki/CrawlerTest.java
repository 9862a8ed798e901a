package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrawlerTest {
  private static final int FEWEST_SCREENS = 2_000;

  @Test
  void every_menu_can_be_walked_in_both_languages() {
    var crawler = new Crawler();

    var faults = crawler.walk();

    System.out.println("The crawler saw " + crawler.screens() + " screens");
    assertThat(faults).isEmpty();
    assertThat(crawler.screens()).isGreaterThan(FEWEST_SCREENS);
    assertThat(crawler.unseen()).isEmpty();
  }
}
