package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiriki.DeskCall.status;

import java.time.LocalDate;
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
import org.shiriki.staff.AuditEntry;

class InformationApiTest {
  private static final String WORDS =
      """
      {'keyword': {'sw': 'MAJI', 'en': 'WATER'}, 'title': {'sw': 'Maji safi', 'en': 'Clean water'},
       'confidence': 'HIGH', 'sensitive': false, 'neverSms': false, 'reviewBy': '2026-12-31',
       'verify': '', 'sources': ['Water Act 2016'],
       'pages': {'sw': ['Chemsha maji ya kunywa.', 'Maji yakikatika, toa hoja hapa.'],
                 'en': ['Boil your drinking water.', 'If the taps run dry, report it here.']}}
      """;
  private static final String LINE =
      """
      {'position': 4, 'name': {'sw': 'Msalaba Mwekundu', 'en': 'Red Cross'},
       'what': {'sw': 'mafuriko', 'en': 'floods'}, 'numbers': ['1199'],
       'hours': {'sw': 'saa 24', 'en': '24 hours'}, 'free': true, 'confidence': 'MEDIUM'}
      """;

  private final InMemoryFolders folders = new InMemoryFolders();
  private final InMemoryPostings postings = new InMemoryPostings();
  private final InformationApi api =
      new InformationApi(folders, new InMemoryTopics(List.of(Library.ROADS)), postings);

  @BeforeEach
  void hold() {
    var entry = new AuditEntry(Town.MORNING, "house", "topic.tried", "topic/water", "");
    folders.add(new Edition(1, Library.WATER, "mwanaidi", Town.MORNING), 5, new UUID(1, 1), entry);
    postings.add(new Posting(Library.POLICE, 0, 1), new UUID(1, 1), entry);
  }

  private static DeskCall mwanaidi() {
    return DeskCall.director("mwanaidi");
  }

  private static DeskCall water(long seen) {
    return mwanaidi().path("id", "water").seen(seen);
  }

  private static DeskCall police(long seen) {
    return mwanaidi().path("id", "police").seen(seen);
  }

  /// Every operation.
  private static Map<String, DeskCall> all() {
    var all = new LinkedHashMap<String, DeskCall>();
    all.put("listTopics", mwanaidi());
    all.put(
        "createTopic", mwanaidi().body("{'id': 'taps', 'position': 1, 'words': " + WORDS + "}"));
    all.put("lintTopic", mwanaidi().body(WORDS));
    all.put("getTopic", water(1));
    all.put("reviseTopic", water(1).body(WORDS));
    all.put("moveTopic", water(1).body("{'position': 2}"));
    all.put("publishTopic", water(1).body("{'number': 1}"));
    all.put("withdrawTopic", water(1));
    all.put("listTopicVersions", water(1));
    all.put("getTopicVersion", water(1).path("number", "1"));
    all.put("listHelpLines", mwanaidi());
    all.put("createHelpLine", mwanaidi().body("{'id': 'red_cross', 'words': " + LINE + "}"));
    all.put("lintHelpLine", mwanaidi().body(LINE));
    all.put("getHelpLine", police(1));
    all.put("reviseHelpLine", police(1).body(LINE));
    all.put("removeHelpLine", police(1));
    all.put("testHelpLine", police(1).body("{'day': '2026-11-20'}"));
    return all;
  }

  @Test
  void every_operation_of_the_contract_is_answered_and_named_here() {
    var named = Contract.of(List.of(api)).entries().stream().map(Contract.Entry::id).toList();

    assertThat(api.operations().keySet()).containsExactlyInAnyOrderElementsOf(named);
    assertThat(all().keySet()).containsExactlyInAnyOrderElementsOf(named);
  }

  /// What all of Kenya reads is changed by who is kept to no county; a text that is only read over
  /// is nobody's yet.
  @Test
  void outside_of_ones_scope_nothing_exists() {
    var reading =
        List.of(
            "getTopic",
            "listTopicVersions",
            "getTopicVersion",
            "getHelpLine",
            "listTopics",
            "listHelpLines");
    all()
        .forEach((operation, call) -> {
          var nowhere = call.nowhere().to(api, operation);
          var elsewhere = status(call.within("003").to(api, operation));

          if (operation.startsWith("lint")) {
            assertThat(status(nowhere)).isZero();
          } else if (operation.startsWith("list") && nowhere instanceof Reply.Rows(var rows, _)) {
            assertThat(rows).as(operation).isEmpty();
          } else {
            assertThat(status(nowhere)).as(operation).isEqualTo(404);
            assertThat(elsewhere).as(operation).isEqualTo(reading.contains(operation) ? 0 : 404);
          }
        });
  }

  @Test
  void a_change_of_what_somebody_else_changed_is_refused() {
    var entries = Contract.of(List.of(api)).entries();
    var edits = entries.stream().filter(Contract.Entry::matches).map(Contract.Entry::id).toList();

    assertThat(edits).hasSize(7);
    for (var edit : edits) {
      var reply = Objects.requireNonNull(all().get(edit)).seen(0L).to(api, edit);
      assertThat(status(reply)).as(edit).isEqualTo(412);
    }
  }

  @Test
  void a_topic_is_revised_published_returned_to_an_older_version_and_withdrawn() {
    var revised = water(1).body(WORDS.replace("Boil", "Always boil")).to(api, "reviseTopic");
    assertThat(sheet(revised).number()).isEqualTo(2);
    assertThat(sheet(revised).shown()).isNull();

    assertThat(sheet(publish(2, 2)).shown()).isEqualTo(2);
    assertThat(sheet(publish(1, 3)).shown()).isOne();
    assertThat(sheet(water(4).to(api, "withdrawTopic")).shown()).isNull();
    assertThat(status(water(5).to(api, "withdrawTopic"))).isEqualTo(409);
    assertThat(status(publish(9, 5))).isEqualTo(422);

    assertThat(folders.audit())
        .extracting(AuditEntry::action)
        .endsWith("topic.revised", "topic.published", "topic.published", "topic.withdrawn");
    assertThat(((Reply.Rows) water(1).to(api, "listTopicVersions")).rows()).hasSize(2);
  }

  private Reply publish(long number, long seen) {
    return water(seen).body("{'number': " + number + "}").to(api, "publishTopic");
  }

  private static TopicSheet sheet(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Item.class);
    return (TopicSheet) ((Reply.Item) reply).body();
  }

  @Test
  void what_phones_cannot_show_is_kept_and_not_published() {
    var faulty = WORDS.replace("Clean water", "").replace("'Boil your drinking water.', ", "");
    water(1).body(faulty).to(api, "reviseTopic");

    var reply = publish(2, 2);

    assertThat(status(reply)).isEqualTo(422);
    assertThat(((Reply.Refused) reply).problem().errors())
        .extracting(Problem.Fault::field)
        .containsExactly("/title/en", "");
  }

  @Test
  void a_topic_past_its_review_or_with_the_keyword_of_another_is_not_published() {
    var old = WORDS.replace("2026-12-31", "2026-11-20").replace("MAJI", "BARABARA");
    water(1).body(old).to(api, "reviseTopic");

    assertThat(((Reply.Refused) publish(2, 2)).problem().errors())
        .extracting(Problem.Fault::detail)
        .containsExactly(
            "its review was due on 2026-11-20", "its keyword is that of the topic roads");
  }

  @Test
  void the_lint_shows_what_a_phone_shows_page_by_page() {
    var read = (TopicProof.Read) ((Reply.Item) mwanaidi().body(WORDS).to(api, "lintTopic")).body();
    var library = new Library();
    library.holds(Library.WATER);

    var phone = library.phone().opens("1");

    var english =
        read.screens().stream().filter(page -> page.language().code().equals("en")).toList();
    assertThat(english).isNotEmpty();
    for (var page : english) {
      assertThat(phone.sees()).isEqualTo("CON " + page.text());
      assertThat(page.septets()).isEqualTo(page.text().length());
      phone.says("98");
    }
    assertThat(read.faults()).isEmpty();
    assertThat(read.sms()).extracting(TopicProof.Sms::parts).containsExactly(1, 1);
  }

  @Test
  void the_lint_breaks_a_text_into_the_pages_of_the_phone_and_tells_what_is_wrong_with_it() {
    var longer = "x ".repeat(100).strip();
    var body = WORDS.replace("Boil your drinking water.", longer).replace("'MAJI'", "'’'");

    var read = (TopicProof.Read) ((Reply.Item) mwanaidi().body(body).to(api, "lintTopic")).body();

    assertThat(read.faults())
        .extracting(Problem.Fault::field)
        .containsExactly("/keyword/sw", "/pages/en/0");
    assertThat(read.screens()).allMatch(page -> page.septets() <= 156);
    assertThat(read.screens().getLast().page()).isGreaterThan(1);
  }

  @Test
  void a_topic_that_must_not_be_sent_has_no_sms() {
    var sensitive = mwanaidi().body(WORDS.replace("'sensitive': false", "'sensitive': true"));

    var read = (TopicProof.Read) ((Reply.Item) sensitive.to(api, "lintTopic")).body();

    assertThat(read.sms()).isEmpty();
    assertThat(read.screens()).noneMatch(page -> page.text().contains("SMS"));
  }

  @Test
  void the_same_call_makes_a_topic_once() {
    var call =
        mwanaidi()
            .body("{'id': 'taps', 'position': 1, 'words': " + WORDS + "}")
            .once(new UUID(3, 4));

    assertThat(call.to(api, "createTopic")).isInstanceOf(Reply.Created.class);
    assertThat(call.to(api, "createTopic")).isInstanceOf(Reply.Created.class);
    assertThat(status(call.once(new UUID(5, 6)).to(api, "createTopic"))).isEqualTo(409);
  }

  @Test
  void a_list_goes_on_where_it_ended() {
    mwanaidi().body("{'id': 'taps', 'position': 9, 'words': " + WORDS + "}").to(api, "createTopic");

    var first = (Reply.Rows) mwanaidi().query("limit", "1").to(api, "listTopics");
    var rest = mwanaidi().query("limit", "1").query("cursor", first.next());

    assertThat(ids(first)).containsExactly("water");
    assertThat(ids((Reply.Rows) rest.to(api, "listTopics"))).containsExactly("taps");
    assertThat(((Reply.Rows) rest.to(api, "listTopics")).next()).isEmpty();
  }

  private static List<String> ids(Reply.Rows page) {
    return page.rows().stream().map(row -> ((TopicSheet.Line) row).id()).toList();
  }

  @Test
  void other_numbers_have_to_be_tested_anew() {
    assertThat(line(police(1).body(LINE).to(api, "reviseHelpLine")).lastTested()).isNull();

    var tested = police(2).body("{'day': '2026-11-20'}").to(api, "testHelpLine");

    assertThat(line(tested).lastTested()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(line(police(3).body(LINE).to(api, "reviseHelpLine")).lastTested()).isNotNull();
    var tomorrow = police(4).body("{'day': '2026-11-22'}").to(api, "testHelpLine");
    assertThat(status(tomorrow)).isEqualTo(422);
  }

  private static HelpLineDesk.Sheet line(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Item.class);
    return (HelpLineDesk.Sheet) ((Reply.Item) reply).body();
  }

  @Test
  void a_line_that_phones_cannot_dial_is_refused() {
    var faulty = "{'id': 'red_cross', 'words': " + LINE.replace("1199", "call us") + "}";

    assertThat(status(mwanaidi().body(faulty).to(api, "createHelpLine"))).isEqualTo(422);
    assertThat(status(police(1).body(LINE.replace("floods", "")).to(api, "reviseHelpLine")))
        .isEqualTo(422);
  }

  @Test
  void a_line_that_people_in_danger_are_shown_is_not_removed() {
    mwanaidi().body("{'id': 'violence', 'words': " + LINE + "}").to(api, "createHelpLine");

    var needed = mwanaidi().path("id", "violence").seen(1L).to(api, "removeHelpLine");

    assertThat(status(needed)).isEqualTo(409);
    assertThat(police(1).to(api, "removeHelpLine")).isEqualTo(Reply.done());
  }
}
