package org.shiriki.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.impl.RequestParameterImpl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shiriki.api.Contract.Entry;
import org.shiriki.staff.Colleague;

/// The contract asked from inside of the house, by pages of ours: the same rights, the same
/// validation, the same answers as a program has over HTTP, and nothing beside them.
public final class Inside {
  /// As long as the contract lets a page be.
  private static final String LONGEST_PAGE = "500";

  private final Operations operations;
  private final Callers callers;
  private final Map<String, Entry> entries;

  /// Asks these operations, for those who are signed in.
  public Inside(Operations operations, Callers callers) {
    this.operations = operations;
    this.callers = callers;
    this.entries =
        operations.contract().entries().stream()
            .collect(Collectors.toMap(Entry::id, Function.identity()));
  }

  /// One asking.
  ///
  /// @param body a null node for none; a text node for a sheet (CSV)
  /// @param version that the caller believes to change
  /// @param key the same names the same asking; empty for none
  public record Wish(
      String operation,
      Map<String, String> path,
      Map<String, List<String>> query,
      JsonNode body,
      OptionalLong version,
      String key) {
    /// Asks for something that is read.
    public static Wish read(
        String operation, Map<String, String> path, Map<String, List<String>> query) {
      return new Wish(operation, path, query, NullNode.getInstance(), OptionalLong.empty(), "");
    }

    @Override
    public String toString() {
      return "Wish[" + operation + ']';
    }
  }

  /// Who asks.
  ///
  /// @param visit the word of their visit
  /// @param from their address
  public record Asker(Optional<Colleague> colleague, String visit, String from) {
    @Override
    public String toString() {
      return "Asker[" + colleague.map(Colleague::account).orElse("") + ']';
    }
  }

  /// What came of it.
  public sealed interface Outcome {
    /// It is so.
    ///
    /// @param version of the thing, or [Reply#NONE]
    /// @param created the path of something new; else empty
    record Given(JsonNode body, long version, String created) implements Outcome {}

    /// Somebody came in, or went: their browser keeps the word.
    record Came(JsonNode body, String word, Duration time) implements Outcome {
      @Override
      public String toString() {
        return "Came[…]";
      }
    }

    /// It was not done.
    record Refused(Problem problem) implements Outcome {}
  }

  /// The contract.
  public Contract contract() {
    return operations.contract();
  }

  /// Whoever is signed in with this word.
  ///
  /// @param csrf the word of the form, where something changes
  public Optional<Colleague> visitor(String word, String csrf, boolean changes, String from) {
    return word.isEmpty() ? Optional.empty() : callers.byVisit(word, csrf, changes, from);
  }

  /// The word that forms of this visit carry.
  public String csrf(String word) {
    return word.isEmpty() ? "" : callers.visits().csrf(word).orElse("");
  }

  /// Asks, and waits for the answer.
  ///
  /// @throws IllegalArgumentException if the contract has no such operation
  public Outcome ask(Wish wish, Asker asker) {
    return outcome(reply(wish, asker));
  }

  /// Whether the contract has an operation.
  public boolean knows(String operation) {
    return entries.containsKey(operation);
  }

  /// Asks for something that is read, and waits for the answer. What changes anything does not
  /// exist here: whoever follows a link does nothing by it.
  public Outcome look(Wish wish, Asker asker) {
    return readable(wish) ? ask(wish, asker) : new Outcome.Refused(Problem.missing());
  }

  private boolean readable(Wish wish) {
    var entry = entries.get(wish.operation());
    return entry != null && entry.method().equals("get");
  }

  /// All rows of a list.
  public sealed interface Listing {
    /// All of them.
    record Rows(List<JsonNode> rows) implements Listing {
      public Rows {
        rows = List.copyOf(rows);
      }

      @Override
      public String toString() {
        return "Rows[" + rows.size() + ']';
      }
    }

    /// More than were wanted.
    record TooMany() implements Listing {}

    /// It was refused, or is no list.
    record Refused(Problem problem) implements Listing {}
  }

  /// All rows of a list, if they are no more than this many.
  public Listing rows(Wish wish, Asker asker, int most) {
    if (!readable(wish)) {
      return new Listing.Refused(Problem.missing());
    }
    var all = new ArrayList<JsonNode>();
    var query = new HashMap<>(wish.query());
    query.put("limit", List.of(LONGEST_PAGE));
    while (true) {
      switch (reply(Wish.read(wish.operation(), wish.path(), query), asker)) {
        case Reply.Rows rows -> {
          rows.rows().forEach(row -> all.add(Json.tree(row)));
          if (rows.next().isEmpty()) {
            return new Listing.Rows(all);
          }
          query.put("cursor", List.of(rows.next()));
        }
        case Reply.Refused(var problem) -> {
          return new Listing.Refused(problem);
        }
        default -> {
          return new Listing.Refused(Problem.missing());
        }
      }
      if (all.size() >= most) {
        return new Listing.TooMany();
      }
    }
  }

  private Reply reply(Wish wish, Asker asker) {
    var entry = entries.get(wish.operation());
    if (entry == null) {
      throw new IllegalArgumentException("The contract has no operation " + wish.operation());
    }
    var version = wish.version();
    return operations.ask(
        entry,
        asker.colleague(),
        new Operations.Asked(
            () -> new Request(operations, wish),
            version.isPresent() ? Wire.etag(version.getAsLong()) : null,
            Optional.of(wish.key()).filter(key -> !key.isEmpty()),
            wish.body().isTextual() ? Optional.of(wish.body()) : Optional.empty(),
            asker.visit(),
            asker.from()));
  }

  private static Outcome outcome(Reply reply) {
    return switch (reply) {
      case Reply.Item(var body, var version) -> new Outcome.Given(Json.tree(body), version, "");
      case Reply.Created(var path, var body, var version) ->
          new Outcome.Given(Json.tree(body), version, path);
      case Reply.Rows rows -> new Outcome.Given(Json.tree(rows.page()), Reply.NONE, "");
      case Reply.Text(_, var text) -> new Outcome.Given(Json.tree(text), Reply.NONE, "");
      case Reply.WithVisit(var body, var word, var time) ->
          new Outcome.Came(Json.tree(body), word, time);
      case Reply.Done() -> new Outcome.Given(NullNode.getInstance(), Reply.NONE, "");
      case Reply.Refused(var problem) -> new Outcome.Refused(problem);
    };
  }

  /// A wish in the form in which a request is held against the contract.
  private record Request(Operations operations, Wish wish) implements ValidatableRequest {
    @Override
    public Map<String, RequestParameter> getHeaders() {
      return new HashMap<>();
    }

    @Override
    public Map<String, RequestParameter> getCookies() {
      return new HashMap<>();
    }

    @Override
    public Map<String, RequestParameter> getPathParameters() {
      return wish.path().entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, entry -> new RequestParameterImpl(entry.getValue())));
    }

    @Override
    public Map<String, RequestParameter> getQuery() {
      var operation = Objects.requireNonNull(operations.readable().operation(wish.operation()));
      var values = new HashMap<String, RequestParameter>();
      for (var parameter : operation.getParameters()) {
        var given = wish.query().getOrDefault(parameter.getName(), List.of());
        if (!given.isEmpty()) {
          values.put(parameter.getName(), Wire.parameter(parameter, given));
        }
      }
      return values;
    }

    @Override
    public RequestParameter getBody() {
      return wish.body().isTextual() || wish.body().isNull()
          ? new RequestParameterImpl(null)
          : new RequestParameterImpl(Buffer.buffer(Json.write(wish.body())));
    }

    @Override
    public String getContentType() {
      return "application/json";
    }

    @Override
    public String toString() {
      return "Request[" + wish.operation() + ']';
    }
  }
}
