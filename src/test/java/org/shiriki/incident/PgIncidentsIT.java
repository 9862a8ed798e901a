package org.shiriki.incident;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.PgAudit;

class PgIncidentsIT implements IncidentsContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql ACTIONS =
      new Sql("test.actions", "select action from audit order by number");

  @Override
  public Incidents incidents() {
    return new PgIncidents(TOWN.database(), new PgAudit(TOWN.database()));
  }

  @Override
  public List<String> actions() {
    return TOWN.database().list(ACTIONS, row -> row.getString("action"));
  }
}
