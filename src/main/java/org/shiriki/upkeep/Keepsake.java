package org.shiriki.upkeep;

import org.shiriki.pg.Sql;

/// The rows that a rule is about; a room has one for each kind of record that it keeps.
///
/// All parts are SQL, and constants.
///
/// @param rule the rule's id
/// @param table where they are
/// @param old what makes a row come of age: a condition on `$1`, the instant before which it is old
/// @param subjects for what a row may be under a legal hold: an array of texts such as
///   `array['citizen/' || citizen_key]`
/// @param ending what lets go of them, up to its condition: `delete from …`, `update … set …`
public record Keepsake(String rule, String table, String old, String subjects, String ending) {
  private static final String HELD =
      "exists (select from legal_hold where legal_hold.subject = any(%s))";

  /// Counts what is old, and what of it is under a hold.
  Sql count() {
    return new Sql(
        "retention.count",
        "select count(*) filter (where not held) as due, count(*) filter (where held) as held from (select "
            + HELD.formatted(subjects)
            + " as held from "
            + table
            + " where "
            + old
            + ") as aged");
  }

  /// Lets go of at most `$2` rows that are old and under no hold.
  Sql remove() {
    return new Sql(
        "retention.remove",
        ending
            + " where ctid = any(array(select ctid from "
            + table
            + " where "
            + old
            + " and not "
            + HELD.formatted(subjects)
            + " limit $2 for update skip locked))");
  }
}
