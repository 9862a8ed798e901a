package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.Citizens;
import org.shiriki.citizen.Consent;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.dialogue.Language;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

class PgFollowIT implements VoicesContract, VerdictsContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Vault VAULT = new Vault(Keys.generate());
  private static final Sql SAID =
      new Sql(
          "test.said",
          "select count(*)::int as n from fix_answer where reference = $1 and answer = $2");
  private static final Sql MARKS =
      new Sql("test.marks", "select mark from voice where reference in ($1, $2)");
  private static final Sql TITLE =
      new Sql("test.title", "update concern set title = $2 where reference = $1");

  @BeforeAll
  static void seeds() {
    var config = Path.of("config");
    new PgDirectory(TOWN.database()).seed(DirectoryFile.read(config, Places.load(config)));
  }

  @AfterEach
  void empties() {
    TOWN.database().run(new Sql("test.empty", "truncate concern cascade"));
  }

  @Override
  public Concerns concerns() {
    return new PgConcerns(TOWN.database(), VAULT, Reference.from(new Random()));
  }

  @Override
  public Voices voices() {
    return new PgVoices(TOWN.database(), VAULT);
  }

  @Override
  public Verdicts verdicts() {
    return new PgVerdicts(TOWN.database(), VAULT);
  }

  @Override
  public Instant askedUntil(PhoneKey person) {
    return citizens().recognise(person).askedUntil();
  }

  @Override
  public long said(Reference reference, Verdict verdict) {
    return TOWN.database()
        .first(SAID, row -> row.getInteger("n"), reference.code(), verdict.name())
        .orElseThrow();
  }

  @Override
  public PhoneKey consenting() {
    var key = passing();
    citizens()
        .consents(
            key,
            new Phone("+254700000001"),
            new Residence.In("0079"),
            new Consent("Nakubali", Language.KISWAHILI, Channel.USSD, ConcernsContract.MORNING));
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
  void two_voices_of_one_person_cannot_be_joined_nor_lead_to_them() {
    var amina = consenting();
    var one = filed();
    var other = filed();
    voices().add(one, amina, false);

    voices().add(other, amina, false);

    var marks = TOWN.database().list(MARKS, row -> row.getString("mark"), one.code(), other.code());
    assertThat(marks).hasSize(2).doesNotHaveDuplicates().doesNotContain(amina.text());
  }

  @Test
  void a_title_that_staff_gave_is_shown() {
    var reference = filed();

    TOWN.database().run(TITLE, reference.code(), "Bomba la Shella");

    assertThat(voices().open("water", SHELLA, passing()).getFirst().title())
        .isEqualTo("Bomba la Shella");
  }

  private Reference filed() {
    var draft =
        Draft.about("water", UUID.randomUUID().toString()).in(SHELLA).writing("Hakuna maji");
    return concerns().file(draft, passing(), ConcernsContract.TO_WATER, ConcernsContract.MORNING);
  }

  private static Citizens citizens() {
    return new PgCitizens(TOWN.database(), VAULT);
  }
}
