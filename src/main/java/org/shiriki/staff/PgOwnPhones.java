package org.shiriki.staff;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.pg.Database;
import org.shiriki.pg.Queries;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;

/// Keeps the phones of staff in PostgreSQL: numbers sealed, codes as keyed hashes.
public final class PgOwnPhones implements OwnPhones {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final int ENDING = 3;

  private static final Sql SET =
      new Sql(
          "own_phone.set",
          """
          insert into own_phone as kept (account, phone, code, code_until, once, day)
          values ($1, $2, $3, $4, $5, $6)
          on conflict (account) do update set
            phone = excluded.phone, code = excluded.code, code_until = excluded.code_until,
            tries = 0, confirmed_at = null, once = excluded.once, day = excluded.day,
            codes = case kept.day when excluded.day then kept.codes + 1 else 1 end
          where kept.once <> excluded.once and (kept.day <> excluded.day or kept.codes < $7)
          """);

  /// The try is counted by the same statement that looks at the code, so that no two tries at once
  /// are one.
  private static final Sql CONFIRM =
      new Sql(
          "own_phone.confirm",
          """
          update own_phone set tries = tries + 1,
            confirmed_at = case when code = $2 then $3::timestamptz end
          where account = $1 and phone is not null and confirmed_at is null and code_until > $3
            and tries < $4
          returning confirmed_at is not null as confirmed
          """);

  private static final Sql CONFIRMED_BY =
      new Sql(
          "own_phone.confirmed_by",
          """
          select account from own_phone
          where account = $1 and phone is not null and confirmed_at is not null and code = $2
          """);
  private static final Sql READ =
      new Sql(
          "own_phone.read",
          "select account, phone, code_until, confirmed_at, once from own_phone where account = $1");
  private static final Sql FORGET =
      new Sql(
          "own_phone.forget",
          """
          update own_phone set phone = null, confirmed_at = null
          where account = $1 and phone is not null
          """);

  /// A number that nobody confirmed may be a stranger's.
  private static final Sql SWEEP =
      new Sql(
          "own_phone.sweep",
          """
          update own_phone set phone = null, confirmed_at = null
          where phone is not null and (confirmed_at is null and code_until <= $1
            or exists (select from account where account.name = own_phone.account and not active))
          """);

  /// Has words brought to a phone, together with what else a transaction does.
  @FunctionalInterface
  public interface Courier {
    /// Brings them once the transaction is committed, and never if it is not.
    ///
    /// @param once what makes them the same words when they are sent again
    void bring(Queries within, Phone to, String words, String once);
  }

  private final Database database;
  private final PgAudit audit;
  private final Vault vault;
  private final Courier courier;

  public PgOwnPhones(Database database, PgAudit audit, Vault vault, Courier courier) {
    this.database = database;
    this.audit = audit;
    this.vault = vault;
    this.courier = courier;
  }

  /// Lets numbers go that were not confirmed in time, or whose owners left.
  public static void sweep(Database database, Instant now) {
    database.run(SWEEP, at(now));
  }

  @Override
  public Optional<OwnPhone> set(String account, Phone phone, UUID once, AuditEntry line) {
    var code = PhoneCode.random();
    var sealed = Buffer.buffer(vault.seal(phone.e164(), sealedFor(account)));
    var until = at(line.at().plus(GOOD_FOR));
    var day = line.at().atZone(NAIROBI).toLocalDate();
    var mark = mark(account, code.digits());
    return database.transaction(transaction -> {
      var sent = transaction.change(SET, account, sealed, mark, until, once, day, CODES_A_DAY) == 1;
      if (sent) {
        courier.bring(transaction, phone, code.words(), "own-phone/" + once);
        audit.add(transaction, line);
      }
      return transaction
          .first(READ, row -> row, account)
          .filter(kept -> sent || kept.getUUID("once").equals(once))
          .map(kept -> ownPhone(kept, line.at()));
    });
  }

  @Override
  public Proof confirm(String account, String code, AuditEntry line) {
    var mark = mark(account, code);
    return database.transaction(transaction -> {
      var tried =
          transaction.first(
              CONFIRM, row -> row.getBoolean("confirmed"), account, mark, at(line.at()), TRIES);
      if (tried.isEmpty()) {
        return transaction
            .first(CONFIRMED_BY, row -> Proof.CONFIRMED, account, mark)
            .orElse(Proof.OVER);
      }
      if (!tried.get()) {
        return Proof.WRONG;
      }
      audit.add(transaction, line);
      return Proof.CONFIRMED;
    });
  }

  @Override
  public OwnPhone read(String account, Instant at) {
    return database
        .first(READ, row -> ownPhone(row, at), account)
        .orElseGet(() -> new OwnPhone(Standing.NONE, "", null));
  }

  @Override
  public void forget(String account, AuditEntry line) {
    database.transaction(transaction -> {
      if (transaction.change(FORGET, account) == 1) {
        audit.add(transaction, line);
      }
      return account;
    });
  }

  @Override
  public Optional<Phone> confirmed(String account) {
    return database
        .first(READ, row -> row, account)
        .filter(row -> row.getOffsetDateTime("confirmed_at") != null)
        .flatMap(this::phone);
  }

  private OwnPhone ownPhone(Row row, Instant at) {
    var until = row.getOffsetDateTime("code_until").toInstant();
    var confirmed = row.getOffsetDateTime("confirmed_at") != null;
    return phone(row)
        .filter(_ -> confirmed || until.isAfter(at))
        .map(phone -> phone.e164().substring(phone.e164().length() - ENDING))
        .map(ending ->
            confirmed
                ? new OwnPhone(Standing.CONFIRMED, ending, null)
                : new OwnPhone(Standing.WAITING, ending, until))
        .orElseGet(() -> new OwnPhone(Standing.NONE, "", null));
  }

  private Optional<Phone> phone(Row row) {
    return Optional.ofNullable(row.getBuffer("phone"))
        .map(sealed -> vault.open(sealed.getBytes(), sealedFor(row.getString("account"))))
        .map(Phone::new);
  }

  private String mark(String account, String code) {
    return vault.mark("own-phone", account + '\n' + code);
  }

  private static String sealedFor(String account) {
    return "own-phone/" + account;
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
