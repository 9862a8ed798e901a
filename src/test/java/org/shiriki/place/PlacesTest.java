package org.shiriki.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  private static final Places PLACES = Places.load(Path.of("config"));

  @Test
  void the_whole_country_is_there() {
    var constituencies =
        PLACES.counties().stream().flatMap(county -> county.constituencies().stream()).toList();

    assertThat(PLACES.counties()).hasSize(47);
    assertThat(constituencies).hasSize(290);
    assertThat(constituencies.stream().flatMap(constituency -> constituency.wards().stream()))
        .hasSize(1450)
        .doesNotHaveDuplicates();
  }

  @Test
  void the_coast_comes_first() {
    assertThat(PLACES.counties().stream().filter(County::coastal).map(County::name))
        .containsExactly("Mombasa", "Kwale", "Kilifi", "Tana River", "Lamu", "Taita Taveta");
    assertThat(PLACES.counties().subList(0, 6)).allMatch(County::coastal);
  }

  @Test
  void every_place_is_found_by_its_code() {
    assertThat(PLACES.county("003")).map(County::name).contains("Kilifi");
    assertThat(PLACES.constituency("016")).map(Constituency::name).contains("Malindi");
    assertThat(PLACES.ward("0079")).contains(new Ward("0079", "Shella", "016", "003"));
  }

  @Test
  void a_code_that_nobody_has_finds_nothing() {
    assertThat(PLACES.county("048")).isEmpty();
    assertThat(PLACES.constituency("291")).isEmpty();
    assertThat(PLACES.ward("1451")).isEmpty();
  }

  @Test
  void namesakes_are_told_apart_by_their_constituency() {
    assertThat(PLACES.search("Shella").stream().map(PLACES::inFull))
        .containsExactly("Shella, Malindi", "Shella, Lamu West");
  }

  @Test
  void a_ward_that_is_named_is_one_of_the_coast_before_one_of_the_rest() {
    assertThat(PLACES.named("kaloleni").stream().map(PLACES::inFull))
        .containsExactly("Kaloleni", "Kaloleni, Voi");
    assertThat(PLACES.named("Shela")).hasSize(2);
    assertThat(PLACES.named("Nowhere")).isEmpty();
  }

  @Test
  void a_ward_named_like_its_constituency_is_named_once() {
    assertThat(PLACES.search("Changamwe").stream().map(PLACES::inFull)).contains("Changamwe");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          shella, 0079
          ' SHELLA ', 0079
          Port-Reitz, 0001
          portreitz, 0001
          mji wa kale, 0026
          makadara, 0026
          Old Town, 0026
          ganjoni, 0029
          Nadavaya, 0044
          sagala, 0126
          Bomeni, 0113
          Šhéllâ, 0079
          SHELA, 0104
          Sagaala, 0126
          """)
  void a_ward_is_found_however_it_is_spelt(String typed, String code) {
    assertThat(PLACES.search(typed)).extracting(Ward::code).contains(code);
  }

  @Test
  void a_variant_spelling_does_not_hide_the_wards_that_bear_the_name() {
    assertThat(PLACES.search("bura")).extracting(Ward::code).contains("0097", "0122", "0152");
  }

  @Test
  void a_constituencys_name_finds_its_wards_where_no_ward_bears_it() {
    assertThat(PLACES.search("Kisauni").stream().map(PLACES::inFull))
        .hasSize(7)
        .allMatch(name -> name.endsWith(", Kisauni"));
  }

  @Test
  void names_that_begin_so_come_before_names_that_hold_it() {
    var names = PLACES.search("kis").stream().map(Ward::name).map(String::toLowerCase).toList();

    assertThat(names).hasSizeGreaterThan(3);
    assertThat(lastBeginning(names)).isLessThan(firstHolding(names));
  }

  private static int lastBeginning(List<String> names) {
    return names.lastIndexOf(
        names.stream()
            .filter(name -> name.startsWith("kis"))
            .reduce((_, last) -> last)
            .orElseThrow());
  }

  private static int firstHolding(List<String> names) {
    return names.stream()
        .filter(name -> !name.startsWith("kis"))
        .findFirst()
        .map(names::indexOf)
        .orElse(names.size());
  }

  @Test
  void among_names_that_begin_so_the_coast_comes_first() {
    var counties = PLACES.search("bura").stream().map(ward -> coastal(ward)).toList();

    assertThat(counties.lastIndexOf(true)).isLessThan(counties.indexOf(false));
  }

  private static boolean coastal(Ward ward) {
    return PLACES.county(ward.county()).orElseThrow().coastal();
  }

  @Test
  void every_ward_is_found_by_its_own_name() {
    var wards =
        PLACES.counties().stream()
            .flatMap(county -> county.constituencies().stream())
            .flatMap(constituency -> constituency.wards().stream());

    assertThat(wards).allMatch(ward -> PLACES.search(ward.name()).contains(ward));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a", "*", "شيلا", "😀", "zzzz"})
  void what_is_no_name_finds_nothing(String typed) {
    assertThat(PLACES.search(typed)).isEmpty();
  }

  @Test
  void a_missing_file_is_named() {
    assertThatThrownBy(() -> Places.load(Path.of("nowhere")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("places.csv");
  }
}
