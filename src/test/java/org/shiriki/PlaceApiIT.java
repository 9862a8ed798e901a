package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;

/// Places by the API, as the phones know them.
class PlaceApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static TestGateway gateway;
  private static Desk director;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url());
    director = Desk.director(gateway);
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private static List<String> names(String path) {
    return director.get(path).json().at("/items").findValuesAsText("inFull");
  }

  @Test
  void the_country_is_whole() {
    var counties = director.get("/counties").json().at("/items");

    assertThat(counties).hasSize(47);
    assertThat(counties.findValues("wards").stream().mapToInt(count -> count.asInt()).sum())
        .isEqualTo(1450);
    assertThat(director.get("/constituencies").json().at("/items")).hasSize(290);
    assertThat(director.get("/constituencies?county=003").json().at("/items")).hasSize(7);
  }

  @Test
  void a_ward_is_found_as_people_spell_it() {
    assertThat(names("/wards?search=shela")).contains("Shella, Malindi", "Shella, Lamu West");
    assertThat(names("/wards?search=shela&county=005")).containsExactly("Shella, Lamu West");
    assertThat(names("/wards?search=xyzzy")).isEmpty();
    assertThat(director.get("/wards/0079").at("/inFull")).isEqualTo("Shella, Malindi");
    assertThat(director.get("/wards/9999").status()).isEqualTo(404);
  }

  @Test
  void all_wards_come_page_by_page_each_once() {
    var seen = new ArrayList<String>();
    var next = "";
    do {
      var page = director.get("/wards?limit=500" + (next.isEmpty() ? "" : "&cursor=" + next));
      seen.addAll(page.json().at("/items").findValuesAsText("code"));
      next = page.at("/next");
    } while (!next.isEmpty());

    assertThat(seen).hasSize(1450).doesNotHaveDuplicates().isSorted();
  }
}
