package org.shiriki;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Contract;
import org.shiriki.api.Reply;
import org.shiriki.staff.Colleague;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Right;
import org.shiriki.staff.Role;

/// Somebody of the staff who asks a room for something, without the door between.
public record DeskCall(
    Colleague colleague,
    Map<String, String> path,
    Map<String, List<String>> query,
    String body,
    @Nullable Long version,
    UUID id,
    Instant at) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A director, on the town's morning.
  public static DeskCall director(String account) {
    return by(account, Grant.everywhere(Role.DIRECTOR));
  }

  public static DeskCall by(String account, Grant... grants) {
    var colleague =
        new Colleague(account, "secretariat", List.of(grants), Set.of(Right.values()), "test");
    return new DeskCall(colleague, Map.of(), Map.of(), "", null, UUID.randomUUID(), Town.MORNING);
  }

  /// The same by somebody who is a director, but for one county only.
  public DeskCall within(String county) {
    var elsewhere = new Grant(Role.DIRECTOR, List.of(county), List.of());
    return by("desk", elsewhere).path(path).query(query).body(body).seen(version);
  }

  /// The same by somebody whose right reaches nothing.
  public DeskCall nowhere() {
    return by("nobody").path(path).query(query).body(body).seen(version);
  }

  public DeskCall path(String name, String value) {
    var more = new HashMap<>(path);
    more.put(name, value);
    return path(more);
  }

  private DeskCall path(Map<String, String> values) {
    return new DeskCall(colleague, values, query, body, version, id, at);
  }

  public DeskCall query(String name, String value) {
    var more = new HashMap<>(query);
    more.put(name, List.of(value));
    return query(more);
  }

  private DeskCall query(Map<String, List<String>> values) {
    return new DeskCall(colleague, path, values, body, version, id, at);
  }

  /// With a body; apostrophes stand for quotation marks.
  public DeskCall body(String json) {
    return new DeskCall(colleague, path, query, json.replace('\'', '"'), version, id, at);
  }

  /// Believing to change this version.
  public DeskCall seen(@Nullable Long seen) {
    return new DeskCall(colleague, path, query, body, seen, id, at);
  }

  public DeskCall once(UUID call) {
    return new DeskCall(colleague, path, query, body, version, call, at);
  }

  public DeskCall at(Instant moment) {
    return new DeskCall(colleague, path, query, body, version, id, moment);
  }

  /// What the room answers.
  public Reply to(Api api, String operation) {
    var entry =
        Contract.of(List.of(api)).entries().stream()
            .filter(named -> named.id().equals(operation))
            .findFirst()
            .orElseThrow();
    var right = ((Contract.Needs.To) entry.needs()).right();
    return Objects.requireNonNull(api.operations().get(operation)).answer(call(right));
  }

  private Call call(Right right) {
    try {
      var node = body.isEmpty() ? NullNode.getInstance() : JSON.readTree(body);
      return new Call(colleague, right, path, query, node, version, id, at);
    } catch (JsonProcessingException failure) {
      throw new AssertionError(failure);
    }
  }

  /// What was refused, by its status; 0 for what was done.
  public static int status(Reply reply) {
    return reply instanceof Reply.Refused(var problem) ? problem.status() : 0;
  }
}
