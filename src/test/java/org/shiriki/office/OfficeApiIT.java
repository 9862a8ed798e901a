package org.shiriki.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiriki.Errand;
import org.shiriki.api.Contract;
import org.shiriki.api.Reply;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Places;
import org.shiriki.staff.Colleague;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Right;
import org.shiriki.staff.Role;

class OfficeApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Path CONFIG = Path.of("config");
  private static final Places PLACES = Places.load(CONFIG);
  private static final Directory SEED = DirectoryFile.read(CONFIG, PLACES);
  private static final Colleague AMINA = Errand.colleague("amina", Grant.everywhere(Role.DIRECTOR));
  private static final Colleague OF_KWALE =
      Errand.colleague("juma", new Grant(Role.DIRECTOR, List.of("002"), List.of()));
  private static final Sql EMPTY = new Sql("test.empty", "truncate routing, office cascade");
  private static final Sql ORGANISATION =
      new Sql(
          "test.organisation",
          "insert into organisation values ('maji-yetu', 'M', true) on conflict do nothing");
  private static final Sql AUDIT =
      new Sql(
          "test.audit",
          "select action || ' ' || subject || ' ' || detail as line from audit order by number desc"
              + " limit 1");

  private static final List<String> LISTS = List.of("listOffices", "listRoutes");

  /// What changes, each with a body that it takes; those of a path are about Kilifi.
  private static final Map<String, String> CHANGES =
      Map.of(
          "addOffice",
              "{'id': 'kilifi-peace', 'name': {'sw': 'Amani', 'en': 'Peace'}, 'county': '003'}",
          "changeOffice", "{'name': {'sw': 'Maji', 'en': 'Water'}, 'county': '003'}",
          "removeOffice", "null",
          "addRoute",
              "{'category': 'roads', 'county': '003', 'ward': '0079', 'office': 'desk',"
                  + " 'acknowledgeDays': 1, 'answerDays': 2, 'escalateDays': 3}",
          "changeRoute",
              "{'office': 'desk', 'acknowledgeDays': 1, 'answerDays': 2, 'escalateDays': 3}",
          "removeRoute", "null");

  private final PgDirectory directory = new PgDirectory(TOWN.database());
  private final OfficeApi api =
      new OfficeApi(new PgOffices(TOWN.database()), directory::read, PLACES);

  @BeforeEach
  void seeds() {
    TOWN.database().run(EMPTY);
    directory.seed(SEED);
  }

  private static Errand errand(Colleague colleague, String operation) {
    return Errand.of(colleague, Right.OFFICE_WRITE)
        .path("office", "kilifi-desk")
        .path("category", "any")
        .path("county", "003")
        .path("ward", "any")
        .version(1)
        .body(Objects.requireNonNull(CHANGES.get(operation)));
  }

  private static String audited() {
    return TOWN.database().first(AUDIT, row -> row.getString("line")).orElse("");
  }

  static Stream<String> changes() {
    return CHANGES.keySet().stream().sorted();
  }

  @Test
  void every_operation_of_the_contract_is_answered_and_tried_here() {
    var contract = Contract.of(List.of(api)).entries().stream().map(Contract.Entry::id).toList();

    assertThat(api.operations().keySet())
        .containsExactlyInAnyOrderElementsOf(contract)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(LISTS.stream(), CHANGES.keySet().stream()).toList());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void outside_of_the_scope_nothing_is_there_and_nothing_changes(String operation) {
    var before = directory.read();

    var answer = errand(OF_KWALE, operation).ask(api, operation);

    assertThat(answer).isEqualTo(Reply.missing());
    assertThat(directory.read()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void an_old_version_changes_nothing(String operation) {
    var asks =
        Contract.of(List.of(api)).entries().stream()
            .filter(entry -> entry.id().equals(operation))
            .anyMatch(Contract.Entry::matches);
    var before = directory.read();

    var answer = errand(AMINA, operation).version(7).ask(api, operation);

    if (asks) {
      assertThat(answer).isEqualTo(Reply.stale());
      assertThat(directory.read()).isEqualTo(before);
    } else {
      assertThat(operation).startsWith("add");
      assertThat(answer).isInstanceOf(Reply.Created.class);
    }
  }

  @Test
  void what_concerns_go_to_follows_a_route_that_staff_add() {
    var added = errand(AMINA, "addRoute").ask(api, "addRoute");
    var again = errand(AMINA, "addRoute").ask(api, "addRoute");

    assertThat(again).isEqualTo(added);
    var route = directory.read().route("roads", "003", "0079");
    assertThat(route.office()).isEqualTo("desk");
    assertThat(route.targets()).isEqualTo(new Directory.Targets(1, 2, 3));
    assertThat(audited()).isEqualTo("route.added routes/roads/003/0079 desk 1/2/3 days");
  }

  @Test
  void another_office_for_the_same_is_a_change_and_no_addition() {
    errand(AMINA, "addRoute").ask(api, "addRoute");

    var other =
        errand(AMINA, "addRoute")
            .body(
                Objects.requireNonNull(CHANGES.get("addRoute")).replace("'desk'", "'kilifi-desk'"))
            .ask(api, "addRoute");

    assertThat(Errand.status(other)).isEqualTo(409);
  }

  @Test
  void some_office_always_takes_everything() {
    var answer =
        errand(AMINA, "removeRoute")
            .path("category", "any")
            .path("county", "any")
            .path("ward", "any")
            .ask(api, "removeRoute");

    assertThat(Errand.status(answer)).isEqualTo(409);
    assertThat(directory.read().route("water", "", "").office()).isEqualTo("desk");
  }

  @Test
  void an_office_stays_while_anything_hangs_on_it() {
    assertThat(Errand.status(errand(AMINA, "removeOffice").ask(api, "removeOffice")))
        .isEqualTo(409);
    errand(AMINA, "addOffice").ask(api, "addOffice");

    var removed =
        errand(AMINA, "removeOffice").path("office", "kilifi-peace").ask(api, "removeOffice");

    assertThat(removed).isEqualTo(Reply.done());
    assertThat(directory.read().office("kilifi-peace")).isEmpty();
  }

  @Test
  void the_office_above_is_where_what_nobody_answers_goes_and_never_itself() {
    var above = "{'name': {'sw': 'Maji', 'en': 'Water'}, 'county': '003', 'above': '%s'}";
    var changed =
        errand(AMINA, "changeOffice")
            .path("office", "malindi-water")
            .body(above.formatted("kilifi-water"))
            .ask(api, "changeOffice");

    var round =
        errand(AMINA, "changeOffice")
            .path("office", "kilifi-water")
            .body(above.formatted("malindi-water"))
            .ask(api, "changeOffice");

    assertThat(Errand.item(changed, OfficeView.class).version()).isEqualTo(2);
    assertThat(Errand.status(round)).isEqualTo(422);
    assertThat(directory.read().above("malindi-water", "003").map(Office::id))
        .contains("kilifi-water");
    assertThat(directory.read().above("kilifi-water", "003").map(Office::id))
        .contains("kilifi-desk");
  }

  @Test
  void an_office_is_given_to_an_organisation_by_whoever_read_it_last_and_the_audit_tells() {
    TOWN.database().run(ORGANISATION);
    var given =
        "{'name': {'sw': 'Maji', 'en': 'Water'}, 'county': '003', 'organisation': 'maji-yetu'}";

    var changed = errand(AMINA, "changeOffice").body(given).ask(api, "changeOffice");

    assertThat(Errand.item(changed, OfficeView.class).organisation()).isEqualTo("maji-yetu");
    assertThat(directory.read().office("kilifi-desk").map(Office::organisation))
        .contains("maji-yetu");
    assertThat(audited())
        .startsWith("office.changed office/kilifi-desk")
        .contains("organisation ,", "organisation maji-yetu,");
    assertThat(errand(AMINA, "changeOffice").body(given).ask(api, "changeOffice"))
        .isEqualTo(Reply.stale());
    var unknown = given.replace("maji-yetu", "nobody");
    assertThat(
            Errand.status(
                errand(AMINA, "changeOffice").version(2).body(unknown).ask(api, "changeOffice")))
        .isEqualTo(422);
  }

  @Test
  void what_is_not_there_is_named() {
    var route = Objects.requireNonNull(CHANGES.get("addRoute"));
    var bodies =
        List.of(
            route.replace("'roads'", "'nothing'"),
            route.replace("'0079'", "'0001'"),
            route.replace("'desk'", "'nowhere'"),
            route.replace("'answerDays': 2", "'answerDays': 9"));

    assertThat(bodies)
        .allSatisfy(body ->
            assertThat(Errand.status(errand(AMINA, "addRoute").body(body).ask(api, "addRoute")))
                .isEqualTo(422));
  }

  @Test
  void lists_come_in_pages_and_show_ones_own_counties_and_the_whole_country() {
    for (var list : LISTS) {
      var seen = new ArrayList<Object>();
      var next = "";
      do {
        var page =
            (Reply.Rows)
                Errand.of(OF_KWALE, Right.OFFICE_SEE)
                    .query("limit", "7")
                    .query("cursor", next)
                    .ask(api, list);
        seen.addAll(page.rows());
        next = page.next();
      } while (!next.isEmpty());

      assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThan(7);
      assertThat(seen.toString()).contains("county=002").doesNotContain("county=003");
    }
    var all =
        (Reply.Rows)
            Errand.of(AMINA, Right.OFFICE_SEE).query("limit", "500").ask(api, "listRoutes");
    assertThat(all.rows()).hasSameSizeAs(SEED.routes());
  }
}
