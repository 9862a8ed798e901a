package org.shiriki.poll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.Vault;

/// Keeps the keys of polls, sealed by the vault, in a table of their own; those in use are at hand
/// in memory, until any poll changes and for ten minutes at most.
final class PgPollKeys {
  private static final Duration AT_HAND = Duration.ofMinutes(10);

  /// The lock makes whoever comes while the poll is sealed look again, so that no key is made for a
  /// poll that is over.
  private static final Sql MAKE =
      new Sql(
          "poll.key.make",
          """
          with open as (
            select id from poll where id = any($1::text[]) and not sealed order by id for key share
          )
          insert into poll_key (poll, sealed)
          select made.poll, made.sealed
          from unnest($1::text[], $2::bytea[]) made (poll, sealed) join open on open.id = made.poll
          on conflict (poll) do nothing
          """);

  private static final Sql FIND =
      new Sql("poll.key.find", "select poll, sealed from poll_key where poll = any($1::text[])");

  private final Database database;
  private final Vault vault;
  private final SecureRandom random = new SecureRandom();
  private final Cache<PollId, PollKey> near =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(AT_HAND).build();

  PgPollKeys(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /// The key of a poll, made if it has none yet; nothing for a poll that is sealed or unknown.
  Optional<PollKey> of(PollId poll) {
    return Optional.ofNullable(of(List.of(poll)).get(poll));
  }

  /// The keys of polls, those left out that are sealed or unknown.
  Map<PollId, PollKey> of(List<PollId> polls) {
    var keys = new HashMap<>(near.getAllPresent(polls));
    var missing = polls.stream().filter(poll -> !keys.containsKey(poll)).toList();
    if (!missing.isEmpty()) {
      keys.putAll(made(missing));
    }
    return keys;
  }

  private Map<PollId, PollKey> made(List<PollId> polls) {
    var ids = polls.stream().map(PollId::text).toArray(String[]::new);
    var fresh = polls.stream().map(this::fresh).toArray(Buffer[]::new);
    database.run(MAKE, ids, fresh);
    var keys = new HashMap<PollId, PollKey>();
    for (var row : database.run(FIND, (Object) ids)) {
      var poll = new PollId(row.getString("poll"));
      keys.put(poll, open(poll, row.getBuffer("sealed")));
    }
    near.putAll(keys);
    return keys;
  }

  private Buffer fresh(PollId poll) {
    return Buffer.buffer(vault.seal(PollKey.from(random).text(), place(poll)));
  }

  PollKey open(PollId poll, Buffer sealed) {
    return PollKey.parse(vault.open(sealed.getBytes(), place(poll)));
  }

  /// What looks like a person's and is nobody's.
  String nobody() {
    return PollKey.nobody(random);
  }

  /// Holds no key in memory any more.
  void forget() {
    near.invalidateAll();
  }

  private static String place(PollId poll) {
    return "poll-key/" + poll;
  }
}
