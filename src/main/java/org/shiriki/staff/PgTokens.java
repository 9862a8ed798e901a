package org.shiriki.staff;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;

/// Keeps tokens in PostgreSQL.
public final class PgTokens implements Tokens {
  private static final String PREFIX = "shiriki_";
  private static final int ID_LENGTH = 10;

  private static final Sql MINT =
      new Sql(
          "token.mint",
          """
          insert into api_token (id, account, name, hash, rights, since, until)
          values ($1, $2, $3, $4, $5, $6, $7)
          """);
  private static final Sql OF =
      new Sql(
          "token.of",
          """
          select id, name, rights, since, until, used_at, ended_at from api_token
          where account = $1 order by since desc
          """);
  private static final Sql END =
      new Sql(
          "token.end",
          """
          update api_token set ended_at = $3 where account = $1 and id = $2 and ended_at is null
          """);
  private static final Sql SHOWN =
      new Sql(
          "token.shown",
          """
          with token as (
            select id, account, name as token_name, rights, used_at from api_token
            where hash = $1 and until > $2 and ended_at is null
          ), used as (
            update api_token set used_at = $2 from token
            where api_token.id = token.id
              and (token.used_at is null or token.used_at < $2 - interval '1 minute')
          )
          select token.token_name, token.rights, name, organisation, email, grants, active, otp_on,
            version
          from token join account on account.name = token.account
          where account.active
          """);

  private final Database database;
  private final PgAudit audit;
  private final InstantSource clock;

  public PgTokens(Database database, PgAudit audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Minted mint(String account, String name, Set<Right> rights, Instant until, Colleague by) {
    var word = PREFIX + Secrets.word();
    var token =
        new Token(
            Secrets.word().substring(0, ID_LENGTH),
            name,
            rights,
            clock.instant(),
            until,
            null,
            null);
    database.transaction(transaction -> {
      transaction.run(
          MINT,
          token.id(),
          account,
          name,
          Secrets.hash(word),
          rights.stream().map(Right::name).sorted().toArray(String[]::new),
          at(token.since()),
          at(until));
      audit.add(transaction, line("token.made", token.id(), by));
      return token;
    });
    return new Minted(token, word);
  }

  @Override
  public List<Token> of(String account) {
    return database.list(OF, PgTokens::token, account);
  }

  @Override
  public boolean end(String account, String id, Colleague by) {
    return database.transaction(transaction -> {
      var ended = transaction.change(END, account, id, at(clock.instant())) > 0;
      if (ended) {
        audit.add(transaction, line("token.ended", id, by));
      }
      return ended;
    });
  }

  @Override
  public Optional<Colleague> shown(String word, String from) {
    return database.first(
        SHOWN, row -> colleague(row, from), Secrets.hash(word), at(clock.instant()));
  }

  private static Colleague colleague(Row row, String from) {
    var account = PgAccounts.account(row);
    var rights = rights(row);
    var within = rights.isEmpty() ? Set.of(Right.values()) : rights;
    return new Colleague(
        account.name(),
        account.organisation(),
        account.grants(),
        within,
        "token/" + row.getString("token_name") + ' ' + from);
  }

  private AuditEntry line(String action, String id, Colleague by) {
    return new AuditEntry(clock.instant(), by.account(), action, "token/" + id, "", by.from());
  }

  private static Token token(Row row) {
    return new Token(
        row.getString("id"),
        row.getString("name"),
        rights(row),
        row.getOffsetDateTime("since").toInstant(),
        row.getOffsetDateTime("until").toInstant(),
        instant(row, "used_at"),
        instant(row, "ended_at"));
  }

  private static Set<Right> rights(Row row) {
    return Arrays.stream(row.getArrayOfStrings("rights"))
        .map(Right::valueOf)
        .collect(Collectors.toSet());
  }

  static @Nullable Instant instant(Row row, String column) {
    return row.getValue(column) == null ? null : row.getOffsetDateTime(column).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
