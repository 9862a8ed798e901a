package org.shiriki.upkeep;

import org.shiriki.pg.Sql;

/// A column of sealed texts. All parts are SQL, and constants.
///
/// @param place what a row's text is sealed for: `'citizen/' || citizen_key`
public record SealedColumn(String table, String column, String place) {
  /// Of a stretch of the table, the rows that another key than the newest sealed.
  ///
  /// `$1` and `$2` are where the stretch begins and ends, `$3` is how the newest key's texts begin.
  private String stale() {
    return " from %1$s where ctid >= $1::text::tid and ctid < $2::text::tid and length(%2$s) > 0 and substring(%2$s from 1 for 5) <> $3"
        .formatted(table, column);
  }

  Sql count() {
    return new Sql("rotation.count", "select count(*) as rows" + stale());
  }

  Sql take() {
    return new Sql(
        "rotation.take",
        "select ctid::text as row, %s as sealed, %s as place".formatted(column, place)
            + stale()
            + " for update skip locked");
  }

  /// Puts texts back: `$1` are the rows, `$2` the texts.
  Sql put() {
    return new Sql(
        "rotation.put",
        "update %1$s set %2$s = fresh.sealed from unnest($1::text[], $2::bytea[]) as fresh (row, sealed) where %1$s.ctid = fresh.row::tid"
            .formatted(table, column));
  }

  /// How many blocks the table has.
  Sql blocks() {
    return new Sql(
        "rotation.blocks",
        "select pg_relation_size('%s') / current_setting('block_size')::int as blocks"
            .formatted(table));
  }
}
