package org.shiriki.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of rights, cell by cell, held against the page that the board agreed on.
class RoleTest {
  private static List<List<String>> page() throws IOException {
    try (InputStream page =
        Objects.requireNonNull(RoleTest.class.getResourceAsStream("/staff/rights.txt"))) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.strip().split("\\s+")))
          .toList();
    }
  }

  private static Stream<List<String>> cells() throws IOException {
    var lines = page();
    var roles = lines.getFirst();
    return lines.stream()
        .skip(1)
        .flatMap(line ->
            java.util.stream.IntStream.range(1, line.size())
                .mapToObj(column -> List.of(roles.get(column), line.getFirst(), line.get(column))));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void a_role_has_a_right_or_not(List<String> cell) {
    var role = Role.valueOf(cell.getFirst());
    var right = Right.valueOf(cell.get(1));

    assertThat(role.rights().contains(right)).isEqualTo(cell.getLast().equals("yes"));
  }

  @Test
  void the_page_has_a_cell_for_each_role_and_right() throws IOException {
    var lines = page();

    assertThat(lines.getFirst().subList(1, lines.getFirst().size()))
        .containsExactlyElementsOf(Arrays.stream(Role.values()).map(Role::name).toList());
    assertThat(lines.stream().skip(1).map(List::getFirst))
        .containsExactlyElementsOf(Arrays.stream(Right.values()).map(Right::name).toList());
    assertThat(lines).allMatch(line -> line.size() == Role.values().length + 1);
  }

  @Test
  void nobody_may_all() {
    assertThat(Role.values()).allMatch(role -> role.rights().size() < Right.values().length);
  }
}
