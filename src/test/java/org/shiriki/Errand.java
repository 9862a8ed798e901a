package org.shiriki;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Reply;
import org.shiriki.staff.Colleague;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Right;
import org.shiriki.staff.Role;

/// A request to an [Api] on its way: what the door would hand to the room.
public final class Errand {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Colleague colleague;
  private final Right right;
  private final Map<String, String> path = new HashMap<>();
  private final Map<String, List<String>> query = new HashMap<>();
  private JsonNode body = NullNode.getInstance();
  private @Nullable Long version;
  private UUID id = UUID.randomUUID();
  private Instant at = Town.MORNING;

  private Errand(Colleague colleague, Right right) {
    this.colleague = colleague;
    this.right = right;
  }

  /// Somebody of the staff with these grants and all that they give.
  public static Colleague colleague(String account, Grant... grants) {
    return new Colleague(
        account, "secretariat", List.of(grants), Set.of(Right.values()), "token/test 127.0.0.1");
  }

  /// A case officer for everything, everywhere.
  public static Colleague officer(String account) {
    return colleague(account, Grant.everywhere(Role.CASE_OFFICER));
  }

  /// What a colleague does by a right of theirs.
  public static Errand of(Colleague colleague, Right right) {
    return new Errand(colleague, right);
  }

  public Errand path(String name, String value) {
    path.put(name, value);
    return this;
  }

  public Errand query(String name, String... values) {
    query.put(name, List.of(values));
    return this;
  }

  /// With a body, as JSON in which `'` stands for `"`.
  public Errand body(String json) {
    try {
      body = JSON.readTree(json.replace('\'', '"'));
      return this;
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException(failure);
    }
  }

  public Errand version(long believed) {
    version = believed;
    return this;
  }

  public Errand id(UUID key) {
    id = key;
    return this;
  }

  public Errand at(Instant when) {
    at = when;
    return this;
  }

  /// Asks an operation.
  public Reply ask(Api api, String operation) {
    var asked = api.operations().get(operation);
    if (asked == null) {
      throw new AssertionError("There is no operation " + operation);
    }
    return asked.answer(new Call(colleague, right, path, query, body, version, id, at));
  }

  /// The status of what is refused; 200 for what is done.
  public static int status(Reply reply) {
    return reply instanceof Reply.Refused(var problem) ? problem.status() : 200;
  }

  /// The thing that was answered.
  public static <T> T item(Reply reply, Class<T> type) {
    return switch (reply) {
      case Reply.Item(var body, _) -> type.cast(body);
      case Reply.Created(_, var body, _) -> type.cast(body);
      default -> throw new AssertionError("That is no item: " + reply);
    };
  }
}
