package org.shiriki.pg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What stood in the tables before staff could write it goes on being shown.
class ContentMigrationIT {
  @RegisterExtension static final TestDatabase BARE = TestDatabase.empty();

  private static final List<String> BEFORE =
      List.of(
          """
          insert into topic values ('water', 3, 'MAJI', 'WATER', 'Maji', 'Water', 'HIGH', false,
            false, '2027-01-31', '', '{a}', '{x,y}', '{x,y}')
          """,
          """
          insert into poll (id, title_sw, title_en, audience, languages, opens_at, closes_at,
            sponsor, conductor, election_related, questions, sealed)
          select id, 'Maji', 'Water', 'everyone', '{sw}', now() - interval '9 days', closes, 'K',
            'K', false,
            '[{"text": {"sw": "A", "en": "B"}, "options": [], "skippable": false}, {"text": {"sw": "C", "en": "D"}, "options": [], "skippable": true}]',
            sealed
          from (values ('over', now() - interval '1 day', true),
            ('open', now() + interval '1 day', false)) as polls (id, closes, sealed)
          """,
          "insert into poll_choice values ('open', 'ballot', 1, 2)");

  private static void migrate(String target) {
    var url = BARE.url();
    Flyway.configure()
        .dataSource(url.jdbc(), url.user(), url.password())
        .locations("classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private static List<String> texts(String sql) {
    return BARE.database().list(new Sql("test", sql), row -> row.getString(0));
  }

  @Test
  void topics_and_polls_of_before_are_shown_and_told_as_before() {
    migrate("20");
    BEFORE.forEach(sql -> BARE.database().run(new Sql("test", sql)));

    migrate("22");

    assertThat(
            texts(
                "select topic.id || shown || title_en || author || position from topic"
                    + " join topic_version on topic = id and number = shown"))
        .containsExactly("water1Waterhouse3");
    assertThat(texts("select id || stage || (published_at is not null) from poll order by id"))
        .containsExactly("openSCHEDULEDfalse", "overSCHEDULEDtrue");
    assertThat(texts("select method ->> 'sampling' from poll where id = 'over'"))
        .containsExactly("SELF_SELECTED");
    assertThat(texts("select questions #>> '{1,kind}' from poll")).containsOnly("OPINION");
    assertThat(texts("select questions #>> '{1,text,en}' from poll")).containsOnly("D");
    assertThat(texts("select option || coalesce(cell, '-') from poll_choice"))
        .containsExactly("2-");
  }
}
