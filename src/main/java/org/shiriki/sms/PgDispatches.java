package org.shiriki.sms;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Language;
import org.shiriki.pg.Database;
import org.shiriki.privacy.KeyFailure;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Message.Lane;

/// The way out of the outbox, in PostgreSQL: a statement a step.
public final class PgDispatches implements Dispatches {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final Duration WEEK = Duration.ofDays(7);

  private record Key(String citizen, String once) {}

  private final Database database;
  private final Vault vault;

  public PgDispatches(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  @Override
  public List<Dispatch> claim(Lane lane, int most, Instant now, Instant until) {
    var lease = UUID.randomUUID().toString();
    var claimed = new ArrayList<Dispatch>();
    var unreadable = new ArrayList<Key>();
    for (var row : database.run(DispatchSql.CLAIM, lane.name(), at(now), most, lease, at(until))) {
      try {
        claimed.add(dispatch(row, lane, lease));
      } catch (KeyFailure _) {
        unreadable.add(key(row));
      } catch (IllegalArgumentException _) {
        unreadable.add(key(row));
      }
    }
    if (!unreadable.isEmpty()) {
      database.run(
          DispatchSql.UNREADABLE,
          lease,
          at(now),
          column(unreadable, Key::citizen),
          column(unreadable, Key::once));
    }
    return List.copyOf(claimed);
  }

  private Dispatch dispatch(Row row, Lane lane, String lease) {
    var key = row.getString("citizen_key");
    return new Dispatch(
        new PhoneKey(key),
        row.getString("once"),
        new Phone(
            vault.open(sealed(row), (row.getBoolean("shared") ? "citizen/" : "outbox/") + key)),
        lane,
        Purpose.valueOf(row.getString("purpose")),
        row.getString("sender"),
        words(row, key),
        row.getInteger("segments"),
        row.getOffsetDateTime("queued_at").toInstant(),
        lease);
  }

  /// The words, with the person's name where they call for it. A name that cannot be opened is as
  /// good as none.
  private String words(Row row, String key) {
    var text = row.getString("text");
    return Optional.ofNullable(row.getString("called_in"))
        .map(language -> Salutation.fill(text, Language.of(language), name(row, key)))
        .orElse(text);
  }

  private String name(Row row, String key) {
    try {
      return Optional.ofNullable(row.getBuffer("name"))
          .map(sealed -> vault.open(sealed.getBytes(), "name/" + key))
          .orElse("");
    } catch (KeyFailure _) {
      return "";
    }
  }

  /// Without a number there is nothing that could be opened.
  private static byte[] sealed(Row row) {
    return Optional.ofNullable(row.getBuffer("phone"))
        .map(Buffer::getBytes)
        .orElseThrow(() -> new IllegalArgumentException("There is no number"));
  }

  @Override
  public List<Dispatch> begin(List<Dispatch> claimed, Terms terms, Instant now, Instant until) {
    if (claimed.isEmpty()) {
      return List.of();
    }
    var begun = new HashSet<Key>();
    var rows =
        claimed.getFirst().lane() == Lane.BROADCAST
            ? beginBulk(claimed, terms, now, until)
            : beginPrompt(claimed, terms, now, until);
    rows.forEach(row -> {
      if (row.getString("state").equals(State.SENDING.name())) {
        begun.add(key(row));
      }
    });
    return claimed.stream()
        .filter(dispatch -> begun.contains(new Key(dispatch.to().text(), dispatch.once())))
        .toList();
  }

  private RowSet<Row> beginPrompt(List<Dispatch> claimed, Terms terms, Instant now, Instant until) {
    var day = now.atZone(NAIROBI).toLocalDate().atStartOfDay(NAIROBI).toInstant();
    return database.run(
        BeginSql.PROMPT,
        column(claimed, dispatch -> dispatch.to().text()),
        column(claimed, Dispatch::once),
        column(claimed, dispatch -> vault.stopMark(dispatch.to())),
        claimed.getFirst().lease(),
        at(now.minus(terms.oldest())),
        at(day),
        terms.repliesPerDay(),
        at(now),
        at(until),
        at(now.minus(Purpose.REMINDS)));
  }

  private RowSet<Row> beginBulk(List<Dispatch> claimed, Terms terms, Instant now, Instant until) {
    var today = now.atZone(NAIROBI).toLocalDate();
    database.run(BeginSql.OPEN_DAY, today);
    return database.run(
        BeginSql.BULK,
        column(claimed, dispatch -> dispatch.to().text()),
        column(claimed, Dispatch::once),
        column(claimed, dispatch -> vault.stopMark(dispatch.to())),
        claimed.getFirst().lease(),
        at(now.minus(terms.oldest())),
        at(now.minus(WEEK)),
        terms.alertsPerWeek(),
        at(now),
        at(until),
        today,
        terms.segmentsPerDay(),
        at(today.plusDays(1).atStartOfDay(NAIROBI).toInstant()));
  }

  @Override
  public void settle(List<Settled> settled, Instant now, Instant again) {
    if (settled.isEmpty()) {
      return;
    }
    var kept = settled.stream().map(one -> Settlement.of(one, vault)).toList();
    database.run(
        DispatchSql.SETTLE,
        column(kept, Settlement::citizen),
        column(kept, Settlement::once),
        column(kept, Settlement::state),
        column(kept, Settlement::reason),
        column(kept, Settlement::detail),
        column(kept, one -> one.messageId().isEmpty() ? null : one.messageId()),
        column(kept, Settlement::cost),
        column(kept, one -> one.stopMark().isEmpty() ? null : one.stopMark()),
        settled.getFirst().dispatch().lease(),
        at(now),
        at(again));
  }

  @Override
  public void putBack(List<Dispatch> claimed, Instant due) {
    if (!claimed.isEmpty()) {
      database.run(
          DispatchSql.PUT_BACK,
          claimed.getFirst().lease(),
          at(due),
          column(claimed, dispatch -> dispatch.to().text()),
          column(claimed, Dispatch::once));
    }
  }

  @Override
  public void abandon(Instant now) {
    database.run(DispatchSql.ABANDON, at(now));
  }

  @Override
  public List<Waiting> waiting(Instant now) {
    return database.list(
        DispatchSql.WAITING,
        row ->
            new Waiting(
                Lane.valueOf(row.getString("lane")),
                row.getLong("messages"),
                Duration.ofMillis((long) (row.getDouble("oldest") * 1000))),
        at(now));
  }

  private static Key key(Row row) {
    return new Key(row.getString("citizen_key"), row.getString("once"));
  }

  private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
