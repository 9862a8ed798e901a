package org.shiriki.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What somebody typed into a form, by the names of its fields.
///
/// A name with dots is a field of a nested thing (`text.sw`), a number in it a row of a list
/// (`options.0.sw`); a list of plain values comes from fields of one name, or from lines.
public record Typed(Map<String, List<String>> fields) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// Nothing.
  static final Typed NOTHING = new Typed(Map.of());

  public Typed {
    fields = Map.copyOf(fields);
  }

  /// The first value of a field.
  Optional<String> first(String name) {
    return fields.getOrDefault(name, List.of()).stream().findFirst();
  }

  /// The body of an operation, as its schema wants it. What the schema does not know is left out,
  /// and so is what was left empty where it may be.
  JsonNode body(Schema schema) {
    return thing(schema, "");
  }

  private ObjectNode thing(Schema schema, String prefix) {
    var thing = JSON.objectNode();
    for (var field : schema.fields()) {
      value(schema.field(field), prefix + field)
          .or(() -> none(schema, field))
          .ifPresent(value -> thing.set(field, value));
    }
    return thing;
  }

  /// A list of which nothing was chosen, where there must be a list.
  private static Optional<JsonNode> none(Schema schema, String field) {
    return schema.requires(field) && schema.field(field).kind() == Schema.Kind.LIST
        ? Optional.of(JSON.arrayNode())
        : Optional.empty();
  }

  private Optional<JsonNode> value(Schema schema, String name) {
    return switch (schema.kind()) {
      case THING -> under(name) ? Optional.of(thing(schema, name + '.')) : Optional.empty();
      case LIST -> list(schema, name);
      case YES -> last(name).map(value -> JSON.booleanNode(value.equals("true")));
      case WORDS ->
          first(name)
              .map(value -> value.replace("\r\n", "\n"))
              .filter(value -> !value.isEmpty() || schema.mayBeEmpty())
              .map(JSON::textNode);
      case WHOLE, NUMBER -> filled(name).map(Typed::number);
      case CHOICE, DAY -> filled(name).map(JSON::textNode);
      case TIME -> filled(name).map(Typed::time).map(JSON::textNode);
    };
  }

  private Optional<JsonNode> list(Schema schema, String name) {
    var items = schema.items();
    var list = JSON.arrayNode();
    if (items.kind() == Schema.Kind.THING) {
      rows(name).stream()
          .map(row -> thing(items, name + '.' + row + '.'))
          .filter(row -> row.properties().stream().anyMatch(field -> said(field.getValue())))
          .forEach(list::add);
      return rows(name).isEmpty() ? Optional.empty() : Optional.of(list);
    }
    var given = fields.get(name);
    if (given == null) {
      return Optional.empty();
    }
    given.stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .forEach(value ->
            list.add(
                switch (items.kind()) {
                  case WHOLE, NUMBER -> number(value);
                  default -> JSON.textNode(value);
                }));
    return Optional.of(list);
  }

  private static boolean said(JsonNode node) {
    return node.isContainerNode()
        ? node.valueStream().anyMatch(Typed::said)
        : !node.isBoolean() && !node.asText().isBlank();
  }

  private List<Integer> rows(String name) {
    var rows = new TreeSet<Integer>();
    fields.keySet().stream()
        .filter(field -> field.startsWith(name + '.'))
        .map(field -> field.substring(name.length() + 1).split("\\.", 2)[0])
        .filter(row -> row.matches("\\d{1,3}"))
        .forEach(row -> rows.add(Integer.valueOf(row)));
    return List.copyOf(rows);
  }

  private boolean under(String name) {
    return fields.entrySet().stream()
        .anyMatch(field ->
            field.getKey().startsWith(name + '.')
                && field.getValue().stream().anyMatch(value -> !value.isBlank()));
  }

  private Optional<String> last(String name) {
    var given = fields.getOrDefault(name, List.of());
    return given.isEmpty() ? Optional.empty() : Optional.of(given.getLast());
  }

  private Optional<String> filled(String name) {
    return first(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  /// A number; what is none stays words, so that the contract names the field.
  private static JsonNode number(String value) {
    try {
      return value.matches("-?\\d{1,18}")
          ? JSON.numberNode(Long.parseLong(value))
          : JSON.numberNode(new java.math.BigDecimal(value));
    } catch (NumberFormatException failure) {
      return TextNode.valueOf(value);
    }
  }

  /// A time as a browser gives it, on the clock of Nairobi, as the contract wants it.
  private static String time(String value) {
    try {
      return LocalDateTime.parse(value).atZone(Clockwork.NAIROBI).toInstant().toString();
    } catch (DateTimeParseException failure) {
      return value;
    }
  }

  @Override
  public String toString() {
    return "Typed" + fields.keySet();
  }
}
