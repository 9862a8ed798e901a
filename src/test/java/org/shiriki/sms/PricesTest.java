package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.Town;

class PricesTest {
  @TempDir Path folder;

  private Prices prices(String lines) throws IOException {
    Files.writeString(folder.resolve("sms-prices.yaml"), lines);
    return Prices.read(folder);
  }

  @Test
  void what_is_not_known_to_be_cheaper_costs_the_dearest_price() throws IOException {
    var prices = prices("- {id: one, ksh: 0.80}\n- {id: two, ksh: 1.20}\n");

    assertThat(prices.of(10)).isEqualTo(new BigDecimal("12.00"));
    assertThat(prices.segments(100)).isEqualTo(83);
  }

  @Test
  void what_costs_nothing_is_a_mistake() {
    assertThatThrownBy(() -> prices("- {id: one, ksh: 0}\n"))
        .hasMessageContaining("one: a part must cost something");
    assertThatThrownBy(() -> prices("[]\n")).hasMessageContaining("names no price");
  }

  @Test
  void the_house_knows_its_prices() {
    assertThat(Prices.read(Town.CONFIG).of(1)).isPositive();
  }
}
