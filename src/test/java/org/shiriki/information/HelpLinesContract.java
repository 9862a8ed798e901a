package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What every keeper of help lines promises.
interface HelpLinesContract {
  /// A keeper that begins with these.
  HelpLines helpLines(List<HelpLine> seed);

  @Test
  default void help_lines_come_back_whole_and_in_order() {
    var lines = helpLines(List.of(Library.POLICE, Library.NACADA));

    var all = lines.all();

    assertThat(all).containsExactly(Library.POLICE, Library.NACADA);
  }
}
