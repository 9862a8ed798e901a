package org.shiriki.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class AlertSeedTest {
  @Test
  void a_fresh_gateway_has_alerts_to_choose() {
    var topics = Alerts.seed(Path.of("config"));

    assertThat(topics).extracting(AlertTopic::id).doesNotHaveDuplicates().hasSize(6);
  }
}
