package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Errand;
import org.shiriki.api.Cursor;
import org.shiriki.api.Reply;
import org.shiriki.dialogue.Language;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Residence;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.staff.Right;

class PgDeskIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql EMPTY = new Sql("test.empty", "truncate concern cascade");
  private static final Sql NO_MESSAGES = new Sql("test.empty", "truncate outbox");
  private static final Sql MESSAGES =
      new Sql(
          "test.messages",
          "select text from outbox where citizen_key = $1 order by queued_at, once");
  private static final Sql ARRIVED =
      new Sql("test.arrived", "update outbox set state = 'DELIVERED' where citizen_key = $1");
  private static final Sql PIN =
      new Sql("test.pin", "insert into report_pin (citizen_key, hash) values ($1, '')");
  private static final Sql WORDS =
      new Sql("test.words", "select detail || subject as line from audit");
  private static final Duration DAY = Duration.ofDays(1);

  private static DeskTown town;

  @BeforeAll
  static void opens() {
    town = new DeskTown(TOWN);
  }

  @AfterEach
  void empties() {
    TOWN.database().run(EMPTY);
    TOWN.database().run(NO_MESSAGES);
  }

  private static Reply does(Right right, Reference reference, String operation, String body) {
    return town.zainab(right, reference).body(body).ask(town.api, operation);
  }

  private static Reply replies(Reference reference, String words) {
    return does(
        Right.CONCERN_ANSWER, reference, "replyToConcern", "{'text': '%s'}".formatted(words));
  }

  private static Reply ends(Reference reference) {
    return does(
        Right.CONCERN_ANSWER,
        reference,
        "setConcernStatus",
        "{'status': 'FIXED', 'text': 'Bomba jipya.'}");
  }

  private static Reply merges(Reference reference, Reference into) {
    return does(
        Right.CONCERN_TRIAGE,
        reference,
        "mergeConcern",
        "{'into': '%s'}".formatted(into.written()));
  }

  private static List<String> messages(PhoneKey person) {
    return TOWN.database().list(MESSAGES, row -> row.getString("text"), person.text());
  }

  private static List<String> listed(Errand errand) {
    var rows = (Reply.Rows) errand.ask(town.api, "listConcerns");
    return rows.rows().stream().map(row -> ((Line) row).reference()).toList();
  }

  private static Errand lists() {
    return Errand.of(DeskTown.ZAINAB, Right.CONCERN_SEE);
  }

  @Test
  void a_concern_is_sorted_assigned_and_referred_and_the_audit_says_what_became_of_it() {
    var reference = town.files(town.citizen(Language.ENGLISH));
    does(
        Right.CONCERN_TRIAGE,
        reference,
        "sortConcern",
        "{'category': 'roads', 'rootCause': 'NEGLECT', 'title': 'Shimo kubwa'}");
    does(Right.CONCERN_TRIAGE, reference, "assignConcern", "{'assignee': 'zainab'}");

    var referred =
        does(Right.CONCERN_TRIAGE, reference, "referConcern", "{'office': 'kilifi-desk'}");

    var line = Errand.item(referred, Sheet.class).concern();
    assertThat(line.version()).isEqualTo(4);
    assertThat(line.category()).isEqualTo("roads");
    assertThat(line.county()).isEqualTo("003");
    assertThat(line.rootCause()).isEqualTo(RootCause.NEGLECT);
    assertThat(line.assignee()).isEqualTo("zainab");
    assertThat(line.office()).isEqualTo("kilifi-desk");
    assertThat(line.status()).isEqualTo(Status.REFERRED);
    var code = reference.code();
    assertThat(town.audit(reference))
        .containsExactly(
            "zainab concern.sorted concern/%s category water to roads, ward 0079 to 0079, title changed, root cause none to NEGLECT"
                .formatted(code),
            "zainab concern.assigned concern/%s assignee none to zainab".formatted(code),
            "zainab concern.referred concern/%s office malindi-water to kilifi-desk"
                .formatted(code));
  }

  @Test
  void it_is_assigned_only_to_who_works_here_and_may_see_it() {
    var reference = town.files(town.citizen(Language.ENGLISH));

    var answers =
        List.of(
            does(Right.CONCERN_TRIAGE, reference, "assignConcern", "{'assignee': 'nobody'}"),
            does(Right.CONCERN_TRIAGE, reference, "assignConcern", "{'assignee': 'juma'}"));

    assertThat(answers).extracting(Errand::status).containsExactly(422, 422);
    assertThat(town.audit(reference)).isEmpty();
  }

  @Test
  void a_reply_reaches_each_whom_it_concerns_in_their_language() {
    var amina = town.citizen(Language.KISWAHILI);
    var baraka = town.citizen(Language.ENGLISH);
    var reference = town.files(amina);
    town.voices().add(reference, baraka, true);

    replies(reference, "Fundi atakuja Ijumaa.");

    var known = reference.written();
    assertThat(messages(amina)).containsExactly("Jibu, hoja " + known + ": Fundi atakuja Ijumaa.");
    assertThat(messages(baraka))
        .containsExactly("Reply, concern " + known + ": Fundi atakuja Ijumaa.");
    assertThat(town.concerns.find(reference).orElseThrow().history().getLast().note())
        .isEqualTo("Fundi atakuja Ijumaa.");
  }

  @Test
  void who_guards_their_reports_with_a_pin_hears_only_that_there_is_something() {
    var amina = town.citizen(Language.ENGLISH);
    TOWN.database().run(PIN, amina.text());
    var reference = town.files(amina);

    replies(reference, "Fundi atakuja Ijumaa.");

    assertThat(messages(amina))
        .containsExactly(
            "Concern %1$s: Answered. To see more send STATUS %1$s.".formatted(reference.written()));
    assertThat(town.replies().next(amina, DeskTown.MORNING)).isEmpty();
  }

  @Test
  void a_reply_waits_for_the_next_dial_until_an_sms_has_brought_it_or_it_was_read() {
    var amina = town.citizen(Language.ENGLISH);
    var reference = town.files(amina);
    replies(reference, "Fundi atakuja Ijumaa.");

    var waiting = town.replies().next(amina, DeskTown.MORNING).orElseThrow();

    assertThat(waiting)
        .isEqualTo(new Replies.Waiting(reference, 2, reference, "Fundi atakuja Ijumaa."));
    TOWN.database().run(ARRIVED, amina.text());
    assertThat(town.replies().next(amina, DeskTown.MORNING)).isEmpty();
    TOWN.database().run(NO_MESSAGES);
    town.replies().seen(waiting, amina);
    assertThat(town.replies().next(amina, DeskTown.MORNING)).isEmpty();
  }

  @Test
  void words_that_a_phone_cannot_show_are_refused_and_nothing_is_sent() {
    var amina = town.citizen(Language.ENGLISH);
    var reference = town.files(amina);

    var answers =
        List.of(
            replies(reference, "Angalia https://example.org sasa"),
            replies(reference, "“Ijumaa”"),
            replies(reference, "Neno ".repeat(60)));

    assertThat(answers).extracting(Errand::status).containsOnly(422);
    assertThat(messages(amina)).isEmpty();
  }

  @Test
  void a_duplicate_shows_where_the_main_one_stands_and_its_people_hear_the_answer() {
    var amina = town.citizen(Language.ENGLISH);
    var baraka = town.citizen(Language.ENGLISH);
    var chiku = town.citizen(Language.ENGLISH);
    var main = town.files(amina);
    var twin = town.files(baraka);
    town.voices().add(twin, chiku, true);

    var merged = merges(twin, main);
    ends(main);

    assertThat(Errand.status(merged)).isEqualTo(200);
    assertThat(messages(amina)).hasSize(1);
    assertThat(messages(baraka))
        .containsExactly("Reply, concern " + twin.written() + ": Bomba jipya.");
    assertThat(messages(chiku)).hasSize(1);
    assertThat(town.concerns.reportedBy(baraka))
        .extracting(Concern::reference, Concern::status)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(twin, Status.FIXED));
    var progress = town.concerns.find(twin).orElseThrow();
    assertThat(progress.concern().status()).isEqualTo(Status.FIXED);
    assertThat(progress.history())
        .extracting(Progress.Event::status)
        .containsExactly(Status.RECEIVED, Status.FIXED);
    assertThat(town.verdicts().next(baraka, true, DeskTown.MORNING)).isPresent();
    assertThat(town.sheet(main).duplicates()).containsExactly(twin.written());
    assertThat(town.sheet(main).concern().voices()).isEqualTo(3);
    assertThat(listed(lists())).containsExactly(main.written());
  }

  @Test
  void duplicates_of_a_duplicate_follow_the_main_one_too() {
    var first = town.files(town.citizen(Language.ENGLISH));
    var second = town.files(town.citizen(Language.ENGLISH));
    var third = town.files(town.citizen(Language.ENGLISH));
    merges(third, second);

    merges(second, first);

    assertThat(town.sheet(first).duplicates())
        .containsExactlyInAnyOrder(second.written(), third.written());
    assertThat(town.sheet(third).concern().mergedInto()).isEqualTo(first.written());
  }

  @Test
  void what_cannot_be_merged_says_why() {
    var main = town.files(town.citizen(Language.ENGLISH));
    var twin = town.files(town.citizen(Language.ENGLISH));
    var other = town.files(town.citizen(Language.ENGLISH));
    var ended = town.files(town.citizen(Language.ENGLISH));
    merges(twin, main);
    ends(ended);

    assertThat(Errand.status(merges(main, main))).isEqualTo(422);
    assertThat(Errand.status(merges(other, twin))).isEqualTo(422);
    assertThat(Errand.status(merges(other, new Reference("2222222")))).isEqualTo(422);
    assertThat(Errand.status(merges(other, ended))).isEqualTo(409);
    assertThat(Errand.status(merges(twin, other))).isEqualTo(409);
    assertThat(Errand.status(replies(twin, "Fundi atakuja Ijumaa."))).isEqualTo(409);
  }

  @Test
  void two_that_are_merged_into_each_other_at_once_make_no_ring() throws Exception {
    var one = town.files(town.citizen(Language.ENGLISH));
    var other = town.files(town.citizen(Language.ENGLISH));
    Callable<Integer> forth = () -> Errand.status(merges(one, other));
    Callable<Integer> back = () -> Errand.status(merges(other, one));

    var answers = new ArrayList<Integer>();
    try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : desks.invokeAll(List.of(forth, back))) {
        answers.add(done.get());
      }
    }

    assertThat(answers).containsOnlyOnce(200);
    assertThat(listed(lists())).hasSize(1);
  }

  @Test
  void a_note_is_for_colleagues_and_the_same_call_notes_it_once() {
    var reference = town.files(town.citizen(Language.ENGLISH));
    var errand =
        town.zainab(Right.CONCERN_TRIAGE, reference)
            .id(UUID.randomUUID())
            .body("{'text': 'The pump is ordered.'}");
    errand.ask(town.api, "addConcernNote");

    var again = errand.ask(town.api, "addConcernNote");

    assertThat(again).isInstanceOf(Reply.Created.class);
    assertThat(town.sheet(reference).notes())
        .extracting(Sheet.Note::author, Sheet.Note::text)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("zainab", "The pump is ordered."));
    assertThat(town.concerns.find(reference).orElseThrow().history()).hasSize(1);
    assertThat(town.audit(reference)).hasSize(1);
  }

  @Test
  void a_number_is_revealed_for_a_reason_that_is_kept() {
    var reference = town.files(town.citizen(Language.ENGLISH));

    var revealed =
        does(
            Right.NUMBER_REVEAL,
            reference,
            "revealReporterNumber",
            "{'reason': 'To agree on a time for the repair.'}");

    assertThat(revealed).isEqualTo(Reply.item(new PgDesk.Revealed(DeskTown.PHONE.e164())));
    assertThat(town.audit(reference))
        .containsExactly(
            "zainab concern.number-revealed concern/%s reason: To agree on a time for the repair."
                .formatted(reference.code()));
    assertThat(
            Errand.status(
                does(Right.NUMBER_REVEAL, reference, "revealReporterNumber", "{'reason': '  '}")))
        .isEqualTo(422);
  }

  @Test
  void of_who_filed_without_a_name_there_is_no_number() {
    var reference = town.files(new PhoneKey("stranger"));

    var answer =
        does(
            Right.NUMBER_REVEAL,
            reference,
            "revealReporterNumber",
            "{'reason': 'To agree on a time.'}");

    assertThat(Errand.status(answer)).isEqualTo(409);
    assertThat(town.audit(reference)).isEmpty();
  }

  @Test
  void where_the_ward_is_not_known_only_those_see_it_who_see_every_county() {
    var known = town.files(town.citizen(Language.ENGLISH));
    var lost = town.files(town.citizen(Language.ENGLISH), "water", new Residence.Unknown());
    var kwale = town.files(town.citizen(Language.ENGLISH), "water", new Residence.In("0031"));

    assertThat(listed(lists()))
        .containsExactlyInAnyOrder(known.written(), lost.written(), kwale.written());
    assertThat(listed(Errand.of(DeskTown.OF_KWALE, Right.CONCERN_SEE)))
        .containsExactly(kwale.written());
  }

  @Test
  void lists_are_filtered() {
    var mine = town.files(town.citizen(Language.ENGLISH));
    var other = town.files(town.citizen(Language.ENGLISH), "roads", new Residence.In("0031"));
    does(Right.CONCERN_TRIAGE, mine, "assignConcern", "{'assignee': 'zainab'}");
    ends(other);
    var late = DeskTown.MORNING.plus(DAY.multipliedBy(15));

    assertThat(listed(lists().query("assignee", "me"))).containsExactly(mine.written());
    assertThat(listed(lists().query("assignee", "none"))).containsExactly(other.written());
    assertThat(listed(lists().query("type", "FIXED"))).containsExactly(other.written());
    assertThat(listed(lists().query("type", "OPEN"))).containsExactly(mine.written());
    assertThat(listed(lists().query("status", "RECEIVED", "REOPENED")))
        .containsExactly(mine.written());
    assertThat(listed(lists().query("category", "roads"))).containsExactly(other.written());
    assertThat(listed(lists().query("county", "002"))).containsExactly(other.written());
    assertThat(listed(lists().query("ward", "0079"))).containsExactly(mine.written());
    assertThat(listed(lists().query("office", "malindi-water"))).containsExactly(mine.written());
    assertThat(listed(lists().query("overdue", "true"))).isEmpty();
    assertThat(listed(lists().query("overdue", "true").at(late))).containsExactly(mine.written());
    assertThat(listed(lists().query("order", "DUE"))).containsExactly(mine.written());
    assertThat(listed(lists().query("escalated", "true"))).isEmpty();
  }

  @Test
  void pages_follow_each_other_in_both_orders_and_none_is_left_out() {
    var all = new ArrayList<String>();
    for (var filed = 0; filed < 7; filed++) {
      all.add(town.files(town.citizen(Language.ENGLISH)).written());
    }

    for (var order : List.of("NEWEST", "DUE")) {
      var seen = new ArrayList<String>();
      var next = Cursor.of("nonsense");
      do {
        var page =
            (Reply.Rows)
                lists()
                    .query("order", order)
                    .query("limit", "3")
                    .query("cursor", next)
                    .ask(town.api, "listConcerns");
        page.rows().forEach(row -> seen.add(((Line) row).reference()));
        next = page.next();
      } while (!next.isEmpty());

      assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }
  }

  @Test
  void what_nobody_answered_goes_one_level_up_once_and_its_people_hear_it() throws Exception {
    var amina = town.citizen(Language.ENGLISH);
    var reference = town.files(amina);
    var due = DeskTown.MORNING.plus(DAY.multipliedBy(21));
    assertThat(town.desk.escalate(due.minusSeconds(1))).isZero();
    var rounds = new ArrayList<Callable<Integer>>();
    for (var node = 0; node < 4; node++) {
      rounds.add(() -> town.desk.escalate(due));
    }

    var escalated = 0;
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var round : nodes.invokeAll(rounds)) {
        escalated += round.get();
      }
    }

    assertThat(escalated).isEqualTo(1);
    var line = town.sheet(reference).concern();
    assertThat(line.office()).isEqualTo("kilifi-desk");
    assertThat(line.level()).isEqualTo(1);
    assertThat(line.status()).isEqualTo(Status.ESCALATED);
    assertThat(line.answerBy()).isEqualTo(due.plus(DAY.multipliedBy(14)));
    assertThat(messages(amina))
        .containsExactly(
            "Concern %1$s: Passed one level up. To see more send STATUS %1$s."
                .formatted(reference.written()));
    assertThat(town.audit(reference))
        .containsExactly(
            "escalation concern.escalated concern/%s level 0 to 1, office malindi-water to kilifi-desk"
                .formatted(reference.code()));
    assertThat(listed(lists().query("escalated", "true"))).containsExactly(reference.written());
  }

  @Test
  void up_it_goes_to_the_widest_desk_and_there_it_stays() {
    var reference = town.files(town.citizen(Language.ENGLISH));
    var now = DeskTown.MORNING;
    for (var level = 1; level <= 3; level++) {
      now = now.plus(DAY.multipliedBy(21));
      assertThat(town.desk.escalate(now)).isEqualTo(1);
    }

    var line = town.sheet(reference).concern();

    assertThat(line.office()).isEqualTo("desk");
    assertThat(line.level()).isEqualTo(3);
    assertThat(line.escalateBy()).isEqualTo(now.plus(DAY.multipliedBy(21)));
    assertThat(town.sheet(reference).history()).hasSize(3);
  }

  @Test
  void what_was_answered_does_not_escalate() {
    var reference = town.files(town.citizen(Language.ENGLISH));
    replies(reference, "Fundi atakuja Ijumaa.");

    assertThat(town.desk.escalate(DeskTown.MORNING.plus(DAY.multipliedBy(90)))).isZero();
  }

  @Test
  void a_no_of_the_citizen_reopens_it_and_its_office_owes_an_answer_anew() {
    var amina = town.citizen(Language.ENGLISH);
    var reference = town.files(amina);
    ends(reference);
    var later = DeskTown.MORNING.plus(DAY.multipliedBy(9));
    var version = town.version(reference);

    var question = town.verdicts().next(amina, true, later).orElseThrow();
    town.verdicts().say(question, amina, Verdict.NO, later);

    var line = town.sheet(reference).concern();
    assertThat(line.status()).isEqualTo(Status.REOPENED);
    assertThat(line.owed()).isTrue();
    assertThat(line.version()).isEqualTo(version + 1);
    assertThat(line.answerBy()).isEqualTo(later.plus(DAY.multipliedBy(14)));
    assertThat(listed(lists().query("order", "DUE"))).containsExactly(reference.written());
  }

  @Test
  void staff_reopen_what_has_ended_and_nothing_else() {
    var reference = town.files(town.citizen(Language.ENGLISH));
    assertThat(Errand.status(does(Right.CONCERN_ANSWER, reference, "reopenConcern", "{}")))
        .isEqualTo(409);
    ends(reference);

    does(Right.CONCERN_ANSWER, reference, "reopenConcern", "{}");

    var line = town.sheet(reference).concern();
    assertThat(line.status()).isEqualTo(Status.REOPENED);
    assertThat(line.answeredAt()).isNull();
  }

  @Test
  void queues_count_what_waits_in_the_scope() {
    town.files(town.citizen(Language.ENGLISH));
    var mine = town.files(town.citizen(Language.ENGLISH));
    does(Right.CONCERN_TRIAGE, mine, "assignConcern", "{'assignee': 'zainab'}");
    var late = DeskTown.MORNING.plus(DAY.multipliedBy(15));

    assertThat(Errand.item(lists().ask(town.api, "countQueues"), Docket.Queues.class))
        .isEqualTo(new Docket.Queues(1, 1, 1, 0, 0, 0));
    assertThat(Errand.item(lists().at(late).ask(town.api, "countQueues"), Docket.Queues.class))
        .isEqualTo(new Docket.Queues(1, 1, 1, 2, 0, 0));
    var kwale = Errand.of(DeskTown.OF_KWALE, Right.CONCERN_SEE);
    assertThat(Errand.item(kwale.ask(town.api, "countQueues"), Docket.Queues.class))
        .isEqualTo(new Docket.Queues(0, 0, 0, 0, 0, 0));
  }

  @Test
  void offices_are_counted_by_what_they_answered_in_time() {
    var inTime = town.files(town.citizen(Language.ENGLISH));
    town.files(town.citizen(Language.ENGLISH));
    replies(inTime, "Fundi atakuja Ijumaa.");
    var late = town.files(town.citizen(Language.ENGLISH));
    town.zainab(Right.CONCERN_ANSWER, late)
        .at(DeskTown.MORNING.plus(DAY.multipliedBy(20)))
        .body("{'office': 'malindi-water', 'answeredOn': '2026-12-11', 'text': 'Wiki hii.'}")
        .ask(town.api, "recordOfficeAnswer");
    town.desk.escalate(DeskTown.MORNING.plus(DAY.multipliedBy(21)));

    var rows =
        (Reply.Rows)
            Errand.of(DeskTown.ZAINAB, Right.STATISTICS_SEE)
                .at(DeskTown.MORNING.plus(DAY.multipliedBy(40)))
                .ask(town.api, "listOfficeAnswers");

    assertThat(rows.rows().stream().map(row -> (Docket.Answering) row).toList())
        .containsExactly(
            new Docket.Answering("kilifi-desk", 1, 0, 0, 1, 0, null),
            new Docket.Answering("malindi-water", 3, 2, 1, 0, 1, 10.0));
  }

  @Test
  void the_audit_holds_no_words_and_no_number() {
    var reference = town.files(town.citizen(Language.ENGLISH));
    replies(reference, "Fundi Mwanakombo atakuja.");
    does(Right.CONCERN_TRIAGE, reference, "addConcernNote", "{'text': 'Mwanakombo called.'}");
    does(Right.CONCERN_TRIAGE, reference, "sortConcern", "{'title': 'Mwanakombo'}");
    ends(reference);

    var lines = TOWN.database().list(WORDS, row -> row.getString("line"));

    assertThat(lines).isNotEmpty();
    assertThat(String.join("\n", lines)).doesNotContain("Mwanakombo", "254700");
  }

  @Test
  void a_round_of_the_clock_does_the_same() {
    town.files(town.citizen(Language.ENGLISH));
    var clock = InstantSource.fixed(DeskTown.MORNING.plus(DAY.multipliedBy(30)));

    new Escalation(town.desk, clock).round();

    assertThat(listed(lists().query("escalated", "true"))).hasSize(1);
  }
}
