package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiriki.Errand;
import org.shiriki.api.Contract;
import org.shiriki.api.Reply;
import org.shiriki.dialogue.Language;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Right;

/// Every operation on one concern: out of scope it is not there, and nobody's change is lost.
class ConcernApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  /// Those that are not about one concern; their scope is tried with the docket.
  private static final List<String> ABOUT_MANY =
      List.of("listConcerns", "countQueues", "checkReply", "listOfficeAnswers", "listUnanswered");

  /// The others, each with a body that it takes.
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("showConcern", "null"),
          Map.entry("sortConcern", "{'title': 'Bomba la Shella'}"),
          Map.entry("assignConcern", "{'assignee': 'zainab'}"),
          Map.entry("referConcern", "{'office': 'kilifi-desk'}"),
          Map.entry("mergeConcern", "{'into': 'R5F-F83Y'}"),
          Map.entry("addConcernNote", "{'text': 'Ordered.'}"),
          Map.entry("replyToConcern", "{'text': 'Fundi atakuja Ijumaa.'}"),
          Map.entry(
              "recordOfficeAnswer",
              "{'office': 'kilifi-desk', 'answeredOn': '2026-11-20', 'text': 'Wiki hii.'}"),
          Map.entry("setConcernStatus", "{'status': 'FIXED', 'text': 'Bomba jipya.'}"),
          Map.entry("reopenConcern", "{}"),
          Map.entry("revealReporterNumber", "{'reason': 'To agree on a time.'}"));

  private static DeskTown town;
  private static Map<String, Contract.Entry> contract;

  @BeforeAll
  static void opens() {
    town = new DeskTown(TOWN);
    contract =
        Contract.of(List.of(town.api)).entries().stream()
            .collect(Collectors.toMap(Contract.Entry::id, entry -> entry));
  }

  @Test
  void every_operation_of_the_contract_is_answered_and_tried_here() {
    assertThat(town.api.operations().keySet())
        .containsExactlyInAnyOrderElementsOf(contract.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(ABOUT_MANY.stream(), BODIES.keySet().stream()).toList());
  }

  static Stream<String> onOne() {
    return BODIES.keySet().stream().sorted();
  }

  static Stream<String> thatMatch() {
    return onOne().filter(id -> entry(id).matches());
  }

  private static Contract.Entry entry(String operation) {
    return Objects.requireNonNull(contract.get(operation));
  }

  private static String body(String operation) {
    return Objects.requireNonNull(BODIES.get(operation));
  }

  private static Right right(String operation) {
    return ((Contract.Needs.To) entry(operation).needs()).right();
  }

  @ParameterizedTest
  @MethodSource("onOne")
  void outside_of_the_scope_it_is_answered_as_if_it_were_not_there(String operation) {
    var reference = town.files(town.citizen(Language.ENGLISH));
    var unknown = new Reference("2222222");

    var answers =
        Stream.of(reference, unknown)
            .map(one ->
                Errand.of(DeskTown.OF_KWALE, right(operation))
                    .path("reference", one.written())
                    .body(body(operation))
                    .version(1)
                    .ask(town.api, operation))
            .toList();

    assertThat(answers).containsExactly(Reply.missing(), Reply.missing());
    assertThat(town.audit(reference)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("thatMatch")
  void an_old_version_changes_nothing(String operation) {
    var reference = town.files(town.citizen(Language.ENGLISH));
    town.zainab(Right.CONCERN_TRIAGE, reference)
        .body("{'assignee': 'zainab'}")
        .ask(town.api, "assignConcern");
    var before = town.sheet(reference);

    var answer =
        town.zainab(right(operation), reference)
            .version(1)
            .body(body(operation))
            .ask(town.api, operation);

    assertThat(answer).isEqualTo(Reply.stale());
    assertThat(town.sheet(reference)).isEqualTo(before);
    assertThat(town.audit(reference)).hasSize(1);
  }

  @Test
  void whatever_changes_what_was_read_asks_for_its_version() {
    assertThat(thatMatch())
        .containsExactlyInAnyOrder(
            "sortConcern",
            "assignConcern",
            "referConcern",
            "mergeConcern",
            "replyToConcern",
            "recordOfficeAnswer",
            "setConcernStatus",
            "reopenConcern");
  }
}
