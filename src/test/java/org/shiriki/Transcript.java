package org.shiriki;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.privacy.Phone;
import org.shiriki.sms.Segments;

/// A conversation as a page that a citizen could read.
///
/// ```
/// # what it is about
/// as    +254700000002      another phone; the first is Amina's
/// dials *384*50#           on a line that was not ended: a redial
/// sees  CON Karibu …
///       1. Kiswahili       a screen's further lines
/// says  1
/// later 5 minutes
/// writes RIPOTI maji …     an SMS to the short code
/// gets  Uliandika: …       what comes back, each SMS for itself; or `nothing`
/// drops                    the line breaks off
/// fixed                    the office says that this phone's reports are put right
/// ```
final class Transcript {
  private static final String INDENT = " ".repeat(6);

  private final List<String> lines;

  Transcript(String text) {
    this.lines = text.stripTrailing().lines().toList();
  }

  /// Plays the conversation in a new house.
  ///
  /// @return the page with what was seen, as it should read if all is well
  String play() {
    var table = new Table();
    var page = new ArrayList<String>();
    for (var at = 0; at < lines.size(); at++) {
      var line = lines.get(at);
      if (line.startsWith("sees") || line.startsWith("gets") || line.startsWith(INDENT)) {
        continue;
      }
      page.add(line);
      var seen =
          line.isBlank() || line.startsWith("#") ? List.<String>of() : table.plays(at + 1, line);
      var label = line.startsWith("writes") ? "gets  " : "sees  ";
      for (var text : seen) {
        page.add(label + text.lines().collect(joining('\n' + INDENT)).stripTrailing());
      }
    }
    return String.join("\n", page) + '\n';
  }

  /// The phones of the town on one table, one of them in use.
  private static final class Table {
    private final TestHouse house = new TestHouse();
    private final Map<Phone, HousePhone> phones = new HashMap<>();
    private HousePhone phone = phone(Town.AMINA);

    /// What the phone shows after a line, if the line asks it for something.
    private List<String> plays(int number, String line) {
      var words = line.split(" +", 2);
      var rest = words.length < 2 ? "" : words[1];
      try {
        return switch (words[0]) {
          case "dials" -> List.of(phone.dials(rest));
          case "says" -> List.of(phone.says(rest));
          case "writes" -> written(house.write(phone.owner(), rest));
          case "drops" -> quietly(phone::drops);
          case "fixed" -> quietly(() -> house.fix(phone.owner()));
          case "as" -> quietly(() -> phone = phone(new Phone(rest.strip())));
          case "later" -> quietly(() -> house.clock().pass(time(rest)));
          default -> throw new IllegalArgumentException("No such line in a transcript");
        };
      } catch (RuntimeException failure) {
        throw new AssertionError("line " + number + ", " + line + ": " + failure, failure);
      }
    }

    private HousePhone phone(Phone owner) {
      return phones.computeIfAbsent(owner, _ -> new HousePhone(house, owner));
    }

    private static List<String> quietly(Runnable step) {
      step.run();
      return List.of();
    }

    private static List<String> written(List<String> answers) {
      assertThat(answers).allMatch(Gsm7::allGsm7).allMatch(text -> Segments.of(text).parts() <= 3);
      return answers.isEmpty() ? List.of("nothing") : answers;
    }

    private static Duration time(String written) {
      var words = written.strip().split(" +", 2);
      var count = Long.parseLong(words[0]);
      return switch (words[1].replaceFirst("s$", "")) {
        case "second" -> Duration.ofSeconds(count);
        case "minute" -> Duration.ofMinutes(count);
        case "hour" -> Duration.ofHours(count);
        case "day" -> Duration.ofDays(count);
        default -> throw new IllegalArgumentException("No such time: " + written);
      };
    }
  }
}
