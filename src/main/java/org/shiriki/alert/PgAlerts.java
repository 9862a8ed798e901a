package org.shiriki.alert;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.shiriki.dialogue.Text;
import org.shiriki.pg.Database;
import org.shiriki.pg.Notices;
import org.shiriki.pg.Snapshot;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.PhoneKey;

/// Keeps topics and subscriptions in PostgreSQL, and all topics in memory.
public final class PgAlerts implements Alerts {
  private static final Sql SEED =
      new Sql(
          "alert.seed",
          """
          insert into alert_topic (id, position, title_sw, title_en, about_sw, about_en)
          select id, position, title_sw, title_en, about_sw, about_en
          from jsonb_to_recordset($1) as seed (id text, position int, title_sw text,
            title_en text, about_sw text, about_en text)
          where not exists (select from alert_topic)
          on conflict (id) do nothing
          """);
  private static final Sql TOPICS =
      new Sql(
          "alert.topics",
          """
          select id, title_sw, title_en, about_sw, about_en from alert_topic where offered
          order by position, id
          """);
  private static final Sql OF =
      new Sql(
          "alert.of",
          """
          select topic, place from subscription where citizen_key = $1 order by since, topic, place
          """);
  private static final Sql SUBSCRIBE =
      new Sql(
          "alert.subscribe",
          """
          insert into subscription (citizen_key, topic, place)
          select citizen_key, $2, $3 from citizen where citizen_key = $1 and phone is not null
          on conflict (citizen_key, topic, place) do nothing
          """);
  private static final Sql LEAVE =
      new Sql(
          "alert.leave",
          "delete from subscription where citizen_key = $1 and topic = $2 and place = $3");
  private static final Sql LEAVE_ALL =
      new Sql("alert.leave_all", "delete from subscription where citizen_key = $1");

  private final Database database;
  private final Snapshot<List<AlertTopic>> topics;

  /// Opens the keeper.
  ///
  /// @param seed the topics that it begins with if none is kept yet
  public PgAlerts(Database database, Notices notices, List<AlertTopic> seed) {
    this.database = database;
    database.run(SEED, rows(seed));
    this.topics = Snapshot.of(notices, () -> database.list(TOPICS, PgAlerts::topic), "alert_topic");
  }

  @Override
  public List<AlertTopic> topics() {
    return topics.get();
  }

  @Override
  public List<Subscription> of(PhoneKey key) {
    return database.list(OF, PgAlerts::subscription, key.text());
  }

  @Override
  public void subscribe(PhoneKey key, Subscription wish) {
    database.run(SUBSCRIBE, key.text(), wish.topic(), wish.place().code());
  }

  @Override
  public void leave(PhoneKey key, Subscription wish) {
    database.run(LEAVE, key.text(), wish.topic(), wish.place().code());
  }

  @Override
  public void leaveAll(PhoneKey key) {
    database.run(LEAVE_ALL, key.text());
  }

  private static JsonArray rows(List<AlertTopic> seed) {
    var rows = new JsonArray();
    for (var topic : seed) {
      rows.add(
          new JsonObject()
              .put("id", topic.id())
              .put("position", rows.size())
              .put("title_sw", topic.title().sw())
              .put("title_en", topic.title().en())
              .put("about_sw", topic.about().sw())
              .put("about_en", topic.about().en()));
    }
    return rows;
  }

  static AlertTopic topic(Row row) {
    return new AlertTopic(
        row.getString("id"),
        Text.of(row.getString("title_sw"), row.getString("title_en")),
        Text.of(row.getString("about_sw"), row.getString("about_en")));
  }

  private static Subscription subscription(Row row) {
    return new Subscription(row.getString("topic"), Reach.parse(row.getString("place")));
  }
}
