package org.shiriki.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.DeskCall.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shiriki.DeskCall;
import org.shiriki.Town;
import org.shiriki.api.Contract;
import org.shiriki.api.Problem;
import org.shiriki.api.Reply;
import org.shiriki.dialogue.Preview;
import org.shiriki.staff.AuditEntry;

class AlertTopicApiTest {
  private static final String WORDS =
      """
      {'position': 6, 'title': {'sw': 'Uvuvi', 'en': 'Fishing'},
       'about': {'sw': 'Misimu ya uvuvi.', 'en': 'Fishing seasons.'}}
      """;

  private final InMemoryOffers offers = new InMemoryOffers();
  private final AlertTopicApi api = new AlertTopicApi(offers, Town.PLACES);

  @BeforeEach
  void hold() {
    var offer = new Offer(AlertsContract.WATER, 3, true, 1);
    offers.add(
        offer,
        new UUID(1, 1),
        new AuditEntry(Town.MORNING, "house", "alerttopic.tried", "alert-topic/water", ""));
  }

  private static DeskCall mwanaidi() {
    return DeskCall.director("mwanaidi");
  }

  private static DeskCall on(String id, long seen) {
    return mwanaidi().path("id", id).seen(seen);
  }

  /// Every operation.
  private static Map<String, DeskCall> all() {
    var all = new LinkedHashMap<String, DeskCall>();
    all.put("listAlertTopics", mwanaidi());
    all.put("createAlertTopic", mwanaidi().body("{'id': 'fishing', 'words': " + WORDS + "}"));
    all.put("lintAlertTopic", mwanaidi().body(WORDS));
    all.put("getAlertTopic", on("water", 1));
    all.put("reviseAlertTopic", on("water", 1).body(WORDS));
    all.put("offerAlertTopic", on("water", 1));
    all.put("withdrawAlertTopic", on("water", 1));
    return all;
  }

  @Test
  void every_operation_of_the_contract_is_answered_and_named_here() {
    var named = Contract.of(List.of(api)).entries().stream().map(Contract.Entry::id).toList();

    assertThat(api.operations().keySet()).containsExactlyInAnyOrderElementsOf(named);
    assertThat(all().keySet()).containsExactlyInAnyOrderElementsOf(named);
  }

  /// What people of every place choose from is changed by who is kept to none.
  @Test
  void outside_of_ones_scope_nothing_exists() {
    all()
        .forEach((operation, call) -> {
          var nowhere = call.nowhere().to(api, operation);
          var elsewhere = status(call.within("003").to(api, operation));

          switch (operation) {
            case "lintAlertTopic" -> assertThat(status(nowhere)).isZero();
            case "listAlertTopics" -> assertThat(((Reply.Rows) nowhere).rows()).isEmpty();
            case "getAlertTopic" -> {
              assertThat(status(nowhere)).isEqualTo(404);
              assertThat(elsewhere).isZero();
            }
            default -> {
              assertThat(status(nowhere)).as(operation).isEqualTo(404);
              assertThat(elsewhere).as(operation).isEqualTo(404);
            }
          }
        });
  }

  @Test
  void a_change_of_what_somebody_else_changed_is_refused() {
    var entries = Contract.of(List.of(api)).entries();
    var edits = entries.stream().filter(Contract.Entry::matches).map(Contract.Entry::id).toList();

    assertThat(edits).hasSize(3);
    for (var edit : edits) {
      var reply = Objects.requireNonNull(all().get(edit)).seen(0L).to(api, edit);
      assertThat(status(reply)).as(edit).isEqualTo(412);
    }
  }

  @Test
  void a_topic_is_written_offered_moved_and_withdrawn() {
    mwanaidi().body("{'id': 'fishing', 'words': " + WORDS + "}").to(api, "createAlertTopic");

    assertThat(sheet(on("fishing", 1).to(api, "getAlertTopic")).offered()).isFalse();
    assertThat(sheet(on("fishing", 1).to(api, "offerAlertTopic")).offered()).isTrue();
    assertThat(status(on("fishing", 2).to(api, "offerAlertTopic"))).isEqualTo(409);
    var moved = on("fishing", 2).body(WORDS.replace("6", "1")).to(api, "reviseAlertTopic");
    assertThat(sheet(moved).words().position()).isOne();
    assertThat(sheet(on("fishing", 3).to(api, "withdrawAlertTopic")).offered()).isFalse();
    assertThat(status(on("fishing", 4).to(api, "withdrawAlertTopic"))).isEqualTo(409);

    assertThat(offers.audit())
        .extracting(AuditEntry::action)
        .endsWith(
            "alerttopic.created",
            "alerttopic.offered",
            "alerttopic.revised",
            "alerttopic.withdrawn");
  }

  private static AlertTopicApi.Sheet sheet(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Item.class);
    return (AlertTopicApi.Sheet) ((Reply.Item) reply).body();
  }

  @Test
  void what_phones_cannot_show_is_kept_and_not_offered() {
    var faulty = WORDS.replace("Fishing seasons.", "").replace("Uvuvi", "Uvuvi…");
    mwanaidi().body("{'id': 'fishing', 'words': " + faulty + "}").to(api, "createAlertTopic");

    var reply = on("fishing", 1).to(api, "offerAlertTopic");

    assertThat(status(reply)).isEqualTo(422);
    assertThat(((Reply.Refused) reply).problem().errors())
        .extracting(Problem.Fault::field)
        .containsExactly("/title/sw", "/about/en");
    assertThat(status(on("water", 1).body(faulty).to(api, "reviseAlertTopic"))).isEqualTo(422);
  }

  @Test
  void the_same_call_makes_a_topic_once() {
    var call = mwanaidi().body("{'id': 'fishing', 'words': " + WORDS + "}").once(new UUID(3, 4));

    assertThat(call.to(api, "createAlertTopic")).isInstanceOf(Reply.Created.class);
    assertThat(call.to(api, "createAlertTopic")).isInstanceOf(Reply.Created.class);
    assertThat(status(call.once(new UUID(5, 6)).to(api, "createAlertTopic"))).isEqualTo(409);
  }

  @Test
  void what_phones_will_show_is_told_screen_by_screen() {
    var read =
        (AlertTopicApi.Read) ((Reply.Item) mwanaidi().body(WORDS).to(api, "lintAlertTopic")).body();

    assertThat(read.faults()).isEmpty();
    assertThat(read.screens())
        .extracting(Preview::text)
        .contains("Alerts: choose a topic.\n1. Fishing\n0 Back 00 Home")
        .anyMatch(text -> text.startsWith("Misimu ya uvuvi. Unataka za wapi?"));
  }

  @Test
  void a_list_goes_on_where_it_ended() {
    mwanaidi().body("{'id': 'fishing', 'words': " + WORDS + "}").to(api, "createAlertTopic");

    var first = (Reply.Rows) mwanaidi().query("limit", "1").to(api, "listAlertTopics");
    var rest =
        (Reply.Rows)
            mwanaidi().query("limit", "1").query("cursor", first.next()).to(api, "listAlertTopics");

    assertThat(first.rows()).extracting("id").containsExactly("water");
    assertThat(rest.rows()).extracting("id").containsExactly("fishing");
    assertThat(rest.next()).isEmpty();
  }
}
