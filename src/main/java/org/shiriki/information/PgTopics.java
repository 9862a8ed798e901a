package org.shiriki.information;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.shiriki.dialogue.Text;
import org.shiriki.pg.Database;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Snapshot;
import org.shiriki.pg.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the topics that phones show in PostgreSQL, and all of them in memory.
public final class PgTopics implements Topics {
  private static final Logger LOG = LoggerFactory.getLogger(PgTopics.class);
  private static final Sql SEED =
      new Sql(
          "topic.seed",
          """
          with seed as (
            select * from jsonb_to_recordset($1) as seed (id text, position int, keyword_sw text,
              keyword_en text, title_sw text, title_en text, confidence text, sensitive boolean,
              never_sms boolean, review_by date, verify text, sources text[], pages_sw text[],
              pages_en text[])
            where not exists (select from topic)
          ), kept as (
            insert into topic (id, position, shown) select id, position, 1 from seed
            on conflict (id) do nothing
            returning id
          )
          insert into topic_version (topic, number, keyword_sw, keyword_en, title_sw, title_en,
            confidence, sensitive, never_sms, review_by, verify, sources, pages_sw, pages_en,
            author, at)
          select id, 1, keyword_sw, keyword_en, title_sw, title_en, confidence, sensitive,
            never_sms, review_by, verify, sources, pages_sw, pages_en, $2, $3
          from seed join kept using (id)
          """);
  private static final Sql ALL =
      new Sql(
          "topic.all",
          """
          select topic.id, keyword_sw, keyword_en, title_sw, title_en, confidence, sensitive,
            never_sms, review_by, verify, sources, pages_sw, pages_en
          from topic
          join topic_version on topic_version.topic = topic.id
            and topic_version.number = topic.shown
          order by topic.position, topic.id
          """);

  private final Snapshot<List<Topic>> kept;

  /// Opens the keeper.
  ///
  /// @param seed what it begins with if nothing is kept yet
  public PgTopics(Database database, Notices notices, List<Topic> seed, InstantSource clock) {
    database.run(SEED, rows(seed), Edition.HOUSE, clock.instant().atOffset(ZoneOffset.UTC));
    this.kept = Snapshot.of(notices, () -> read(database, clock), "topic");
  }

  @Override
  public List<Topic> all() {
    return kept.get();
  }

  private static List<Topic> read(Database database, InstantSource clock) {
    var topics = database.list(ALL, PgTopics::topic);
    var today = Day.of(clock.instant());
    topics.stream()
        .filter(topic -> topic.overdue(today))
        .forEach(topic ->
            LOG.atWarn()
                .addKeyValue("topic", topic.id())
                .log("A topic is past its review date and hidden"));
    return topics;
  }

  private static JsonArray rows(List<Topic> seed) {
    var rows = new JsonArray();
    for (var topic : seed) {
      rows.add(
          new JsonObject()
              .put("id", topic.id())
              .put("position", rows.size())
              .put("keyword_sw", topic.keyword().sw())
              .put("keyword_en", topic.keyword().en())
              .put("title_sw", topic.title().sw())
              .put("title_en", topic.title().en())
              .put("confidence", topic.confidence().name())
              .put("sensitive", topic.sensitive())
              .put("never_sms", topic.neverSms())
              .put("review_by", topic.reviewBy().toString())
              .put("verify", topic.verify())
              .put("sources", new JsonArray(topic.sources()))
              .put("pages_sw", new JsonArray(topic.pages().sw()))
              .put("pages_en", new JsonArray(topic.pages().en())));
    }
    return rows;
  }

  /// A topic's words in the order of the columns.
  static List<Object> columns(Topic topic) {
    return List.of(
        topic.keyword().sw(),
        topic.keyword().en(),
        topic.title().sw(),
        topic.title().en(),
        topic.confidence().name(),
        topic.sensitive(),
        topic.neverSms(),
        topic.reviewBy(),
        topic.verify(),
        topic.sources().toArray(String[]::new),
        topic.pages().sw().toArray(String[]::new),
        topic.pages().en().toArray(String[]::new));
  }

  static Topic topic(Row row) {
    return new Topic(
        row.getString("id"),
        Text.of(row.getString("keyword_sw"), row.getString("keyword_en")),
        Text.of(row.getString("title_sw"), row.getString("title_en")),
        Confidence.valueOf(row.getString("confidence")),
        row.getBoolean("sensitive"),
        row.getBoolean("never_sms"),
        row.getLocalDate("review_by"),
        row.getString("verify"),
        List.of(row.getArrayOfStrings("sources")),
        new Pages(
            List.of(row.getArrayOfStrings("pages_sw")),
            List.of(row.getArrayOfStrings("pages_en"))));
  }
}
