package org.shiriki.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Town;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

class PgCitizensIT implements CitizensContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql NOBODY =
      new Sql(
          "test.nobody",
          """
          with gone as (delete from consent), stops as (delete from suppression)
          delete from citizen
          """);
  private static final Sql PHONE = new Sql("test.phone", "select phone from citizen");
  private static final Sql NAME = new Sql("test.name", "select name from citizen");
  private static final Sql WITHDRAWN =
      new Sql(
          "test.withdrawn", "select count(*) as kept from consent where withdrawn_at is not null");

  private static final Sql TURN =
      new Sql(
          "test.turn",
          """
          insert into ussd_turn (session_id, text_length, citizen_key, at, open, sealed)
          values ('s' || $1, 0, $1, now(), true, '')
          """);
  private static final Sql MESSAGE =
      new Sql(
          "test.message",
          """
          insert into outbox (citizen_key, once, phone, lane, text)
          values ($1, 'once', '', 'REPLY', 'Habari')
          """);
  private static final Sql LEFT =
      new Sql(
          "test.left",
          "select citizen_key from ussd_turn union all select citizen_key from outbox order by 1");
  private static final Sql MARK = new Sql("test.mark", "select mark from suppression");

  @BeforeEach
  void empty() {
    TOWN.database().run(NOBODY);
  }

  @Override
  public Citizens citizens() {
    return new PgCitizens(TOWN.database(), Town.VAULT);
  }

  @Test
  void a_number_is_kept_sealed_for_its_own_row() {
    citizens().consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    var kept = TOWN.database().first(PHONE, row -> row.getBuffer("phone").getBytes()).orElseThrow();

    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("700000001");
    assertThat(Town.VAULT.open(kept, "citizen/" + AMINA.text())).isEqualTo(Town.AMINA.e164());
  }

  @Test
  void a_name_is_kept_sealed_for_its_own_row() {
    citizens().consents(AMINA, Town.AMINA, SHELLA, CONSENT);
    citizens().isCalled(AMINA, new FirstName("Mwanaisha"));

    var kept = TOWN.database().first(NAME, row -> row.getBuffer("name").getBytes()).orElseThrow();

    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Mwana");
    assertThat(Town.VAULT.open(kept, "name/" + AMINA.text())).isEqualTo("Mwanaisha");
  }

  @Test
  void the_proof_of_a_consent_outlives_the_person() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    citizens.leave(AMINA);

    assertThat(TOWN.database().first(WITHDRAWN, row -> row.getLong("kept"))).contains(1L);
  }

  @Test
  void with_a_person_go_their_turns_and_their_messages_and_nobody_elses() {
    TOWN.database().run(TURN, AMINA.text());
    TOWN.database().run(TURN, "baraka");
    TOWN.database().run(MESSAGE, AMINA.text());
    TOWN.database().run(MESSAGE, "baraka");

    citizens().leave(AMINA);

    assertThat(TOWN.database().list(LEFT, row -> row.getString("citizen_key")))
        .containsExactly("baraka", "baraka");
  }

  @Test
  void the_mark_that_stays_is_neither_the_number_nor_the_key_of_other_rows() {
    citizens().leave(AMINA);

    var mark = TOWN.database().first(MARK, row -> row.getString("mark")).orElseThrow();

    assertThat(mark).isNotEqualTo(AMINA.text()).doesNotContain("700000001").hasSize(22);
  }
}
