package org.shiriki.citizen;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.citizen.Citizen.Withdrawn;
import org.shiriki.citizen.DataScreen.SmsAgain;
import org.shiriki.citizen.DataScreen.SmsStopped;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Screen;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.pg.Transaction;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Operator;
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

  public static final SealedColumn NAMES =
      new SealedColumn("citizen", "name", "'name/' || citizen_key");

  private static final Sql RECOGNISE =
      new Sql(
          "citizen.recognise",
          """
          select language, ward, phone is not null as consented,
            case when exists (
                select from suppression where mark = $2 and why <> 'LEFT' and not told)
              then timestamptz '9999-01-01' else question_until end as question_until
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
  private static final Sql IS_CALLED =
      new Sql(
          "citizen.is_called",
          "update citizen set name = $2 where citizen_key = $1 and phone is not null");
  private static final Sql CONSENTS =
      new Sql(
          "citizen.consents",
          """
          with kept as (
            insert into citizen (citizen_key, language, ward, phone, operator)
            values ($1, $2, $3, $4, $8)
            on conflict (citizen_key) do update set ward = excluded.ward, phone = excluded.phone,
              operator = coalesce(nullif(citizen.operator, ''), excluded.operator))
          insert into consent (citizen_key, wording, language, channel, given_at)
          values ($1, $5, $2, $6, $7)
          on conflict (citizen_key) where withdrawn_at is null do nothing
          """);
  private static final Sql LEAVE = new Sql("citizen.leave", "select forget($1, $2)");
  private static final Sql SUPPRESSED =
      new Sql("citizen.suppressed", "select why from suppression where mark = $1");
  private static final Sql WANTS_NONE =
      new Sql(
          "citizen.wants_no_messages",
          """
          with silenced as (update citizen set muted = 'OPTED_OUT' where citizen_key = $2)
          insert into suppression (mark, why) values ($1, 'OPTED_OUT') on conflict do nothing
          """);
  private static final Sql UNTOLD =
      new Sql(
          "citizen.untold",
          "select why from suppression where mark = $1 and why <> 'LEFT' and not told");
  private static final Sql TOLD =
      new Sql("citizen.told", "update suppression set told = true where mark = $1");
  private static final Sql WELCOMES =
      new Sql(
          "citizen.welcomes_messages",
          """
          with heard as (update citizen set muted = '' where citizen_key = $2)
          delete from suppression where mark = $1
          """);
  private static final Sql FIND =
      new Sql(
          "citizen.find",
          """
          select language, ward, phone is not null as consented, question_until, since, name,
            operator
          from citizen where citizen_key = $1
          """);
  private static final Sql ALL_CONSENTS =
      new Sql(
          "citizen.all_consents",
          """
          select wording, language, channel, given_at, withdrawn_at from consent
          where citizen_key = $1 order by given_at
          """);

  private final Database database;
  private final Vault vault;
  private final List<Parting> partings;

  /// The keeper.
  ///
  /// @param partings what is cut together with a person who leaves
  public PgCitizens(Database database, Vault vault, Parting... partings) {
    this.database = database;
    this.vault = vault;
    this.partings = List.of(partings);
  }

  @Override
  public Caller recognise(PhoneKey key) {
    return database
        .first(RECOGNISE, PgCitizens::caller, key.text(), vault.stopMark(key))
        .orElse(Caller.STRANGER);
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
        at(consent.at()),
        Operator.of(phone).word());
  }

  @Override
  public void isCalled(PhoneKey key, FirstName name) {
    database.run(IS_CALLED, key.text(), sealed(vault, key, name));
  }

  /// A name as it is kept.
  public static Buffer sealed(Vault vault, PhoneKey key, FirstName name) {
    return Buffer.buffer(vault.seal(name.letters(), namePlace(key)));
  }

  @Override
  public void leave(PhoneKey key) {
    database.transaction(transaction -> {
      leave(transaction, key);
      return key;
    });
  }

  /// Forgets a person together with what else is done in a transaction.
  public void leave(Transaction transaction, PhoneKey key) {
    partings.forEach(parting -> parting.part(transaction, key));
    transaction.run(LEAVE, key.text(), vault.stopMark(key));
  }

  @Override
  public boolean suppressed(PhoneKey key) {
    return database.run(SUPPRESSED, vault.stopMark(key)).rowCount() > 0;
  }

  @Override
  public Optional<Screen> unreachable(PhoneKey key) {
    return database.first(
        SUPPRESSED,
        row -> {
          var why = row.getString("why");
          return why.equals("LEFT") ? new SmsAgain() : new SmsStopped(Stop.valueOf(why));
        },
        vault.stopMark(key));
  }

  @Override
  public boolean wantsNoMessages(PhoneKey key) {
    return database.change(WANTS_NONE, vault.stopMark(key), key.text()) == 1;
  }

  @Override
  public Optional<Stop> untold(PhoneKey key) {
    return database.first(UNTOLD, row -> Stop.valueOf(row.getString("why")), vault.stopMark(key));
  }

  @Override
  public void told(PhoneKey key) {
    database.run(TOLD, vault.stopMark(key));
  }

  @Override
  public void welcomesMessages(PhoneKey key) {
    database.run(WELCOMES, vault.stopMark(key), key.text());
  }

  @Override
  public Optional<Citizen> find(PhoneKey key) {
    return database.first(FIND, row -> citizen(key, row), key.text());
  }

  private Citizen citizen(PhoneKey key, Row found) {
    var inForce = new ArrayList<Consent>();
    var withdrawn = new ArrayList<Withdrawn>();
    for (var row : database.run(ALL_CONSENTS, key.text())) {
      Optional.ofNullable(row.getOffsetDateTime("withdrawn_at"))
          .ifPresentOrElse(
              at -> withdrawn.add(new Withdrawn(consent(row), at.toInstant())),
              () -> inForce.add(consent(row)));
    }
    var since = found.getOffsetDateTime("since").toInstant();
    return new Citizen(
        key,
        caller(found),
        name(key, found),
        Operator.ofWord(found.getString("operator")),
        inForce,
        withdrawn,
        since);
  }

  private @Nullable FirstName name(PhoneKey key, Row found) {
    return Optional.ofNullable(found.getBuffer("name"))
        .map(sealed -> new FirstName(vault.open(sealed.getBytes(), namePlace(key))))
        .orElse(null);
  }

  private static String namePlace(PhoneKey key) {
    return "name/" + key.text();
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
