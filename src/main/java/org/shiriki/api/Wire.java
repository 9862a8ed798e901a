package org.shiriki.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatedRequest;
import io.vertx.openapi.validation.impl.RequestParameterImpl;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Problem.Fault;

/// Requests as they come and as rooms hear of them.
final class Wire {
  private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");
  private static final Pattern MISSING = Pattern.compile("required property \"?([^\"]+)\"?");

  /// Media types that Vert.x's reader of contracts knows.
  private static final List<String> READABLE = List.of("application/json");

  /// Sheets, which the door hands on as they come.
  private static final String SHEET = "text/csv";

  /// Of its address Vert.x uses the path, and wants a host all the same.
  private static final String SERVER = "http://localhost" + Contract.PATH;

  private Wire() {}

  /// The contract as Vert.x reads it: without the types of answers that it does not know.
  static JsonObject readable(Map<String, Object> document) {
    var copy = new JsonObject(Json.write(document));
    prune(copy);
    return copy.put("servers", new JsonArray().add(new JsonObject().put("url", SERVER)));
  }

  private static void prune(JsonObject object) {
    for (var name : List.copyOf(object.fieldNames())) {
      if (object.getValue(name) instanceof JsonObject inner) {
        if (name.equals("requestBody") && inner.getJsonObject("content").containsKey(SHEET)) {
          object.remove(name);
          continue;
        }
        if (name.equals("content")) {
          List.copyOf(inner.fieldNames()).stream()
              .filter(type -> !READABLE.contains(type))
              .forEach(inner::remove);
          if (inner.isEmpty()) {
            object.remove(name);
            continue;
          }
        }
        prune(inner);
      }
    }
  }

  /// The version in an `If-Match`; nothing if it is none of ours.
  static Optional<Long> version(String etag) {
    var found = ETAG.matcher(etag.strip());
    return found.matches() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
  }

  static String etag(long version) {
    return '"' + Long.toString(version) + '"';
  }

  static Map<String, String> path(ValidatedRequest request) {
    return request.getPathParameters().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue().get())));
  }

  static Map<String, List<String>> query(ValidatedRequest request) {
    return request.getQuery().entrySet().stream()
        .filter(entry -> entry.getValue() != null && !entry.getValue().isNull())
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> texts(entry.getValue())));
  }

  private static List<String> texts(RequestParameter value) {
    return value.get() instanceof JsonArray several
        ? several.stream().map(Wire::text).toList()
        : List.of(text(value.get()));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  /// Whether what was sent says that it is a sheet.
  static boolean isSheet(@Nullable String type) {
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(SHEET);
  }

  static JsonNode sheet(@Nullable String text) {
    return TextNode.valueOf(Objects.requireNonNullElse(text, ""));
  }

  static JsonNode body(ValidatedRequest request) {
    return switch (request.getBody().get()) {
      case JsonObject object -> Json.parse(object.encode());
      case JsonArray array -> Json.parse(array.encode());
      case null -> NullNode.getInstance();
      case Object other -> TextNode.valueOf(other.toString());
    };
  }

  /// A value behind a path in the form in which it is held against the contract.
  static RequestParameter parameter(Parameter parameter, List<String> given) {
    return parameter.getSchemaType() == SchemaType.ARRAY && parameter.isExplode()
        ? new RequestParameterImpl(
            given.stream()
                .map(value -> parameter.getName() + '=' + value)
                .collect(Collectors.joining("&")))
        : new RequestParameterImpl(given.getFirst());
  }

  /// Why the contract does not let a request through.
  static Problem problem(Throwable failure) {
    if (failure instanceof SchemaValidationException schema) {
      var faults = faults(schema.getOutputUnit()).distinct().limit(50).toList();
      return Problem.invalid("Mend the fields that are named.", faults);
    }
    return Problem.invalid(Objects.requireNonNullElse(failure.getMessage(), ""), List.of());
  }

  private static Stream<Fault> faults(OutputUnit unit) {
    if (unit.getErrors() != null && !unit.getErrors().isEmpty()) {
      return unit.getErrors().stream().flatMap(Wire::faults);
    }
    if (unit.getError() == null) {
      return Stream.empty();
    }
    var place = Objects.requireNonNullElse(unit.getInstanceLocation(), "").replace("#", "");
    var missing = MISSING.matcher(unit.getError());
    if (missing.find()) {
      return Stream.of(new Fault(place + '/' + missing.group(1), "It is missing."));
    }
    return unit.getError().contains("additional properties")
        ? Stream.of(new Fault(place, "There is no such field."))
        : Stream.of(new Fault(place, unit.getError()));
  }

  static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("Every Java has SHA-256", failure);
    }
  }
}
