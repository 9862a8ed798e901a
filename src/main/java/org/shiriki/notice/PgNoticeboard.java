package org.shiriki.notice;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiriki.notice.Notice.Kind;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;

/// Keeps notices in PostgreSQL.
public final class PgNoticeboard implements Noticeboard {
  private static final Sql SETTLE =
      new Sql(
          "notice.settle",
          """
          update notice set settled_at = $1
          where settled_at is null and not exists (
            select from review where review.kind = notice.kind and review.subject = notice.subject
              and review.due is not distinct from notice.due)
          """);

  /// A day that comes back, because a change was taken back, opens its notice again.
  private static final Sql MAKE =
      new Sql(
          "notice.make",
          """
          insert into notice (kind, subject, county, theme, due, made_at)
          select kind, subject, county, theme, due, $2 from review where due is null or due <= $1
          order by kind, subject
          on conflict (kind, subject, due) do update set made_at = excluded.made_at,
            settled_at = null
            where notice.settled_at is not null
          """);

  private static final Sql PAGE =
      new Sql(
          "notice.page",
          """
          select * from (
            select notice.*, coalesce(notice.due, date '1970-01-01') as by,
              settled_at is null and review.kind is not null as open
            from notice left join review on review.kind = notice.kind
              and review.subject = notice.subject and review.due is not distinct from notice.due
          ) as notice
          where exists (
              select from unnest($1::text[], $2::text[], $3::text[]) as patch (kind, county, theme)
              where patch.kind = notice.kind
                and (notice.county = '' or patch.county in ('', notice.county))
                and (notice.theme = '' or patch.theme in ('', notice.theme)))
            and ($4::bool is null or open = $4)
            and (not open, by, id) > ($5::bool, $6::date, $7::bigint)
          order by not open, by, id limit $8
          """);
  private static final Sql OPEN =
      new Sql(
          "notice.open",
          """
          select notice.kind, count(*) as open
          from notice join review on review.kind = notice.kind
            and review.subject = notice.subject and review.due is not distinct from notice.due
          where settled_at is null group by notice.kind
          """);

  private final Database database;

  public PgNoticeboard(Database database) {
    this.database = database;
  }

  @Override
  public Look look(LocalDate until, Instant at) {
    return database.transaction(transaction -> {
      var settled = transaction.change(SETTLE, at(at));
      return new Look(transaction.change(MAKE, until, at(at)), settled);
    });
  }

  @Override
  public List<Notice> page(Search search, Place after, int limit) {
    var kinds = new ArrayList<String>();
    var counties = new ArrayList<String>();
    var themes = new ArrayList<String>();
    search
        .scopes()
        .forEach((kind, scope) ->
            scope
                .patches()
                .forEach(patch -> {
                  kinds.add(kind.name());
                  counties.add(patch.county());
                  themes.add(patch.theme());
                }));
    return database.list(
        PAGE,
        PgNoticeboard::notice,
        kinds.toArray(String[]::new),
        counties.toArray(String[]::new),
        themes.toArray(String[]::new),
        search.open(),
        !after.open(),
        after.due(),
        after.id(),
        limit);
  }

  @Override
  public Map<Kind, Long> open() {
    var counts = new EnumMap<Kind, Long>(Kind.class);
    database
        .run(OPEN)
        .forEach(row -> counts.put(Kind.valueOf(row.getString("kind")), row.getLong("open")));
    return counts;
  }

  private static Notice notice(Row row) {
    return new Notice(
        row.getLong("id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getString("county"),
        row.getString("theme"),
        row.getLocalDate("due"),
        row.getOffsetDateTime("made_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("settled_at"))
            .map(OffsetDateTime::toInstant)
            .orElse(null),
        row.getBoolean("open"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
