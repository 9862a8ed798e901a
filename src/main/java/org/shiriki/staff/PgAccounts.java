package org.shiriki.staff;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shiriki.pg.Database;
import org.shiriki.pg.Queries;
import org.shiriki.pg.Sql;
import org.shiriki.pg.SqlFailure;

/// Keeps accounts in PostgreSQL.
public final class PgAccounts implements Accounts {
  private static final Duration FIRST_TOKEN = Duration.ofDays(365);

  private static final Sql ORGANISATIONS =
      new Sql(
          "staff.organisations", "select id, name, member, version from organisation order by id");
  private static final Sql ADD_ORGANISATION =
      new Sql(
          "staff.add_organisation",
          """
          insert into organisation (id, name, member) values ($1, $2, $3)
          on conflict do nothing
          """);
  private static final Sql CHANGE_ORGANISATION =
      new Sql(
          "staff.change_organisation",
          """
          update organisation set name = $2, member = $3, version = version + 1
          where id = $1 and version = $4
          """);
  private static final String COLUMNS =
      "name, organisation, email, grants, active, otp_on, version";
  private static final Sql ACCOUNTS =
      new Sql(
          "staff.accounts",
          "select " + COLUMNS + " from account where name > $1 order by name limit $2");
  private static final Sql ACCOUNT =
      new Sql("staff.account", "select " + COLUMNS + " from account where name = $1");
  private static final Sql ADD =
      new Sql(
          "staff.add",
          """
          insert into account (name, organisation, email, grants, active, since)
          values ($1, $2, $3, $4, $5, $6) on conflict do nothing
          """);
  private static final Sql CHANGE =
      new Sql(
          "staff.change",
          """
          update account set organisation = $2, email = $3, grants = $4, active = $5,
            version = version + 1
          where name = $1 and version = $6
          """);
  private static final Sql SIGN_OUT =
      new Sql(
          "staff.sign_out",
          """
          delete from staff_session using account
          where staff_session.account = account.name and account.name = $1 and not account.active
          """);
  private static final Sql LOCK =
      new Sql("staff.lock", "lock table account in share row exclusive mode");
  private static final Sql DIRECTORS =
      new Sql(
          "staff.directors",
          """
          select count(*) as directors from account
          where active and grants @> '[{"role": "DIRECTOR", "counties": [], "themes": []}]'
          """);
  private static final Sql ANYBODY = new Sql("staff.anybody", "select name from account limit 1");
  private static final Sql FIRST_HOUSE =
      new Sql(
          "staff.first_house",
          """
          insert into organisation (id, name, member) values ('secretariat', 'Secretariat', false)
          on conflict do nothing
          """);
  private static final Sql FIRST_TOKEN_OF =
      new Sql(
          "staff.first_token",
          """
          insert into api_token (id, account, name, hash, rights, since, until)
          values ('first', $1, 'first', $2, '{}', $3, $4) on conflict do nothing
          """);

  private final Database database;
  private final PgAudit audit;
  private final InstantSource clock;

  public PgAccounts(Database database, PgAudit audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<Organisation> organisations() {
    return database.list(ORGANISATIONS, PgAccounts::organisation);
  }

  @Override
  public Optional<Organisation> organisation(String id) {
    return organisations().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Override
  public Change organise(Organisation organisation, long expected, AuditEntry line) {
    return database.transaction(transaction -> {
      var changed =
          expected == 0
              ? transaction.change(
                  ADD_ORGANISATION, organisation.id(), organisation.name(), organisation.member())
              : transaction.change(
                  CHANGE_ORGANISATION,
                  organisation.id(),
                  organisation.name(),
                  organisation.member(),
                  expected);
      if (changed == 0) {
        return expected == 0 ? Change.TAKEN : Change.STALE;
      }
      audit.add(transaction, line);
      return Change.DONE;
    });
  }

  @Override
  public List<Account> accounts(String after, int limit) {
    return database.list(ACCOUNTS, PgAccounts::account, after, limit);
  }

  @Override
  public Optional<Account> account(String name) {
    return database.first(ACCOUNT, PgAccounts::account, name);
  }

  @Override
  public Change add(Account account, AuditEntry line) {
    return database.transaction(transaction -> {
      if (add(transaction, account) == 0) {
        return Change.TAKEN;
      }
      audit.add(transaction, line);
      return Change.DONE;
    });
  }

  @Override
  public Change change(Account account, long expected, AuditEntry line) {
    try {
      return database.transaction(transaction -> {
        transaction.run(LOCK);
        var changed =
            transaction.change(
                CHANGE,
                account.name(),
                account.organisation(),
                account.email(),
                grants(account.grants()),
                account.active(),
                expected);
        if (changed == 0) {
          return transaction.first(ACCOUNT, PgAccounts::account, account.name()).isPresent()
              ? Change.STALE
              : Change.MISSING;
        }
        if (directors(transaction) == 0) {
          throw new NobodyLeft();
        }
        transaction.run(SIGN_OUT, account.name());
        audit.add(transaction, line);
        return Change.DONE;
      });
    } catch (NobodyLeft _) {
      return Change.LAST_DIRECTOR;
    } catch (SqlFailure failure) {
      if (failure.isDuplicateOf("account_by_email")) {
        return Change.TAKEN;
      }
      throw failure;
    }
  }

  /// Rolls a change back that would leave nobody who can make accounts.
  private static final class NobodyLeft extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public boolean first(String account, String tokenHash) {
    return database.transaction(transaction -> {
      transaction.run(LOCK);
      if (transaction.first(ANYBODY, row -> row).isPresent()) {
        return false;
      }
      var now = now();
      var director =
          new Account(
              account,
              "secretariat",
              "director@localhost",
              List.of(Grant.everywhere(Role.DIRECTOR)),
              true,
              false,
              1);
      transaction.run(FIRST_HOUSE);
      add(transaction, director);
      transaction.run(FIRST_TOKEN_OF, account, tokenHash, now, now.plus(FIRST_TOKEN));
      audit.add(
          transaction,
          new AuditEntry(now.toInstant(), "house", "account.added", "account/" + account, ""));
      return true;
    });
  }

  private int add(Queries queries, Account account) {
    return queries.change(
        ADD,
        account.name(),
        account.organisation(),
        account.email(),
        grants(account.grants()),
        account.active(),
        now());
  }

  private static long directors(Queries queries) {
    return queries.first(DIRECTORS, row -> row.getLong("directors")).orElse(0L);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Organisation organisation(Row row) {
    return new Organisation(
        row.getString("id"),
        row.getString("name"),
        row.getBoolean("member"),
        row.getLong("version"));
  }

  static Account account(Row row) {
    return new Account(
        row.getString("name"),
        row.getString("organisation"),
        row.getString("email"),
        grants(row.getJsonArray("grants")),
        row.getBoolean("active"),
        row.getBoolean("otp_on"),
        row.getLong("version"));
  }

  private static JsonArray grants(List<Grant> grants) {
    var all = new JsonArray();
    for (var grant : grants) {
      all.add(
          new JsonObject()
              .put("role", grant.role().name())
              .put("counties", new JsonArray(grant.counties()))
              .put("themes", new JsonArray(grant.themes())));
    }
    return all;
  }

  private static List<Grant> grants(JsonArray kept) {
    return kept.stream().map(JsonObject.class::cast).map(PgAccounts::grant).toList();
  }

  private static Grant grant(JsonObject kept) {
    return new Grant(
        Role.valueOf(kept.getString("role")),
        words(kept.getJsonArray("counties")),
        words(kept.getJsonArray("themes")));
  }

  private static List<String> words(JsonArray kept) {
    return kept.stream().map(String.class::cast).toList();
  }
}
