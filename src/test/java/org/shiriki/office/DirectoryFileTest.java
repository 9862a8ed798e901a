package org.shiriki.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.office.Directory.Targets;
import org.shiriki.place.Places;

class DirectoryFileTest {
  private static final Places PLACES = Places.load(Path.of("config"));

  @TempDir Path config;

  @Test
  void an_office_may_have_other_days_and_a_contact() throws IOException {
    write(
        """
        categories:
          - {id: water, title: {sw: Maji, en: Water}, receiver: {sw: kampuni, en: company}}
        offices:
          - id: desk
            name: {sw: Dawati, en: Desk}
            contact: "Mama Amina, ground floor"
            takes: [water, any]
            days: {acknowledge: 1, answer: 7, escalate: 10}
        """);

    var directory = DirectoryFile.read(config, PLACES);

    assertThat(directory.office("desk").orElseThrow().contact()).startsWith("Mama Amina");
    assertThat(directory.route("water", "", "").targets()).isEqualTo(new Targets(1, 7, 10));
  }

  @Test
  void all_faults_are_named_at_once() throws IOException {
    write(
        """
        categories:
          - {id: water, title: {sw: Maji, en: “Water”}, receiver: {sw: kampuni}}
          - {id: water, title: {sw: Maji, en: Water}, receiver: {sw: kampuni, en: company}}
        offices:
          - {id: Kilifi Water, county: "003", name: {sw: Maji, en: Water}, takes: [watr]}
          - {id: a, county: "048", name: {sw: A, en: A}, takes: [water]}
          - {id: b, county: "001", wards: ["0078"], name: {sw: B, en: B}, takes: [water]}
          - {id: c, county: "001", name: {sw: C, en: C}, takes: [water]}
          - {id: d, county: "001", name: {sw: D, en: D}, takes: [water]}
          - {id: e, county: "001", name: {sw: E, en: E}, days: {acknowledge: 9, answer: 2, escalate: 3}}
        """);

    assertThatThrownBy(() -> DirectoryFile.read(config, PLACES))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .startsWith("concerns.yaml: ")
        .contains("category water: title has a character that phones do not have")
        .contains("category water: receiver needs sw and en")
        .contains("category water: is there twice")
        .contains("office Kilifi Water: id must be small letters")
        .contains("office Kilifi Water: no category watr")
        .contains("office a: no county 048")
        .contains("office b: no ward 0078 in its county")
        .contains("office d: another office takes the same")
        .contains("office e: days must be at least 1 and not become fewer")
        .contains("no office without a county takes any concern");
  }

  @Test
  void a_key_that_is_not_known_is_named() throws IOException {
    write("ofices: []\n");

    assertThatThrownBy(() -> DirectoryFile.read(config, PLACES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("concerns.yaml")
        .hasMessageContaining("ofices");
  }

  private void write(String yaml) throws IOException {
    Files.writeString(config.resolve("concerns.yaml"), yaml);
  }
}
