package org.shiriki.citizen;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.shiriki.dialogue.Text;

/// The words of consent (Data Protection (General) Regulations 2021, reg. 4) as a phone shows them.
final class Wording {
  static final Text SHORT =
      Text.of(
          "Tunaweka nambari yako na wadi ili tukujibu. Hatuuzi data. Kujiondoa ni bure wakati wowote:"
              + " tuma ONDOA.",
          "We keep your phone number and ward to answer you. We do not sell data. Free to leave any"
              + " time: send STOP.");

  static final Text USES =
      Text.of(
          "Hutumika kwa: taarifa unazochagua, majibu ya hoja, hesabu za utetezi. Wahusika tu huona."
              + " Kuona, kurekebisha, kufuta: tuma DATA.",
          "Used for: alerts you choose, answers to concerns, counts for advocacy. Staff in charge"
              + " only. See, fix or delete it: send DATA.");

  /// All that a person who agrees could have read.
  static final Text IN_FULL = SHORT.then(" ", USES);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("Africa/Nairobi"));

  private Wording() {}

  static String day(Instant at) {
    return DAY.format(at);
  }
}
