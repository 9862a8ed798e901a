package org.shiriki.information;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

final class PgPostingsIT implements PostingsContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final Sql CLEAR = new Sql("test.clear", "truncate help_line");
  private static final Sql AUDITED =
      new Sql("test.audited", "select count(*)::int as lines from audit");

  @BeforeEach
  void clear() {
    TOWN.database().run(CLEAR);
  }

  @Override
  public Postings postings() {
    return new PgPostings(TOWN.database());
  }

  @Override
  public int audited() {
    return TOWN.database().first(AUDITED, row -> row.getInteger("lines")).orElseThrow();
  }
}
