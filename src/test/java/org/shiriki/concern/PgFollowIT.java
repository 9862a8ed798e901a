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
import org.shiriki.office.DirectoryFile;
import org.shiriki.office.PgDirectory;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Argon2;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

class PgFollowIT implements VoicesContract, VerdictsContract, PinsContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Vault VAULT = new Vault(Keys.generate());
  private static final Sql SAID =
      new Sql(
          "test.said",
          "select count(*)::int as n from fix_answer where reference = $1 and answer = $2");
  private static final Sql MARKS =
      new Sql("test.marks", "select mark from voice where reference in ($1, $2)");
  private static final Sql PIN =
      new Sql("test.pin", "select hash from report_pin where citizen_key = $1");
  private static final Sql LINKS =
      new Sql(
          "test.links",
          """
          select (select count(*) from concern where reporter = $1)::int
            + (select count(*) from voice where follower = $1)::int
            + (select count(*) from fix_question where person = $1)::int
            + (select count(*) from report_pin where citizen_key = $1)::int as links
          """);
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
    return new PgConcerns(
        TOWN.database(),
        VAULT,
        Reference.from(new Random()),
        Places.load(Path.of("config")),
        () -> {});
  }

  @Override
  public Voices voices() {
    return new PgVoices(TOWN.database(), VAULT);
  }

  @Override
  public Pins pins() {
    return new PgPins(TOWN.database(), VAULT, new Argon2());
  }

  @Override
  public Verdicts verdicts() {
    return new PgVerdicts(TOWN.database(), VAULT, () -> {});
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

  @Test
  void without_the_keys_a_database_dump_cannot_tell_a_pin() {
    var amina = consenting();
    pins().set(amina, pins().conceal(amina, RIGHT), RIGHT);

    var kept = TOWN.database().first(PIN, row -> row.getString("hash"), amina.text()).orElseThrow();

    assertThat(kept).startsWith("argon2id$19456$2$");
    assertThat(new Argon2().fits(RIGHT.digits(), kept)).isFalse();
    var others = new Vault(Keys.generate());
    assertThat(new PgPins(TOWN.database(), others, new Argon2()).open(amina, RIGHT, NOON))
        .isEqualTo(Pins.Try.WRONG);
  }

  @Test
  void after_a_reset_no_table_of_concerns_knows_the_person() {
    var amina = consenting();
    pins().set(amina, pins().conceal(amina, RIGHT), RIGHT);
    var own =
        concerns()
            .file(
                ConcernsContract.draft(false),
                amina,
                ConcernsContract.TO_WATER,
                ConcernsContract.MORNING);
    voices().add(filed(), amina, true);
    concerns().advance(own, new Progress.Event(Status.FIXED, "", NOON));

    pins().leaveBehind(amina);

    var links =
        TOWN.database().first(LINKS, row -> row.getInteger("links"), amina.text()).orElseThrow();
    assertThat(links).isZero();
    assertThat(askedUntil(amina)).isEqualTo(Instant.EPOCH);
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
