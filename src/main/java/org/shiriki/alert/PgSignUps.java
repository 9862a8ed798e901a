package org.shiriki.alert;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shiriki.citizen.Channel;
import org.shiriki.pg.Database;
import org.shiriki.pg.Queries;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Operator;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Keeps sign-ups in PostgreSQL, all of a sheet in two statements.
public final class PgSignUps implements SignUps {
  private static final Sql LOOK =
      new Sql(
          "signup.look",
          """
          select given.key,
            exists (select from suppression where suppression.mark = given.mark) as gone,
            exists (select from citizen
              where citizen_key = given.key and phone is not null) as known
          from unnest($1::text[], $2::text[]) as given (key, mark)
          """);
  private static final Sql BRING =
      new Sql(
          "signup.bring",
          """
          with given as (
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[],
              $6::text[], $7::bytea[], $8::text[], $9::timestamptz[])
              as given (key, mark, language, ward, phone, operator, name, proof, signed)
          ),
          wanted as (
            select distinct on (key) * from given
            where not exists (select from suppression where suppression.mark = given.mark)
            order by key, signed desc
          ),
          kept as (
            insert into citizen (citizen_key, language, ward, phone, operator, name)
            select key, language, ward, phone, operator, name from wanted
            on conflict (citizen_key) do update set
              ward = case when citizen.phone is null then excluded.ward else citizen.ward end,
              phone = coalesce(citizen.phone, excluded.phone),
              operator = coalesce(nullif(citizen.operator, ''), excluded.operator),
              name = coalesce(citizen.name, excluded.name)
          ),
          agreed as (
            insert into consent (citizen_key, wording, language, channel, given_at)
            select key, proof, language, $12, signed from wanted
            on conflict do nothing
          )
          insert into subscription (citizen_key, topic, place)
          select wish.key, wish.topic, wish.place
          from unnest($1::text[], $10::text[], $11::text[]) as sheet (key, topics, place),
            lateral (select sheet.key, topic, sheet.place
              from unnest(string_to_array(sheet.topics, ' ')) as topic) as wish
          where wish.key in (select key from wanted)
          on conflict do nothing
          """);
  private static final Sql COUNTS =
      new Sql(
          "signup.counts",
          """
          select topic, place, language, count(*) as people
          from subscription join citizen using (citizen_key)
          where phone is not null and muted = ''
          group by topic, place, language order by topic, place, language
          """);

  private final Database database;
  private final Vault vault;
  private final PgAudit audit;

  /// @param database has time for statements over many people
  public PgSignUps(Database database, Vault vault, PgAudit audit) {
    this.database = database;
    this.vault = vault;
    this.audit = audit;
  }

  @Override
  public List<Standing> look(List<SignUp> people) {
    return look(database, people);
  }

  private List<Standing> look(Queries queries, List<SignUp> people) {
    Map<String, Standing> standings = new HashMap<>();
    queries
        .list(LOOK, row -> row, keys(people), marks(people))
        .forEach(row -> standings.put(row.getString("key"), standing(row)));
    return people.stream()
        .map(person -> standings.getOrDefault(key(person), Standing.NEW))
        .toList();
  }

  private static Standing standing(Row row) {
    if (row.getBoolean("gone")) {
      return Standing.LEFT;
    }
    return row.getBoolean("known") ? Standing.KNOWN : Standing.NEW;
  }

  @Override
  public List<Standing> bring(List<SignUp> people, AuditEntry line) {
    return database.transaction(transaction -> {
      var before = look(transaction, people);
      transaction.run(
          BRING,
          keys(people),
          marks(people),
          texts(people, person -> person.language().code()),
          texts(people, SignUp::ward),
          sealed(people, this::phone),
          texts(people, person -> Operator.of(person.phone()).word()),
          sealed(people, this::name),
          texts(people, SignUp::proof),
          people.stream()
              .map(person -> person.signed().atOffset(ZoneOffset.UTC))
              .toArray(OffsetDateTime[]::new),
          texts(people, person -> String.join(" ", person.topics())),
          texts(people, person -> person.place().code()),
          Channel.PAPER.name());
      audit.add(transaction, line);
      return before;
    });
  }

  @Override
  public List<Count> counts() {
    return database.list(
        COUNTS,
        row ->
            new Count(
                row.getString("topic"),
                row.getString("place"),
                row.getString("language"),
                row.getLong("people")));
  }

  private String key(SignUp person) {
    return vault.keyOf(person.phone()).text();
  }

  private String[] keys(List<SignUp> people) {
    return texts(people, this::key);
  }

  private String[] marks(List<SignUp> people) {
    return texts(people, person -> vault.stopMark(vault.keyOf(person.phone())));
  }

  private Buffer phone(SignUp person) {
    return Buffer.buffer(vault.seal(person.phone().e164(), "citizen/" + key(person)));
  }

  private @Nullable Buffer name(SignUp person) {
    return person
        .called()
        .map(name -> Buffer.buffer(vault.seal(name.letters(), "name/" + key(person))))
        .orElse(null);
  }

  private static String[] texts(List<SignUp> people, Function<SignUp, String> part) {
    return people.stream().map(part).toArray(String[]::new);
  }

  private static @Nullable Buffer[] sealed(
      List<SignUp> people, Function<SignUp, @Nullable Buffer> part) {
    var all = new @Nullable Buffer[people.size()];
    for (var number = 0; number < all.length; number++) {
      all[number] = part.apply(people.get(number));
    }
    return all;
  }
}
