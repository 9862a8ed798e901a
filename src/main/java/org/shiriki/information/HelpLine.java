package org.shiriki.information;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Proof;
import org.shiriki.dialogue.Text;

/// Whom to call, and what for.
///
/// @param what what they help with, in a few words
/// @param hours when somebody answers; empty if not known
/// @param lastTested when somebody last tried every number; null if nobody has yet
public record HelpLine(
    String id,
    Text name,
    Text what,
    List<String> numbers,
    Text hours,
    boolean free,
    Confidence confidence,
    @JsonSetter(nulls = Nulls.SET) @Nullable LocalDate lastTested) {
  private static final Text FREE = Text.of("bure", "free");

  public HelpLine {
    numbers = List.copyOf(numbers);
  }

  /// What phones could not show or dial of it, in words for whoever wrote it.
  public List<String> faults() {
    return new Proof()
        .text("name", name, Proof.PAGE)
        .text("what", what, Proof.PAGE)
        .text("the whole line", line(), Proof.PAGE)
        .note(numbers.isEmpty(), "has no number")
        .note(
            !numbers.stream().allMatch(number -> number.matches("\\d{3,12}")),
            "a number is three to twelve digits")
        .faults();
  }

  /// One line of a screen: `Polisi, dharura: 999 au 112 (bure, saa 24)`.
  public Text line() {
    var either = Text.of(String.join(" au ", numbers), String.join(" or ", numbers));
    var line = name.then(", ", what).then(": ", either);
    var terms = terms();
    return terms.equals(Text.NONE) ? line : line.then(" (", terms).then(")", Text.NONE);
  }

  private Text terms() {
    if (!free) {
      return hours;
    }
    return hours.equals(Text.NONE) ? FREE : FREE.then(", ", hours);
  }
}
