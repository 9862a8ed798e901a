package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.Citizens;
import org.shiriki.citizen.Consent;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.dialogue.Language;
import org.shiriki.office.DirectoryFile;
import org.shiriki.office.PgDirectory;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

class PgConcernsIT implements ConcernsContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Vault VAULT = new Vault(Keys.generate());
  private static final Phone PHONE = new Phone("+254700000001");
  private static final Sql ROW =
      new Sql(
          "test.row",
          """
          select concat_ws('|', text, remedy, office, coalesce(reporter, 'nobody'), draft,
            acknowledge_by - filed_at, answer_by - filed_at, escalate_by - filed_at) as line
          from concern where reference = $1
          """);
  private static final Sql EVERYTHING =
      new Sql(
          "test.everything",
          """
          select concern::text || concern_event::text as line
          from concern join concern_event using (reference) where reference = $1
          """);

  @BeforeAll
  static void seeds() {
    var config = Path.of("config");
    new PgDirectory(TOWN.database()).seed(DirectoryFile.read(config, Places.load(config)));
  }

  @Override
  public Concerns concerns(Reference.Source references) {
    return new PgConcerns(
        TOWN.database(), VAULT, references, Places.load(Path.of("config")), () -> {});
  }

  @Override
  public PhoneKey consenting() {
    var key = passing();
    citizens()
        .consents(
            key,
            PHONE,
            new Residence.In("0024"),
            new Consent("Nakubali", Language.KISWAHILI, Channel.USSD, MORNING));
    return key;
  }

  @Override
  public PhoneKey passing() {
    var key = new PhoneKey(UUID.randomUUID().toString());
    citizens().speaks(key, Language.KISWAHILI);
    return key;
  }

  @Override
  public void leaves(PhoneKey person) {
    citizens().leave(person);
  }

  @Test
  void the_office_has_the_words_whole_and_the_days_that_it_owes() {
    var amina = consenting();

    var reference = concerns().file(ConcernsContract.draft(false), amina, TO_WATER, MORNING);

    assertThat(line(ROW, reference))
        .startsWith(
            "Bomba limepasuka * kwa wiki 2|Fundi mmoja tu|mombasa-water|" + amina.text() + '|')
        .endsWith("|2 days|14 days|21 days");
  }

  @Test
  void nothing_in_the_rows_of_a_nameless_concern_leads_to_its_caller_or_session() {
    var amina = consenting();
    var draft = ConcernsContract.draft(true);

    var reference = concerns().file(draft, amina, TO_WATER, MORNING);

    assertThat(line(ROW, reference)).contains("|nobody|");
    assertThat(line(EVERYTHING, reference))
        .doesNotContain(amina.text())
        .doesNotContain(draft.id().toString());
  }

  private static Citizens citizens() {
    return new PgCitizens(TOWN.database(), VAULT);
  }

  private static String line(Sql sql, Reference reference) {
    return List.copyOf(TOWN.database().list(sql, row -> row.getString("line"), reference.code()))
        .getFirst();
  }
}
