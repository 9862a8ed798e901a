package org.shiriki.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Places;

class PgDirectoryIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Path CONFIG = Path.of("config");
  private static final Sql RENAME =
      new Sql("test.rename", "update office set name_en = 'Shiriki in Voi' where id = $1");

  private final Directory seed = DirectoryFile.read(CONFIG, Places.load(CONFIG));
  private final PgDirectory directory = new PgDirectory(TOWN.database());

  @Test
  void two_nodes_that_start_together_fill_the_directory_once_and_a_third_changes_nothing()
      throws Exception {
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var filled : List.of(nodes.submit(this::fill), nodes.submit(this::fill))) {
        filled.get();
      }
    }
    TOWN.database().run(RENAME, "taita-taveta-desk");

    directory.seed(seed);

    var kept = directory.read();
    assertThat(kept.categories()).isEqualTo(seed.categories());
    assertThat(new HashSet<>(kept.routes())).isEqualTo(new HashSet<>(seed.routes()));
    assertThat(kept.offices()).hasSameSizeAs(seed.offices());
    assertThat(kept.office("taita-taveta-desk").orElseThrow().name().en())
        .isEqualTo("Shiriki in Voi");
  }

  @Test
  void a_change_of_an_office_is_told_to_every_node() throws Exception {
    directory.seed(seed);
    var told = new LinkedBlockingQueue<String>();
    try (var notices = Notices.listen(TOWN.vertx(), TOWN.url())) {
      var watched = directory.watch(notices);
      notices.on("office", () -> told.add(watched.get().office("desk").orElseThrow().name().en()));

      TOWN.database().run(RENAME, "desk");

      var name = told.poll(10, TimeUnit.SECONDS);
      while (name != null && !name.equals("Shiriki in Voi")) {
        name = told.poll(10, TimeUnit.SECONDS);
      }
      assertThat(name).isEqualTo("Shiriki in Voi");
    }
  }

  private void fill() {
    directory.seed(seed);
  }
}
