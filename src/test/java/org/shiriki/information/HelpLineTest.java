package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.dialogue.Text;

final class HelpLineTest {
  @Test
  void a_line_names_every_number_and_its_terms() {
    var line = Library.POLICE.line();

    assertThat(line)
        .isEqualTo(
            Text.of(
                "Polisi, dharura: 999 au 112 (bure, saa 24)",
                "Police, emergency: 999 or 112 (free, 24 hours)"));
  }

  @Test
  void a_line_without_known_terms_has_no_brackets() {
    var line = Library.NACADA.line();

    assertThat(line).isEqualTo(Text.of("NACADA, dawa za kulevya: 1192", "NACADA, drugs: 1192"));
  }

  @Test
  void what_cannot_be_dialled_is_told() {
    var odd =
        new HelpLine(
            "odd",
            Text.same("Chief"),
            Text.same("peace"),
            List.of("the office"),
            Text.NONE,
            true,
            Confidence.LOW,
            null);

    var faults = odd.faults();

    assertThat(faults).containsExactly("a number is three to twelve digits");
  }
}
