package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The gateway is killed between any two turns of a report, and nothing that was typed is lost.
class KillIT {
  private static final Pattern REFERENCE = Pattern.compile("[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}");

  /// Report, water, Mombasa, Likoni, Mtongwe, what is wrong, what would fix it, with the number,
  /// agreed, send.
  private static final List<String> ANSWERS =
      List.of(
          "2", "1", "1", "5", "1", "Maji hayatoki wiki mbili", "Tengeneza pampu", "1", "1", "1");

  @Test
  void whatever_turn_it_dies_after_the_report_goes_on_from_there(@TempDir Path folder)
      throws Exception {
    for (var turns = 2; turns < ANSWERS.size(); turns++) {
      // A town of its own each time, where nobody else's report is offered first.
      var data = folder.resolve("after-" + turns);
      var number = "+25472200000" + turns;
      var dropped = dropAfter(data, number, turns);

      try (var gateway = GatewayProcess.start(data, Map.of())) {
        var phone = gateway.phone(number);

        assertThat(phone.dial()).as("redial after turn %d", turns).contains("1. Continue");
        assertThat(phone.say("1")).as("continued after turn %d", turns).isEqualTo(dropped);
        var rest = ANSWERS.subList(turns, ANSWERS.size());
        assertThat(phone.say(rest.getFirst(), rest.subList(1, rest.size()).toArray(String[]::new)))
            .containsPattern(REFERENCE);
      }
    }
  }

  private static String dropAfter(Path data, String number, int turns) {
    var gateway = GatewayProcess.start(data, Map.of());
    var phone = gateway.phone(number);
    phone.dial();
    phone.say("2");
    var screen = "";
    for (var answer : ANSWERS.subList(0, turns)) {
      screen = phone.say(answer);
    }
    gateway.kill();
    return screen;
  }

  @Test
  void a_report_whose_reference_was_shown_exists(@TempDir Path data) {
    var number = "+254722000099";
    var receipt = dropAfter(data, number, ANSWERS.size());
    var reference = REFERENCE.matcher(receipt).results().findFirst().orElseThrow().group();

    try (var gateway = GatewayProcess.start(data, Map.of())) {
      var phone = gateway.phone(number);

      assertThat(phone.dial()).contains("5. My reports");
      assertThat(phone.say("5", "2", reference)).contains(reference, "Received");
    }
  }
}
