package org.shiriki.staff;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.SlowHash;
import org.shiriki.privacy.Vault;

/// Keeps passwords and visits in PostgreSQL.
public final class PgSignIn implements SignIn {
  private static final Duration VISIT = Duration.ofHours(12);
  private static final Duration IDLE = Duration.ofHours(1);
  private static final Duration RESET = Duration.ofHours(1);

  private static final Sql SWEEP_VISITS =
      new Sql("sign_in.sweep_visits", "delete from staff_session where until < $1 or used_at < $2");
  private static final Sql SWEEP_MISSES =
      new Sql("sign_in.sweep_misses", "delete from sign_in_miss where latest < $1");

  private static final Sql CREDENTIALS =
      new Sql(
          "sign_in.credentials",
          """
          select name, organisation, email, grants, active, otp_on, version, password
          from account where lower(email) = $1 and active
          """);
  private static final Sql OPEN =
      new Sql(
          "sign_in.open",
          """
          insert into staff_session (hash, account, csrf, since, used_at, until, proven, origin)
          values ($1, $2, $3, $4, $4, $5, $6, $7)
          """);
  private static final Sql KNOWN =
      new Sql(
          "sign_in.known",
          """
          with visit as (
            select hash, account, csrf, proven, used_at from staff_session
            where hash = $1 and until > $2 and used_at > $3
          ), used as (
            update staff_session set used_at = $2 from visit
            where staff_session.hash = visit.hash and visit.used_at < $2 - interval '1 minute'
          )
          select csrf, proven, name, organisation, email, grants, active, otp_on, version
          from visit join account on account.name = visit.account
          where account.active
          """);
  private static final Sql LEAVE =
      new Sql("sign_in.leave", "delete from staff_session where hash = $1");
  private static final Sql PLACES =
      new Sql(
          "sign_in.places",
          """
          select left(hash, 12) as id, since, used_at, origin from staff_session
          where account = $1 and until > $2 and used_at > $3 order by used_at desc
          """);
  private static final Sql END =
      new Sql(
          "sign_in.end", "delete from staff_session where account = $1 and left(hash, 12) = $2");
  private static final Sql END_ALL =
      new Sql("sign_in.end_all", "delete from staff_session where account = $1");
  private static final Sql RESET_WORD =
      new Sql("sign_in.reset", "update account set reset = $2, reset_until = $3 where name = $1");
  private static final Sql INVITE =
      new Sql(
          "sign_in.invite",
          """
          update account set reset = $2, reset_until = $3
          where name = $1 and password is null and active returning name
          """);
  private static final Sql SET_PASSWORD =
      new Sql(
          "sign_in.set_password",
          """
          update account set password = $2, reset = null, reset_until = null
          where reset = $1 and reset_until > $3 and active returning name
          """);

  private final Database database;
  private final PgAudit audit;
  private final SlowHash hash;
  private final SecondFactors factors;
  private final PgMisses misses;
  private final InstantSource clock;
  private final String nobodys;

  public PgSignIn(
      Database database,
      PgAudit audit,
      Vault vault,
      SlowHash hash,
      SecondFactors factors,
      InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.hash = hash;
    this.factors = factors;
    this.misses = new PgMisses(database, vault, clock);
    this.clock = clock;
    this.nobodys = hash.of(Secrets.word());
  }

  /// Forgets visits that are over, and wrong passwords of a day ago.
  public static void sweep(Database database, Instant now) {
    database.run(SWEEP_VISITS, at(now), at(now.minus(IDLE)));
    database.run(SWEEP_MISSES, at(now.minus(Duration.ofDays(1))));
  }

  private record Credentials(Account account, @Nullable String password) {
    @Override
    public String toString() {
      return "Credentials[" + account + ']';
    }
  }

  @Override
  public Entry enter(Try attempt) {
    var email = attempt.email().strip().toLowerCase(Locale.ROOT);
    var wait = misses.begin(email, attempt.from());
    if (wait.isPositive()) {
      return new Entry.Later(wait);
    }
    var found = database.first(CREDENTIALS, PgSignIn::credentials, email);
    var kept = found.map(Credentials::password).orElse(nobodys);
    var fits = hash.fits(attempt.password(), kept);
    if (found.isEmpty() || !fits || found.get().password() == null) {
      return new Entry.Wrong();
    }
    var account = found.get().account();
    if (account.secondFactor()) {
      if (attempt.code().isBlank()) {
        misses.forgive(email, attempt.from());
        return new Entry.NeedsCode();
      }
      if (!factors.proves(account.name(), attempt.code().strip())) {
        return new Entry.Wrong();
      }
    }
    misses.end(email, attempt.from());
    var proven = account.secondFactor() || !account.needsSecondFactor();
    return new Entry.In(open(account, proven, attempt.from()));
  }

  @Override
  public Optional<Visit> admit(String email, String from) {
    return database
        .first(CREDENTIALS, PgSignIn::credentials, email.strip().toLowerCase(Locale.ROOT))
        .map(known -> open(known.account(), true, from));
  }

  private Visit open(Account account, boolean proven, String from) {
    var word = Secrets.word();
    var csrf = Secrets.word();
    var now = clock.instant();
    database.transaction(transaction -> {
      transaction.run(
          OPEN,
          Secrets.hash(word),
          account.name(),
          csrf,
          at(now),
          at(now.plus(VISIT)),
          proven,
          from);
      audit.add(
          transaction,
          new AuditEntry(
              now, account.name(), "account.signed-in", "account/" + account.name(), "", from));
      return word;
    });
    return new Visit(word, csrf, account, proven, now.plus(VISIT));
  }

  @Override
  public Optional<Colleague> known(String word, String csrf, boolean changes, String from) {
    return visit(
            word,
            row ->
                !changes || Secrets.same(csrf, row.getString("csrf"))
                    ? Optional.of(colleague(row, from))
                    : Optional.<Colleague>empty())
        .flatMap(colleague -> colleague);
  }

  @Override
  public Optional<String> csrf(String word) {
    return visit(word, row -> row.getString("csrf"));
  }

  private <T> Optional<T> visit(String word, java.util.function.Function<Row, T> read) {
    var now = clock.instant();
    return database.first(KNOWN, read, Secrets.hash(word), at(now), at(now.minus(IDLE)));
  }

  private static Colleague colleague(Row row, String from) {
    var acting = PgAccounts.account(row).acting("console " + from);
    return row.getBoolean("proven") ? acting : acting.within(Set.of());
  }

  @Override
  public void leave(String word) {
    database.run(LEAVE, Secrets.hash(word));
  }

  @Override
  public List<Place> places(String account) {
    var now = clock.instant();
    return database.list(PLACES, PgSignIn::place, account, at(now), at(now.minus(IDLE)));
  }

  @Override
  public boolean end(String account, String place, Colleague by) {
    return database.transaction(transaction -> {
      var ended = transaction.change(END, account, place) > 0;
      if (ended) {
        audit.add(transaction, line("account.signed-out", account, by));
      }
      return ended;
    });
  }

  @Override
  public Optional<String> invite(String account) {
    var word = Secrets.word();
    var until = at(clock.instant().plus(RESET));
    return database.first(INVITE, _ -> word, account, Secrets.hash(word), until);
  }

  @Override
  public String reset(String account, Colleague by) {
    var word = Secrets.word();
    database.transaction(transaction -> {
      transaction.run(RESET_WORD, account, Secrets.hash(word), at(clock.instant().plus(RESET)));
      audit.add(transaction, line("account.reset-begun", account, by));
      return word;
    });
    return word;
  }

  @Override
  public boolean setPassword(String reset, String password, String from) {
    var slow = hash.of(password);
    return database.transaction(transaction -> {
      var now = clock.instant();
      var account =
          transaction.first(
              SET_PASSWORD, row -> row.getString("name"), Secrets.hash(reset), slow, at(now));
      account.ifPresent(name -> {
        transaction.run(END_ALL, name);
        audit.add(
            transaction,
            new AuditEntry(now, name, "account.password-set", "account/" + name, "", from));
      });
      return account.isPresent();
    });
  }

  private AuditEntry line(String action, String account, Colleague by) {
    return new AuditEntry(
        clock.instant(), by.account(), action, "account/" + account, "", by.from());
  }

  private static Credentials credentials(Row row) {
    return new Credentials(PgAccounts.account(row), row.getString("password"));
  }

  private static Place place(Row row) {
    return new Place(
        row.getString("id"),
        row.getOffsetDateTime("since").toInstant(),
        row.getOffsetDateTime("used_at").toInstant(),
        row.getString("origin"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
