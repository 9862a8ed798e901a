package org.shiriki.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeedFileTest {
  @TempDir Path config;
  private Path file = Path.of("");

  private record Well(String id, LocalDate dugOn, int depth) {
    List<String> faults() {
      return depth > 0 ? List.of() : List.of("has no depth");
    }
  }

  @BeforeEach
  void name_the_file() {
    file = config.resolve("wells.yaml");
  }

  @Test
  void entries_become_records_in_the_order_of_the_file() throws IOException {
    write(
        "- {id: chumani, dug_on: 2024-03-01, depth: 12}\n- {id: bofa, dug_on: 2025-07-09, depth: 8}");

    var wells = SeedFile.read(file, Well.class, Well::faults);

    assertThat(wells)
        .containsExactly(
            new Well("chumani", LocalDate.of(2024, 3, 1), 12),
            new Well("bofa", LocalDate.of(2025, 7, 9), 8));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_with_file_and_entry() throws IOException {
    write(
        """
        - {id: chumani, dug_on: some day, depth: 12}
        - {id: bofa, depth: 8}
        - {id: mnarani, dug_on: 2025-07-09, depth: 0}
        - {id: mnarani, dug_on: 2025-07-09, depth: 3}
        - {id: kibaoni, dug_on: , depth: 3}
        - {id: kivulini, dug_on: 2025-07-09, depth: 3, owner: none}
        - {dug_on: 2025-07-09, depth: 3}
        """);

    var failure = catchThrowable(() -> SeedFile.read(file, Well.class, Well::faults));

    assertThat(failure).isInstanceOf(IllegalArgumentException.class);
    assertThat(String.valueOf(failure.getMessage()).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(file + ": chumani: ").contains("some day"),
            line -> assertThat(line).isEqualTo(file + ": bofa: Missing creator property 'dug_on'"),
            line -> assertThat(line).isEqualTo(file + ": mnarani: has no depth"),
            line -> assertThat(line).isEqualTo(file + ": mnarani: is there twice"),
            line -> assertThat(line).startsWith(file + ": kibaoni: ").contains("dug_on"),
            line -> assertThat(line).startsWith(file + ": kivulini: ").contains("owner"),
            line -> assertThat(line).isEqualTo(file + ": entry 7: Missing creator property 'id'"));
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    var failure = catchThrowable(() -> SeedFile.read(file, Well.class, Well::faults));

    assertThat(failure).hasMessageStartingWith(file + ": cannot be read");
  }

  @Test
  void a_file_that_is_no_list_is_named() throws IOException {
    write("wells: none");

    var failure = catchThrowable(() -> SeedFile.read(file, Well.class, Well::faults));

    assertThat(failure).hasMessage(file + ": is not a list of entries");
  }

  private void write(String yaml) throws IOException {
    Files.writeString(file, yaml);
  }
}
