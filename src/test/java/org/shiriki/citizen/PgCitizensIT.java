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
      new Sql("test.nobody", "with gone as (delete from consent) delete from citizen");
  private static final Sql PHONE = new Sql("test.phone", "select phone from citizen");
  private static final Sql WITHDRAWN =
      new Sql(
          "test.withdrawn", "select count(*) as kept from consent where withdrawn_at is not null");

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
  void the_proof_of_a_consent_outlives_the_person() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    citizens.leave(AMINA);

    assertThat(TOWN.database().first(WITHDRAWN, row -> row.getLong("kept"))).contains(1L);
  }
}
