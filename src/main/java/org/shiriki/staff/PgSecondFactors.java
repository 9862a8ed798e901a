package org.shiriki.staff;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Vault;

/// Keeps second factors in PostgreSQL: secrets sealed, recovery codes as keyed hashes.
public final class PgSecondFactors implements SecondFactors {
  private static final Sql USE_STEP =
      new Sql(
          "sign_in.use_step", "update account set otp_step = $2 where name = $1 and otp_step < $2");
  private static final Sql USE_RECOVERY =
      new Sql(
          "sign_in.use_recovery",
          """
          update account set recovery = array_remove(recovery, $2)
          where name = $1 and $2 = any (recovery)
          """);
  private static final Sql ENROL =
      new Sql(
          "sign_in.enrol",
          "update account set otp = $2, otp_step = 0 where name = $1 and not otp_on");
  private static final Sql FACTOR =
      new Sql("sign_in.factor", "select otp from account where name = $1 and otp_on = $2");
  private static final Sql CONFIRM =
      new Sql(
          "sign_in.confirm",
          """
          update account set otp_on = true, otp_step = $2, recovery = $3, version = version + 1
          where name = $1 and not otp_on
          """);
  private static final Sql WITHDRAW =
      new Sql(
          "sign_in.withdraw",
          """
          update account set otp_on = false, otp = null, recovery = '{}', version = version + 1
          where name = $1
          """);
  private static final Sql END_ALL =
      new Sql("sign_in.end_all", "delete from staff_session where account = $1");

  private final Database database;
  private final PgAudit audit;
  private final Vault vault;
  private final InstantSource clock;

  public PgSecondFactors(Database database, PgAudit audit, Vault vault, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Optional<Factor> enrol(String account) {
    var secret = SecondFactor.secret();
    var sealed = Buffer.buffer(vault.seal(secret, sealedFor(account)));
    return database.change(ENROL, account, sealed) == 0
        ? Optional.empty()
        : Optional.of(new Factor(secret, SecondFactor.address(account, secret)));
  }

  @Override
  public Optional<List<String>> confirm(String account, String code, Colleague by) {
    var secret = secret(account, false);
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    var step = SecondFactor.step(secret.get(), code.strip(), clock.instant());
    if (step.isEmpty()) {
      return Optional.empty();
    }
    var codes = SecondFactor.recoveryCodes();
    var marks = codes.stream().map(each -> recoveryMark(account, each)).toArray(String[]::new);
    database.transaction(transaction -> {
      transaction.run(CONFIRM, account, step.getAsLong(), marks);
      transaction.run(END_ALL, account);
      audit.add(transaction, line("account.second-factor-set", account, by));
      return codes;
    });
    return Optional.of(codes);
  }

  @Override
  public void withdraw(String account, Colleague by) {
    database.transaction(transaction -> {
      transaction.run(WITHDRAW, account);
      transaction.run(END_ALL, account);
      audit.add(transaction, line("account.second-factor-withdrawn", account, by));
      return account;
    });
  }

  @Override
  public boolean proves(String account, String code) {
    var recovery = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    if (database.change(USE_RECOVERY, account, recoveryMark(account, recovery)) > 0) {
      return true;
    }
    var secret = secret(account, true);
    if (secret.isEmpty()) {
      return false;
    }
    var step = SecondFactor.step(secret.get(), code, clock.instant());
    return step.isPresent() && database.change(USE_STEP, account, step.getAsLong()) > 0;
  }

  private Optional<String> secret(String account, boolean inUse) {
    return database.list(FACTOR, PgSecondFactors::factor, account, inUse).stream()
        .flatMap(Optional::stream)
        .findFirst()
        .map(factor -> vault.open(factor.getBytes(), sealedFor(account)));
  }

  private AuditEntry line(String action, String account, Colleague by) {
    return new AuditEntry(
        clock.instant(), by.account(), action, "account/" + account, "", by.from());
  }

  private String recoveryMark(String account, String code) {
    return vault.mark("recovery", account + '\n' + code);
  }

  private static String sealedFor(String account) {
    return "account/" + account;
  }

  private static Optional<Buffer> factor(Row row) {
    return Optional.ofNullable(row.getBuffer("otp"));
  }
}
