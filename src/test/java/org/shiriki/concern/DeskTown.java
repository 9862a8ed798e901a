package org.shiriki.concern;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.shiriki.Errand;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.Consent;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.dialogue.Language;
import org.shiriki.office.Directory;
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
import org.shiriki.staff.Colleague;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Right;
import org.shiriki.staff.Role;

/// A desk on a database, and the people around it.
final class DeskTown {
  static final Instant MORNING = Instant.parse("2026-11-21T06:00:00Z");
  static final String SHELLA = "0079";
  static final Phone PHONE = new Phone("+254700000001");
  static final Colleague ZAINAB = Errand.officer("zainab");
  static final Colleague OF_KWALE =
      Errand.colleague(
          "juma",
          new Grant(Role.CASE_OFFICER, List.of("002"), List.of()),
          new Grant(Role.COUNTY_DESK, List.of("002"), List.of()));

  private static final Path CONFIG = Path.of("config");
  private static final Places PLACES = Places.load(CONFIG);
  private static final Sql ORGANISATION =
      new Sql(
          "test.organisation",
          "insert into organisation (id, name, member) values ('secretariat', 'S', false)");
  private static final Sql ACCOUNT =
      new Sql(
          "test.account",
          """
          insert into account (name, organisation, email, grants, since)
          values ($1, 'secretariat', $1 || '@example.org', $2::text::jsonb, now())
          """);
  private static final Sql AUDIT =
      new Sql(
          "test.audit",
          "select actor || ' ' || action || ' ' || subject || ' ' || detail as line from audit"
              + " where subject = $1 order by number");

  final Vault vault = new Vault(Keys.generate());
  final Directory directory = DirectoryFile.read(CONFIG, PLACES);
  final TestDatabase town;
  final PgConcerns concerns;
  final PgDesk desk;
  final PgDocket docket;
  final ConcernApi api;

  DeskTown(TestDatabase town) {
    this.town = town;
    var database = town.database();
    new PgDirectory(database).seed(directory);
    concerns = new PgConcerns(database, vault, Reference.from(new Random()), PLACES, () -> {});
    desk = new PgDesk(database, vault, () -> directory);
    docket = new PgDocket(database);
    api = new ConcernApi(docket, desk, PLACES);
    database.run(ORGANISATION);
    hire("zainab", "[{\"role\": \"CASE_OFFICER\", \"counties\": [], \"themes\": []}]");
    hire("juma", "[{\"role\": \"COUNTY_DESK\", \"counties\": [\"002\"], \"themes\": []}]");
  }

  private void hire(String name, String grants) {
    town.database().run(ACCOUNT, name, grants);
  }

  /// Somebody who may be written to.
  PhoneKey citizen(Language language) {
    var key = new PhoneKey(UUID.randomUUID().toString());
    var citizens = new PgCitizens(town.database(), vault);
    citizens.speaks(key, language);
    citizens.consents(
        key,
        PHONE,
        new Residence.In(SHELLA),
        new Consent("Nakubali", language, Channel.USSD, MORNING));
    return key;
  }

  Reference files(PhoneKey citizen) {
    return files(citizen, "water", new Residence.In(SHELLA));
  }

  Reference files(PhoneKey citizen, String category, Residence ward) {
    var draft =
        Draft.about(category, UUID.randomUUID().toString())
            .in(ward)
            .writing("Bomba limepasuka kwa Mwanakombo")
            .anonymous(false);
    var county = ward.known().flatMap(PLACES::ward).map(known -> known.county()).orElse("");
    var route = directory.route(category, county, ward.known().orElse(""));
    return concerns.file(draft, citizen, route, MORNING);
  }

  PgVoices voices() {
    return new PgVoices(town.database(), vault);
  }

  PgVerdicts verdicts() {
    return new PgVerdicts(town.database(), vault, () -> {});
  }

  PgReplies replies() {
    return new PgReplies(town.database());
  }

  /// What Zainab does with a concern, as it stands.
  Errand zainab(Right right, Reference reference) {
    return Errand.of(ZAINAB, right)
        .path("reference", reference.written())
        .version(version(reference));
  }

  long version(Reference reference) {
    return sheet(reference).concern().version();
  }

  Sheet sheet(Reference reference) {
    return sheet(reference, MORNING);
  }

  Sheet sheet(Reference reference, Instant now) {
    return docket.find(org.shiriki.staff.Scope.everything(), reference, now).orElseThrow();
  }

  List<String> audit(Reference reference) {
    return town.database().list(AUDIT, row -> row.getString("line"), "concern/" + reference.code());
  }
}
