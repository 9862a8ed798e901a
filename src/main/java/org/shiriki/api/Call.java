package org.shiriki.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.Colleague;
import org.shiriki.staff.Right;
import org.shiriki.staff.Scope;

/// A request to the API that is as the contract wants it, from somebody who has the right.
///
/// @param right what its operation needs
/// @param path the values in its path, by name
/// @param query the values behind its path, by name; one that may be repeated has several
/// @param body what was sent; a null node if nothing was
/// @param version what the caller believes to change (`If-Match`); null where the operation does
///   not ask
/// @param id names what the call makes: the same `Idempotency-Key` gives the same id, so that a
///   keeper with a unique key on it makes nothing twice; random without a key
/// @param at when it came
/// @param visit the word of the caller's visit; empty where they came with a token
public record Call(
    Colleague colleague,
    Right right,
    Map<String, String> path,
    Map<String, List<String>> query,
    JsonNode body,
    @Nullable Long version,
    UUID id,
    Instant at,
    String visit) {
  /// How many rows a page has unless fewer or more are asked for.
  public static final int PAGE = 50;

  public Call {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
  }

  /// A call with a token.
  public Call(
      Colleague colleague,
      Right right,
      Map<String, String> path,
      Map<String, List<String>> query,
      JsonNode body,
      @Nullable Long version,
      UUID id,
      Instant at) {
    this(colleague, right, path, query, body, version, id, at, "");
  }

  /// The same under another id.
  Call named(UUID other) {
    return new Call(colleague, right, path, query, body, version, other, at, visit);
  }

  /// Where the caller may do this.
  public Scope scope() {
    return colleague.scope(right);
  }

  /// A value in the path.
  public String path(String name) {
    var value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The contract has no path parameter " + name);
    }
    return value;
  }

  /// A value behind the path, the first if there are several.
  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /// All values of a name behind the path.
  public List<String> queries(String name) {
    return query.getOrDefault(name, List.of());
  }

  /// How many rows a page may have.
  public int limit() {
    return query("limit").map(Integer::parseInt).orElse(PAGE);
  }

  /// Where the page begins: after the row that has these values in the order of the list; nothing
  /// for the first page, and for a cursor that is none.
  ///
  /// @param parts how many values a row of this list is ordered by
  public Optional<List<String>> after(int parts) {
    return query("cursor").flatMap(cursor -> Cursor.parse(cursor, parts));
  }

  /// What was sent, as a value.
  public <T> T body(Class<T> type) {
    return Json.read(body, type);
  }

  /// The version that the caller believes to change.
  public long expected() {
    if (version == null) {
      throw new IllegalStateException("The contract asks no If-Match here");
    }
    return version;
  }

  /// A line for the audit about what this call does.
  ///
  /// @param action a past participle, `concern.assigned`
  /// @param subject `concern/<reference>`
  /// @param detail what it was and what it became; no number, no name, no citizen's words
  public AuditEntry did(String action, String subject, String detail) {
    return new AuditEntry(at, colleague.account(), action, subject, detail, colleague.from());
  }

  @Override
  public String toString() {
    return "Call[" + id + ']';
  }
}
