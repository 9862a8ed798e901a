package org.shiriki.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shiriki.staff.Right;

/// The contract of the API (OpenAPI 3.1), put together from the house's part and each room's.
public final class Contract {
  /// Where all paths of the contract begin.
  public static final String PATH = "/api/v1";

  /// In `x-right`: whoever has an account.
  private static final String ANYBODY = "ANYBODY";

  /// In `x-right`: whoever calls, with a token or without.
  private static final String PUBLIC = "PUBLIC";

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final String HOUSE = "openapi";
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private final Map<String, Object> document;
  private final List<Entry> entries;

  private Contract(Map<String, Object> document) {
    this.document = document;
    this.entries = entries(document);
  }

  /// An operation as the contract has it.
  ///
  /// @param needs what its caller must be
  /// @param matches whether it asks which version the caller believes to change
  /// @param once whether it takes an `Idempotency-Key`
  /// @param sheet whether it takes a sheet (CSV) instead of JSON
  public record Entry(
      String id,
      String method,
      String path,
      Needs needs,
      boolean matches,
      boolean once,
      boolean sheet) {}

  /// What the caller of an operation must be.
  public sealed interface Needs {
    /// Whoever calls.
    record Nothing() implements Needs {}

    /// Whoever has an account.
    record Account() implements Needs {}

    /// Somebody with a right.
    record To(Right right) implements Needs {}
  }

  /// Reads the parts of the contract.
  public static Contract of(List<? extends Api> rooms) {
    var document = part(HOUSE);
    for (var room : rooms) {
      merge(document, part(room.name()));
    }
    return new Contract(document);
  }

  /// The contract as one document.
  public Map<String, Object> document() {
    return document;
  }

  /// All operations, in the order of the document.
  public List<Entry> entries() {
    return entries;
  }

  /// The contract as people and programs read it.
  public String yaml() {
    try {
      return YAML.writeValueAsString(document);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, Object> part(String name) {
    var resource = "/api/" + name + ".yaml";
    try (var stream = Contract.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("There is no " + resource);
      }
      return YAML.readValue(stream, new TypeReference<LinkedHashMap<String, Object>>() {});
    } catch (IOException failure) {
      throw new UncheckedIOException("The contract's part cannot be read: " + resource, failure);
    }
  }

  /// Adds what one part says to the whole; nothing may be said twice.
  private static void merge(Map<String, Object> whole, Map<String, Object> part) {
    part.forEach((name, value) -> {
      var there = whole.putIfAbsent(name, value);
      if (there == null) {
        return;
      }
      if (there instanceof List<?> && value instanceof List<?>) {
        list(there).addAll(list(value));
      } else if (there instanceof Map<?, ?> && value instanceof Map<?, ?>) {
        merge(map(there), map(value));
      } else {
        throw new IllegalStateException("The contract says twice what " + name + " is");
      }
    });
  }

  private static List<Entry> entries(Map<String, Object> document) {
    var all = new ArrayList<Entry>();
    map(document.getOrDefault("paths", Map.of()))
        .forEach((path, methods) ->
            map(methods)
                .forEach((method, operation) -> {
                  if (METHODS.contains(method)) {
                    all.add(entry(path, method, map(operation)));
                  }
                }));
    return List.copyOf(all);
  }

  private static Entry entry(String path, String method, Map<String, Object> operation) {
    var parameters = String.valueOf(operation.getOrDefault("parameters", List.of()));
    return new Entry(
        String.valueOf(operation.get("operationId")),
        method,
        path,
        needs(String.valueOf(operation.get("x-right"))),
        parameters.contains("/IfMatch"),
        parameters.contains("/IdempotencyKey"),
        String.valueOf(operation.get("requestBody")).contains("text/csv="));
  }

  private static Needs needs(String right) {
    return switch (right) {
      case PUBLIC -> new Needs.Nothing();
      case ANYBODY -> new Needs.Account();
      default -> new Needs.To(Right.valueOf(right));
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
