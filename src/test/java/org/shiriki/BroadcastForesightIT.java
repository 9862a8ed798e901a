package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// What a program learns of a broadcast before anything leaves.
class BroadcastForesightIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final String FLOOD =
      """
      {'purpose':'EMERGENCY','reason':'the river rises',
       'text':{'sw':'Mafuriko: panda juu sasa.','en':'Flood: go to high ground now.'},
       'audience':{'kind':'consented','places':[],'languages':['sw','en']}}
      """;

  private static TestGateway gateway;
  private static Desk director;
  private static Desk editor;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url());
    director = Desk.director(gateway);
    editor = director.colleague(TOWN.database(), "eddy", Grant.everywhere(Role.EDITOR));
    for (var number = 1; number <= 2; number++) {
      var phone = gateway.phone("+25471177000" + number);
      phone.dial();
      phone.say("2", "1", "3", "1", "1", "1");
    }
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  @Test
  void what_is_being_written_is_weighed_and_not_kept() {
    var faulty = FLOOD.replace("go to high ground", "go \u2019");

    var said = editor.post("/broadcasts/weighing", faulty);

    assertThat(said.status()).as(said.text()).isEqualTo(200);
    assertThat(said.json().at("/estimate/recipients").asInt()).isEqualTo(2);
    assertThat(said.at("/said/1/alphabet")).isEqualTo("UCS2");
    assertThat(said.json().at("/faults")).hasSize(1);
    assertThat(editor.get("/broadcasts").json().at("/items")).isEmpty();
  }

  @Test
  void the_cost_of_each_network_adds_up_to_the_whole() {
    var estimate = editor.post("/broadcasts/weighing", FLOOD).json().at("/estimate");

    var parts =
        estimate.at("/groups").valueStream().mapToDouble(group -> group.at("/cost").asDouble());

    assertThat(estimate.at("/cost").asDouble()).isPositive().isEqualTo(parts.sum());
  }

  @Test
  void nobody_weighs_words_for_another_county() {
    var lamus =
        director.colleague(
            TOWN.database(), "lali", new Grant(Role.EDITOR, List.of("005"), List.of()));

    var said = lamus.post("/broadcasts/weighing", FLOOD);

    assertThat(said.status()).isEqualTo(422);
    assertThat(said.at("/errors/0/field")).isEqualTo("/audience/places");
  }

  @Test
  void everybody_sees_who_holds_all_broadcasts_up() {
    assertThat(editor.get("/broadcast-stop").json().at("/halted").asBoolean()).isFalse();

    director.say("PUT", "/broadcast-stop", Optional.empty());

    assertThat(editor.get("/broadcast-stop").json().at("/halted").asBoolean()).isTrue();
    assertThat(editor.get("/broadcast-stop").at("/by")).isNotEmpty();
    director.delete("/broadcast-stop");
    assertThat(editor.get("/broadcast-stop").json().at("/halted").asBoolean()).isFalse();
  }
}
