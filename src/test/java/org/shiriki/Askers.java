package org.shiriki;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.DataRequest;
import org.shiriki.citizen.DataRequest.Kind;
import org.shiriki.citizen.PgDataRequests;
import org.shiriki.concern.Draft;
import org.shiriki.concern.PgConcerns;
import org.shiriki.concern.Reference;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// People who ask about their data, and the officer who answers them.
final class Askers implements AutoCloseable {
  private static final Keys KEYS = Keys.generate();
  private static final Sql LATE =
      new Sql(
          "test.late",
          "update data_request set due_at = now() - interval '1 day' where reference = $1");

  private final AtomicInteger people = new AtomicInteger();
  private final Database database;
  private final TestGateway gateway;
  private final Desk officer;

  Askers(TestDatabase town) {
    this.database = town.database();
    this.gateway =
        TestGateway.on(town.url(), InstantSource.system(), Map.of("SHIRIKI_KEYS", KEYS.text()));
    this.officer =
        Desk.director(gateway)
            .colleague(database, "dpo", Grant.everywhere(Role.DATA_PROTECTION_OFFICER));
  }

  Vault vault() {
    return new Vault(KEYS);
  }

  Desk officer() {
    return officer;
  }

  /// Somebody of Shella in Kilifi who has agreed, reported something, and wants alerts.
  TestPhone somebody() {
    var phone = gateway.phone("+25471188%04d".formatted(people.incrementAndGet()));
    says(phone, "2", "6", "3", "2", "1", "1");
    says(phone, "6", "2", "Shella", "1");
    says(phone, "4", "1", "1");
    var ward = new Residence.In(Town.SHELLA);
    var draft = new Draft(UUID.randomUUID(), "water", ward, "Barabara mbovu kabisa", "", false);
    new PgConcerns(
            database, vault(), Reference.from(new Random(people.get())), Town.PLACES, () -> {})
        .file(draft, key(phone), Town.TO_THE_DESK, Instant.now());
    return phone;
  }

  void says(TestPhone phone, String... answers) {
    phone.dial();
    for (var answer : answers) {
      phone.say(answer);
    }
  }

  PhoneKey key(TestPhone phone) {
    return vault().keyOf(new Phone(phone.number()));
  }

  /// A person's request, by its reference.
  String asks(TestPhone phone, Kind kind) {
    return new PgDataRequests(database, new Random(people.incrementAndGet()))
        .ask(key(phone), kind, Channel.USSD, Instant.now())
        .map(DataRequest::reference)
        .orElseThrow()
        .written();
  }

  /// It was due yesterday.
  void late(String reference) {
    database.run(LATE, reference.replaceAll("\\D", ""));
  }

  /// The officer, who has just read it.
  Desk reading(String reference) {
    return officer.match(officer.get(path(reference)).header("ETag"));
  }

  /// The lines of the audit about it.
  String audit(String reference) {
    var subject = "request/" + reference.replaceAll("\\D", "");
    return officer.get("/audit?limit=500&subject=" + subject).text();
  }

  static String path(String reference) {
    return "/data-requests/" + reference;
  }

  @Override
  public void close() {
    gateway.close();
  }
}
