package org.shiriki.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.KeyFailure;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Vault;

class PgCasesIT implements CasesContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Vault VAULT = new Vault(Keys.generate());
  private static final Sql VIEWS =
      new Sql(
          "test.views",
          """
          select worker || case when granted then ' granted: ' else ' refused: ' end || reason as line
          from case_view where number = $1 order by id
          """);
  private static final Sql ROW =
      new Sql("test.row", "select c::text as line from sensitive_case c where number = $1");

  @Override
  public Cases cases(CaseNumber.Numbers numbers, OrdinaryDesk ordinary) {
    return new PgCases(TOWN.database(), VAULT, numbers, ordinary, () -> {});
  }

  @Override
  public List<String> views(Cases cases, CaseNumber number) {
    return TOWN.database().list(VIEWS, row -> row.getString("line"), number.digits());
  }

  private CaseNumber filed(Safeguards safeguards) {
    return cases().file(UUID.randomUUID(), Source.TOLD, SHELLA, STORY, safeguards, MORNING);
  }

  @Test
  void a_row_shows_no_word_no_number_no_kind_and_no_hour() {
    var number = filed(CALLED);

    var row = TOWN.database().first(ROW, line -> line.getString("line"), number.digits());

    assertThat(row.orElseThrow())
        .contains("2026-11-21")
        .doesNotContain("VIOLENCE", "Ali", "254700000077", "embe", ":");
  }

  @Test
  void where_contact_is_not_wished_there_is_none() {
    var number = filed(Safeguards.UNASKED);
    var contact =
        new Sql(
            "test.contact", "select contact is null as none from sensitive_case where number = $1");

    var none = TOWN.database().first(contact, row -> row.getBoolean("none"), number.digits());

    assertThat(none).contains(true);
  }

  @Test
  void what_was_told_opens_for_its_own_case_only() {
    var number = filed(CALLED);
    var other = filed(CALLED);
    var cases = cases();
    cases.assign(other, ZAINAB, MORNING);
    TOWN.database()
        .run(
            new Sql(
                "test.swap",
                """
                update sensitive_case set story =
                  (select story from sensitive_case where number = $1) where number = $2
                """),
            number.digits(),
            other.digits());

    assertThatExceptionOfType(KeyFailure.class)
        .isThrownBy(() -> cases.read(other, ZAINAB, "review", MORNING));
  }

  @Test
  void a_case_that_was_moved_back_is_forgotten_here() {
    var cases = cases(CaseNumber.from(new Random()), (_, _, _, _) -> {});
    var number =
        cases.file(UUID.randomUUID(), Source.MOVED, SHELLA, MOVED, Safeguards.UNASKED, MORNING);
    cases.assign(number, ZAINAB, MORNING);
    var story =
        new Sql("test.story", "select story is null as gone from sensitive_case where number = $1");

    cases.release(number, ZAINAB, "ordinary", MORNING);

    assertThat(TOWN.database().first(story, row -> row.getBoolean("gone"), number.digits()))
        .contains(true);
  }
}
