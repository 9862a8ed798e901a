package org.shiriki.broadcast;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shiriki.dialogue.Language;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Operator;
import org.shiriki.sms.State;

/// Lists the people of a broadcast from their messages in PostgreSQL.
public final class PgRecipients implements Recipients {
  private static final Sql WARDS =
      new Sql(
          "recipient.wards",
          """
          select coalesce(citizen.ward, '') as ward, count(*)::int as people
          from outbox left join citizen on citizen.citizen_key = outbox.citizen_key
          where outbox.broadcast = $1 group by 1
          """);

  /// An id is a hash of a key that nobody outside knows and nobody can guess, made with the
  /// broadcast: who sees two lists cannot tell who is in both.
  private static final Sql LIST =
      new Sql(
          "recipient.list",
          """
          with person as (
            select substr(encode(sha256(convert_to(
                broadcast || '/' || citizen_key, 'UTF8')), 'hex'), 1, 24) as id,
              citizen_key, wording, state, reason, coalesce(settled_at, begun_at, queued_at) as at
            from outbox
            where broadcast = $1
              and ($2::text[] = '{}' or state = any($2))
              and ($3::text[] = '{}' or reason = any($3))
              and ($4::text[] is null or citizen_key in (
                select citizen_key from citizen where ward = any($4)))),
          page as (select * from person where id > $5 order by id limit $6)
          select page.id, coalesce(citizen.ward, '') as ward, wording.language,
            coalesce(citizen.operator, '') as operator, page.state, page.reason, page.at
          from page
            join broadcast_wording as wording
              on wording.broadcast = $1 and wording.number = page.wording
            left join citizen on citizen.citizen_key = page.citizen_key
          order by page.id
          """);

  private final Database bulk;

  /// @param bulk has time for statements over a whole audience
  public PgRecipients(Database bulk) {
    this.bulk = bulk;
  }

  @Override
  public Map<String, Integer> wards(long broadcast) {
    return bulk.list(WARDS, row -> row, broadcast).stream()
        .collect(Collectors.toMap(row -> row.getString("ward"), row -> row.getInteger("people")));
  }

  @Override
  public List<Recipient> list(long broadcast, Filter filter, String after, int limit) {
    return bulk.list(
        LIST,
        PgRecipients::recipient,
        broadcast,
        names(filter.states()),
        names(filter.reasons()),
        filter.wards().map(wards -> wards.toArray(String[]::new)).orElse(null),
        after,
        limit);
  }

  private static String[] names(Collection<? extends Enum<?>> wanted) {
    return wanted.stream().map(Enum::name).toArray(String[]::new);
  }

  private static Recipient recipient(Row row) {
    return new Recipient(
        row.getString("id"),
        row.getString("ward"),
        Language.of(row.getString("language")),
        Operator.ofWord(row.getString("operator")),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getOffsetDateTime("at").toInstant());
  }
}
