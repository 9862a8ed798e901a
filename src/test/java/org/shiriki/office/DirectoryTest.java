package org.shiriki.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiriki.office.Directory.Targets;
import org.shiriki.place.Places;

class DirectoryTest {
  private static final Path CONFIG = Path.of("config");
  private static final Places PLACES = Places.load(CONFIG);

  private final Directory directory = DirectoryFile.read(CONFIG, PLACES);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          water     | 001 | 0024 | mombasa-water
          water     | 003 | 0063 | kilifi-water
          water     | 003 | 0078 | malindi-water
          health    | 003 | 0078 | kilifi-health
          roads     | 006 | 0111 | taita-taveta-roads
          power     | 004 | 0090 | national-projects
          power     | 047 | 1400 | national-projects
          conduct   | 005 | 0101 | lamu-desk
          water     | 047 | 1400 | desk
          conduct   | ''  | ''   | desk
          no-such   | 002 | 0031 | kwale-desk
          """)
  void a_concern_goes_to_the_office_that_is_named_for_it_or_to_the_nearest_desk(
      String category, String county, String ward, String office) {
    assertThat(directory.route(category, county, ward).office()).isEqualTo(office);
  }

  @Test
  void an_office_has_two_days_to_look_fourteen_to_answer_and_twenty_one_in_all() {
    assertThat(directory.routes())
        .allSatisfy(route -> assertThat(route.targets()).isEqualTo(new Targets(2, 14, 21)));
  }

  @Test
  void every_county_of_the_coast_has_an_office_for_every_category() {
    for (var county : PLACES.counties().stream().filter(each -> each.coastal()).toList()) {
      for (var category : directory.categories()) {
        var office = directory.route(category.id(), county.code(), "").office();

        assertThat(directory.office(office).orElseThrow().county())
            .as("%s in %s", category.id(), county.name())
            .isIn(county.code(), "");
      }
    }
  }

  @Test
  void a_directory_without_a_desk_for_everything_says_so_when_it_is_asked() {
    var empty = new Directory(List.of(), List.of(), List.of());

    assertThatThrownBy(() -> empty.route("water", "001", "0001"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No office takes water");
  }
}
