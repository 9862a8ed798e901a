package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// Words that are ready, over HTTP.
class PhraseApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static TestGateway gateway;
  private static Desk zuhura;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url());
    zuhura =
        Desk.stranger(gateway)
            .colleague(
                TOWN.database(), "zuhura", new Grant(Role.CASE_OFFICER, List.of(), List.of()));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static String words(String title) {
    return "{'title':'%s','text':{'sw':'Fundi atakuja.','en':'A technician comes.'}}"
        .formatted(title);
  }

  @Test
  void they_are_kept_once_for_one_key_and_found_by_their_title() {
    var keyed = zuhura.with("Idempotency-Key", "one");
    var first = keyed.post("/phrases", words("Fundi"));
    var again = keyed.post("/phrases", words("Fundi"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.at("/id")).isEqualTo(first.at("/id"));
    assertThat(zuhura.get("/phrases").json().findValuesAsText("title")).contains("Fundi");
  }

  @Test
  void no_two_have_the_same_title() {
    zuhura.post("/phrases", words("Maji"));

    var second = zuhura.post("/phrases", words("Maji"));

    assertThat(second.status()).isEqualTo(422);
    assertThat(second.at("/errors/0/field")).isEqualTo("/title");
  }

  @Test
  void nobodys_change_is_lost() {
    var made = zuhura.post("/phrases", words("Barabara"));
    var path = "/phrases/" + made.at("/id");
    assertThat(zuhura.match("\"1\"").put(path, words("Barabara mpya")).status()).isEqualTo(200);

    assertThat(zuhura.match("\"1\"").put(path, words("Barabara kuu")).status()).isEqualTo(412);
    assertThat(zuhura.match("\"1\"").delete(path).status()).isEqualTo(412);
    assertThat(zuhura.match("\"2\"").delete(path).status()).isEqualTo(204);
    assertThat(zuhura.match("\"2\"").delete(path).status()).isEqualTo(404);
  }
}
