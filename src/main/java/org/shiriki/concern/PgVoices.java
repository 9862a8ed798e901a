package org.shiriki.concern;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.place.Residence;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

/// Keeps voices in PostgreSQL. A voice is a keyed hash of a person and one concern, so that no two
/// voices of a person can be joined.
public final class PgVoices implements Voices {
  private static final Sql OPEN =
      new Sql(
          "voice.open",
          """
          select reference, category, coalesce(title, '') as title, filed_at,
            1 + (select count(*) from voice where voice.reference = concern.reference)::int
            + (select count(distinct twin.reference) + count(mark)
               from concern as twin left join voice on voice.reference = twin.reference
               where twin.merged_into = concern.reference)::int as voices
          from concern
          where ward = $1 and category = $2 and status <> all ($3) and merged_into is null
            and reporter is distinct from $4
          order by voices desc, filed_at desc, reference limit $5
          """);
  private static final Sql ADD =
      new Sql(
          "voice.add",
          """
          with open as (
            select reference, reporter from concern where reference = $1 and status <> all ($2)
            for key share),
          counted as (
            insert into voice (reference, mark, follower)
            select reference, $3,
              (select citizen_key from citizen where citizen_key = $5 and phone is not null)
            from open where reporter is distinct from $4
            on conflict (reference, mark) do update set follower = excluded.follower)
          select reference from open
          """);

  private final Database database;
  private final Vault vault;

  public PgVoices(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public List<OpenConcern> open(String category, Residence ward, PhoneKey person) {
    return ward.known()
        .map(code ->
            database.list(
                OPEN, PgVoices::concern, code, category, Status.ended(), person.text(), OFFERED))
        .orElse(List.of());
  }

  @Override
  public boolean add(Reference concern, PhoneKey person, boolean follows) {
    return database
        .first(
            ADD,
            Optional::of,
            concern.code(),
            Status.ended(),
            vault.mark("voice/" + concern.code(), person.text()),
            person.text(),
            follows ? person.text() : null)
        .isPresent();
  }

  private static OpenConcern concern(Row row) {
    return new OpenConcern(
        new Reference(row.getString("reference")),
        row.getString("category"),
        row.getString("title"),
        row.getOffsetDateTime("filed_at").toInstant(),
        row.getInteger("voices"));
  }
}
