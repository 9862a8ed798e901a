package org.shiriki.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.shiriki.api.Contract;

/// What the contract says of a value: its kind, its bounds, its choices.
///
/// @param document the whole contract, where references lead
record Schema(JsonNode document, JsonNode node) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

  /// The kinds of values.
  enum Kind {
    WORDS,
    CHOICE,
    NUMBER,
    WHOLE,
    YES,
    DAY,
    TIME,
    LIST,
    THING
  }

  /// The contract itself.
  static Schema of(Contract contract) {
    var document = MAPPER.<JsonNode>valueToTree(contract.document());
    return new Schema(document, document);
  }

  /// What an operation takes; nothing if it takes no body.
  Optional<Schema> body(String operation) {
    return StreamSupport.stream(document.path("paths").spliterator(), false)
        .flatMap(path -> METHODS.stream().map(path::path))
        .filter(found -> found.path("operationId").asText().equals(operation))
        .map(found -> on(found).follow().under("requestBody").under("content"))
        .map(content -> content.under("application/json").under("schema"))
        .filter(Schema::present)
        .findFirst();
  }

  /// A value of the contract that has a name.
  Schema named(String name) {
    return on(document).under("components").under("schemas").under(name);
  }

  /// A field by its name; names of nested ones are joined by dots.
  Schema field(String name) {
    var schema = this;
    for (var part : name.split("\\.", -1)) {
      schema =
          part.matches("\\d+") ? schema.under("items") : schema.under("properties").under(part);
    }
    return schema;
  }

  /// Whether a field of it cannot be left out.
  boolean requires(String name) {
    var last = name.lastIndexOf('.');
    var owner = last < 0 ? this : field(name.substring(0, last));
    return StreamSupport.stream(owner.node.path("required").spliterator(), false)
        .anyMatch(required -> required.asText().equals(name.substring(last + 1)));
  }

  Kind kind() {
    if (node.has("enum")) {
      return Kind.CHOICE;
    }
    return switch (type()) {
      case "integer" -> Kind.WHOLE;
      case "number" -> Kind.NUMBER;
      case "boolean" -> Kind.YES;
      case "array" -> Kind.LIST;
      case "object" -> Kind.THING;
      default ->
          switch (node.path("format").asText()) {
            case "date" -> Kind.DAY;
            case "date-time" -> Kind.TIME;
            default -> Kind.WORDS;
          };
    };
  }

  /// What it may be, where it is a choice.
  List<String> choices() {
    return StreamSupport.stream(node.path("enum").spliterator(), false)
        .filter(value -> !value.isNull())
        .map(JsonNode::asText)
        .toList();
  }

  /// What the values of a list are.
  Schema items() {
    return under("items");
  }

  /// The fields of a thing.
  List<String> fields() {
    return node.path("properties").properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  /// How many characters it has at most.
  OptionalInt longest() {
    return node.has("maxLength")
        ? OptionalInt.of(node.path("maxLength").asInt())
        : OptionalInt.empty();
  }

  /// A bound (`minimum`, `maximum`, `pattern`); empty for none.
  String bound(String name) {
    return node.path(name).asText();
  }

  /// Whether no words are words too.
  boolean mayBeEmpty() {
    return node.path("minLength").asInt() == 0
        && !node.has("pattern")
        && !node.has("format")
        && !node.has("enum");
  }

  boolean present() {
    return !node.isMissingNode();
  }

  private String type() {
    var type = node.path("type");
    return type.isArray() ? type.path(0).asText() : type.asText();
  }

  private Schema under(String name) {
    return on(node.path(name)).follow();
  }

  private Schema follow() {
    var reference = node.path("$ref").asText();
    return reference.isEmpty() ? this : on(document.at(reference.substring(1))).follow();
  }

  private Schema on(JsonNode other) {
    return new Schema(document, other);
  }
}
