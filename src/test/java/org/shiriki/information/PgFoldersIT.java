package org.shiriki.information;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Town;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;

final class PgFoldersIT implements FoldersContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();
  private static final Sql CLEAR = new Sql("test.clear", "truncate topic, topic_version");
  private static final Sql AUDITED =
      new Sql("test.audited", "select count(*)::int as lines from audit");

  @BeforeEach
  void clear() {
    TOWN.database().run(CLEAR);
  }

  @Override
  public Folders folders() {
    return new PgFolders(TOWN.database());
  }

  @Override
  public int audited() {
    return TOWN.database().first(AUDITED, row -> row.getInteger("lines")).orElseThrow();
  }

  @Test
  void phones_read_what_is_published_and_nothing_else() {
    try (var notices = Notices.listen(TOWN.vertx(), TOWN.url())) {
      var clock = InstantSource.fixed(Town.MORNING);
      new PgTopics(TOWN.database(), notices, List.of(Library.ROADS), clock);
      var folders = folders();
      folders.add(FIRST, 5, CALL, ENTRY);
      folders.revise(SECOND, 1, ENTRY);
      assertThat(phones(notices)).containsExactly(Library.ROADS);

      folders.show("water", 1, 2, ENTRY);
      assertThat(phones(notices)).containsExactly(Library.ROADS, Library.WATER);

      folders.show("roads", Folder.NONE, 1, ENTRY);
      assertThat(phones(notices)).containsExactly(Library.WATER);
    }
  }

  private static List<Topic> phones(Notices notices) {
    var clock = InstantSource.fixed(Town.MORNING);
    return new PgTopics(TOWN.database(), notices, List.of(), clock).all();
  }
}
