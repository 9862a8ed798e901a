package org.shiriki.citizen;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Language;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.upkeep.Keepsake;
import org.shiriki.upkeep.SealedColumn;

/// Keeps the people who called in PostgreSQL.
public final class PgCitizens implements Citizens {
  public static final Keepsake CONSENTS_WITHDRAWN =
      new Keepsake(
          "consents",
          "consent",
          "withdrawn_at < $1",
          "array['citizen/' || citizen_key]",
          "delete from consent");

  public static final SealedColumn NUMBERS =
      new SealedColumn("citizen", "phone", "'citizen/' || citizen_key");

  private static final Sql RECOGNISE =
      new Sql(
          "citizen.recognise",
          """
          select language, ward, phone is not null as consented, question_until
          from citizen where citizen_key = $1
          """);
  private static final Sql SPEAKS =
      new Sql(
          "citizen.speaks",
          """
          insert into citizen (citizen_key, language) values ($1, $2)
          on conflict (citizen_key) do update set language = excluded.language
          """);
  private static final Sql LIVES_IN =
      new Sql(
          "citizen.lives_in",
          "update citizen set ward = $2 where citizen_key = $1 and phone is not null");
  private static final Sql CONSENTS =
      new Sql(
          "citizen.consents",
          """
          with kept as (
            insert into citizen (citizen_key, language, ward, phone) values ($1, $2, $3, $4)
            on conflict (citizen_key) do update set ward = excluded.ward, phone = excluded.phone)
          insert into consent (citizen_key, wording, language, channel, given_at)
          values ($1, $5, $2, $6, $7)
          on conflict (citizen_key) where withdrawn_at is null do nothing
          """);
  private static final Sql LEAVE = new Sql("citizen.leave", "select forget($1, $2)");
  private static final Sql SUPPRESSED =
      new Sql("citizen.suppressed", "select from suppression where mark = $1");
  private static final Sql WANTS_NONE =
      new Sql(
          "citizen.wants_no_messages",
          "insert into suppression (mark, why) values ($1, 'OPTED_OUT') on conflict do nothing");
  private static final Sql WELCOMES =
      new Sql("citizen.welcomes_messages", "delete from suppression where mark = $1");
  private static final Sql SINCE =
      new Sql("citizen.since", "select since from citizen where citizen_key = $1");
  private static final Sql IN_FORCE =
      new Sql(
          "citizen.consents_in_force",
          """
          select wording, language, channel, given_at from consent
          where citizen_key = $1 and withdrawn_at is null order by given_at
          """);

  private final Database database;
  private final Vault vault;

  public PgCitizens(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public Caller recognise(PhoneKey key) {
    return database.first(RECOGNISE, PgCitizens::caller, key.text()).orElse(Caller.STRANGER);
  }

  @Override
  public void speaks(PhoneKey key, Language language) {
    database.run(SPEAKS, key.text(), language.code());
  }

  @Override
  public void livesIn(PhoneKey key, Residence ward) {
    database.run(LIVES_IN, key.text(), ward.code());
  }

  @Override
  public void consents(PhoneKey key, Phone phone, Residence ward, Consent consent) {
    database.run(
        CONSENTS,
        key.text(),
        consent.language().code(),
        ward.code(),
        Buffer.buffer(vault.seal(phone.e164(), "citizen/" + key.text())),
        consent.wording(),
        consent.channel().name(),
        at(consent.at()));
  }

  @Override
  public void leave(PhoneKey key) {
    database.run(LEAVE, key.text(), vault.stopMark(key));
  }

  @Override
  public boolean suppressed(PhoneKey key) {
    return database.run(SUPPRESSED, vault.stopMark(key)).rowCount() > 0;
  }

  @Override
  public boolean wantsNoMessages(PhoneKey key) {
    return database.change(WANTS_NONE, vault.stopMark(key)) == 1;
  }

  @Override
  public void welcomesMessages(PhoneKey key) {
    database.run(WELCOMES, vault.stopMark(key));
  }

  @Override
  public Optional<Citizen> find(PhoneKey key) {
    var consents = database.list(IN_FORCE, PgCitizens::consent, key.text());
    return database
        .first(SINCE, row -> row.getOffsetDateTime("since").toInstant(), key.text())
        .map(since -> new Citizen(key, recognise(key), consents, since));
  }

  private static Caller caller(Row row) {
    return new Caller(
        Language.of(row.getString("language")),
        true,
        Residence.parse(row.getString("ward")),
        row.getBoolean("consented"),
        Optional.ofNullable(row.getOffsetDateTime("question_until"))
            .map(OffsetDateTime::toInstant)
            .orElse(Instant.EPOCH));
  }

  private static Consent consent(Row row) {
    return new Consent(
        row.getString("wording"),
        Language.of(row.getString("language")),
        Channel.valueOf(row.getString("channel")),
        row.getOffsetDateTime("given_at").toInstant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
