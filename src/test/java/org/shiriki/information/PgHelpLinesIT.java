package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

final class PgHelpLinesIT implements HelpLinesContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Sql CLEAR = new Sql("test.clear", "truncate help_line");

  private final Notices notices = Notices.listen(TOWN.vertx(), TOWN.url());

  @BeforeEach
  void clear() {
    TOWN.database().run(CLEAR);
  }

  @AfterEach
  void stop_listening() {
    notices.close();
  }

  @Override
  public HelpLines helpLines(List<HelpLine> seed) {
    return new PgHelpLines(TOWN.database(), notices, seed);
  }

  @Test
  void a_seed_is_taken_only_while_nothing_is_kept() {
    helpLines(List.of(Library.POLICE));

    var later = helpLines(List.of(Library.NACADA));

    assertThat(later.all()).containsExactly(Library.POLICE);
  }
}
