package org.shiriki.office;

import org.shiriki.pg.Sql;

/// The statements of [PgOffices].
final class OfficeSql {
  static final Sql OFFICES =
      new Sql(
          "office.list",
          """
          select * from office
          where (cardinality($1::text[]) = 0 or county = '' or county = any ($1)) and id > $2
          order by id limit $3
          """);
  static final Sql OFFICE = new Sql("office.lock", "select * from office where id = $1 for update");
  static final Sql ADD_OFFICE =
      new Sql(
          "office.add",
          """
          insert into office (id, name_sw, name_en, county, contact, above, organisation)
          values ($1, $2, $3, $4, $5, nullif($6, ''), nullif($7, ''))
          on conflict (id) do nothing
          """);
  static final Sql CHANGE_OFFICE =
      new Sql(
          "office.change",
          """
          update office set name_sw = $2, name_en = $3, county = $4, contact = $5,
            above = nullif($6, ''), organisation = nullif($7, ''), version = version + 1
          where id = $1
          """);
  static final Sql ORGANISATION =
      new Sql("office.organisation", "select from organisation where id = $1 for key share");
  static final Sql REMOVE_OFFICE =
      new Sql(
          "office.remove",
          """
          delete from office
          where id = $1 and not exists (select from routing where office = $1)
            and not exists (select from office as other where other.above = $1)
            and not exists (select from concern where concern.office = $1 or answered_by = $1)
            and not exists (select from concern_event where concern_event.office = $1)
          """);

  /// The offices above one, as far up as it goes.
  static final Sql ABOVE =
      new Sql(
          "office.above",
          """
          with recursive up as (
            select above from office where id = $1 and above is not null
            union
            select office.above from office join up on office.id = up.above
            where office.above is not null)
          select above from up
          """);

  static final Sql ROUTES =
      new Sql(
          "route.list",
          """
          select * from routing
          where (cardinality($1::text[]) = 0 or county = '' or county = any ($1))
            and (category, county, ward) > ($2, $3, $4)
          order by category, county, ward limit $5
          """);
  static final Sql FIRST_ROUTES =
      new Sql(
          "route.list_first",
          """
          select * from routing
          where cardinality($1::text[]) = 0 or county = '' or county = any ($1)
          order by category, county, ward limit $2
          """);
  static final Sql ROUTE =
      new Sql(
          "route.lock",
          "select * from routing where category = $1 and county = $2 and ward = $3 for update");
  static final Sql ADD_ROUTE =
      new Sql(
          "route.add",
          """
          insert into routing (category, county, ward, office, acknowledge_days, answer_days,
            escalate_days)
          values ($1, $2, $3, $4, $5, $6, $7)
          on conflict (category, county, ward) do nothing
          """);
  static final Sql CHANGE_ROUTE =
      new Sql(
          "route.change",
          """
          update routing set office = $4, acknowledge_days = $5, answer_days = $6,
            escalate_days = $7, version = version + 1
          where category = $1 and county = $2 and ward = $3
          """);
  static final Sql REMOVE_ROUTE =
      new Sql(
          "route.remove", "delete from routing where category = $1 and county = $2 and ward = $3");

  private OfficeSql() {}
}
