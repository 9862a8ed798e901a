package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// People who signed up for alerts on paper.
class SubscriberApiIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final String HEADING =
      "phone,language,ward,topics,place,consented_on,proof,name\n";
  private static final String AMINA =
      "0711670001,sw,Watamu,budget;services,ward,2026-11-20,\"Form 12, baraza\",Amina\n";
  private static final String BAKARI =
      "0711670002,en,\"Shella, Malindi\",services,county,2026-11-20,Form 13,\n";
  private static final Sql EMPTY =
      new Sql("test.empty", "truncate citizen, consent, suppression, subscription cascade");
  private static final Sql CONSENTS =
      new Sql("test.consents", "select channel || ' ' || wording as line from consent order by 1");

  private TestGateway gateway;
  private Desk director;

  @BeforeEach
  void open() {
    TOWN.database().run(EMPTY);
    gateway = TestGateway.on(TOWN.url());
    director = Desk.director(gateway);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  private static List<String> consents() {
    return TOWN.database().list(CONSENTS, row -> row.getString("line"));
  }

  @Test
  void a_dry_run_tells_and_changes_nothing() {
    var said = director.sheet("/subscribers/imports?dryRun=true", HEADING + AMINA + BAKARI);

    assertThat(said.json().at("/fresh").asInt()).isEqualTo(2);
    assertThat(director.get("/subscribers").json().at("/items")).isEmpty();
    assertThat(consents()).isEmpty();
  }

  @Test
  void who_signed_is_kept_with_the_proof_and_gets_what_they_asked_for_on_their_phone_too() {
    director.sheet("/subscribers/imports", HEADING + AMINA + BAKARI);
    var again = director.sheet("/subscribers/imports", HEADING + AMINA + BAKARI);

    assertThat(again.json().at("/known").asInt()).isEqualTo(2);
    assertThat(consents()).containsExactly("PAPER Form 12, baraza", "PAPER Form 13");
    assertThat(director.get("/subscribers").text())
        .contains("{\"topic\":\"services\",\"place\":\"" + "003" + "\",\"language\":\"en\"")
        .contains("\"topic\":\"budget\"");
    var phone = gateway.phone("+254711670001");
    assertThat(phone.dial()).startsWith("CON").contains("1. Taarifa");
    assertThat(director.get("/audit?action=subscribers").text())
        .contains("2 from paper")
        .doesNotContain("711670001", "Amina");
  }

  @Test
  void a_sheet_with_a_faulty_line_brings_in_nobody_and_names_its_columns() {
    var faulty = "123,fr,Nowhere,soap,moon,2099-01-01,,\n";

    var said = director.sheet("/subscribers/imports", HEADING + AMINA + faulty);

    assertThat(said.status()).isEqualTo(422);
    assertThat(said.at("/errors/0/field")).isEqualTo("line 3");
    assertThat(said.at("/errors/0/detail"))
        .isEqualTo("phone, language, ward, topics, place, consented_on, proof");
    assertThat(consents()).isEmpty();
  }

  @Test
  void what_is_no_sheet_is_refused() {
    assertThat(director.post("/subscribers/imports", "{}").status()).isEqualTo(415);
    assertThat(director.sheet("/subscribers/imports", "hello").status()).isEqualTo(422);
    assertThat(director.sheet("/subscribers/imports", HEADING).status()).isEqualTo(422);
  }

  @Test
  void who_left_is_left_alone() {
    director.sheet("/subscribers/imports", HEADING + AMINA);
    gateway.post(
        "/at/local/sms",
        "application/x-www-form-urlencoded",
        "id=left-1&from=%2B254711670001&text=ONDOA");
    Watch.until(
        () -> director.sheet("/subscribers/imports?dryRun=true", HEADING + AMINA),
        said -> said.json().at("/left").asInt() == 1);

    var said = director.sheet("/subscribers/imports", HEADING + AMINA);

    assertThat(said.at("/lines/0/outcome")).isEqualTo("LEFT");
  }

  @Test
  void who_looks_after_one_county_brings_in_and_counts_its_people_only() {
    var lamu =
        director.colleague(
            TOWN.database(), "lali", new Grant(Role.EDITOR, List.of("005"), List.of()));
    director.sheet("/subscribers/imports", HEADING + AMINA);

    assertThat(lamu.sheet("/subscribers/imports", HEADING + AMINA).status()).isEqualTo(422);
    assertThat(lamu.get("/subscribers").json().at("/items")).isEmpty();
  }

  @Test
  void a_large_sheet_is_brought_in_as_a_whole() {
    var rows =
        IntStream.range(0, 5_000)
            .mapToObj("07117%05d,sw,Watamu,services,ward,2026-11-20,Form,\n"::formatted)
            .collect(Collectors.joining());

    var said = director.sheet("/subscribers/imports", HEADING + rows);

    assertThat(said.json().at("/fresh").asInt()).isEqualTo(5_000);
  }
}
