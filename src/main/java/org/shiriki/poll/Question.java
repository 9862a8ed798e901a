package org.shiriki.poll;

import java.util.ArrayList;
import java.util.List;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.Text;

/// A question with two to nine answers to choose from.
///
/// @param options numbered from 1 in the order of this list
/// @param skippable whether a person may pass it over
public record Question(Text text, List<Text> options, boolean skippable) {
  private static final int FEWEST = 2;
  private static final int MOST = 9;

  public Question {
    options = List.copyOf(options);
    var faults = new ArrayList<>(faults("text", text));
    if (options.size() < FEWEST || options.size() > MOST) {
      faults.add("it has %d options; 2 to 9 are possible".formatted(options.size()));
    }
    for (var number = 1; number <= options.size(); number++) {
      faults.addAll(faults("option " + number, options.get(number - 1)));
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  /// Whether this question can be answered so.
  boolean takes(int option) {
    return option == Ballot.SKIPPED ? skippable : option > 0 && option <= options.size();
  }

  /// What keeps a text from being shown on every phone.
  static List<String> faults(String what, Text text) {
    var faults = new ArrayList<String>();
    if (text.sw().isBlank() || text.en().isBlank()) {
      faults.add(what + " is empty in a language");
    }
    if (!Gsm7.allGsm7(text.sw()) || !Gsm7.allGsm7(text.en())) {
      faults.add(what + " has a character that basic phones cannot show");
    }
    return faults;
  }
}
