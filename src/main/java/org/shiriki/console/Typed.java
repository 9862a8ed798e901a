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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody typed into a form, by the names of its fields.
///
/// A name with dots is a field of a nested thing (`text.sw`), a number in it a row of a list
/// (`options.0.sw`, `pages.sw.0`); a list of plain values also comes from fields of one name, or
/// from lines. Words of several fields of one name are joined by spaces.
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

  /// Only what is typed below a name, by the names there.
  Typed below(String name) {
    return new Typed(
        fields.entrySet().stream()
            .filter(field -> field.getKey().startsWith(name + '.'))
            .collect(
                Collectors.toMap(
                    field -> field.getKey().substring(name.length() + 1), Map.Entry::getValue)));
  }

  /// How many rows of a list there are up to the last in which anything is typed below a name;
  /// empty for anything at all.
  int rows(String list, String below) {
    return rows(list).stream()
        .filter(row -> under(list + '.' + row + (below.isEmpty() ? "" : '.' + below)))
        .mapToInt(row -> row + 1)
        .max()
        .orElse(0);
  }

  /// What was typed in words, by the names of the fields.
  Map<String, String> words() {
    var words = new TreeMap<String, String>();
    fields.forEach((name, values) -> {
      var text = String.join("\n", values);
      if (!name.startsWith("_") && !name.equals("password") && !text.isBlank()) {
        words.put(name, text);
      }
    });
    return words;
  }

  /// The body of an operation, as its schema wants it. What the schema does not know is left out,
  /// and so is what was left empty where it may be; words in several languages that must be there
  /// are sent blank, for the rules to judge.
  JsonNode body(Schema schema) {
    return thing(schema, "");
  }

  private ObjectNode thing(Schema schema, String prefix) {
    var thing = JSON.objectNode();
    for (var field : schema.fields()) {
      field(schema, prefix, field).ifPresent(value -> thing.set(field, value));
    }
    return thing;
  }

  /// A field; what must be there is, though nothing was typed or chosen.
  private Optional<JsonNode> field(Schema schema, String prefix, String field) {
    var name = prefix + field;
    var inside = schema.field(field);
    if (!schema.requires(field)) {
      return value(inside, name);
    }
    return switch (inside.kind()) {
      case THING -> asked(name) ? Optional.of(thing(inside, name + '.')) : Optional.empty();
      case LIST -> Optional.of(list(inside, name).orElseGet(JSON::arrayNode));
      default -> value(inside, name);
    };
  }

  private Optional<JsonNode> value(Schema schema, String name) {
    return switch (schema.kind()) {
      case THING -> under(name) ? Optional.of(thing(schema, name + '.')) : Optional.empty();
      case LIST -> list(schema, name);
      case YES -> last(name).map(value -> JSON.booleanNode(value.equals("true")));
      case WORDS ->
          joined(name)
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
          .filter(row -> filled(items, row))
          .forEach(list::add);
      return rows(name).isEmpty() ? Optional.empty() : Optional.of(list);
    }
    var given = fields.get(name);
    var rows = rows(name);
    if (given == null && rows.isEmpty()) {
      return Optional.empty();
    }
    Stream.concat(
            given == null ? Stream.empty() : given.stream().flatMap(String::lines),
            rows.stream().flatMap(row -> joined(name + '.' + row).stream()))
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

  /// Whether somebody filled a row: choices and ticks stand in empty rows too, so where a row must
  /// have words these count.
  private static boolean filled(Schema items, ObjectNode row) {
    var wordy =
        items.fields().stream()
            .filter(items::requires)
            .map(field -> items.field(field).kind())
            .anyMatch(kind -> kind == Schema.Kind.WORDS || kind == Schema.Kind.THING);
    return items.fields().stream()
        .filter(field -> !wordy || items.field(field).kind() != Schema.Kind.CHOICE)
        .anyMatch(field -> said(row.path(field)));
  }

  private static boolean said(JsonNode node) {
    return node.isContainerNode()
        ? node.valueStream().anyMatch(Typed::said)
        : !node.isBoolean() && !node.asText().isBlank();
  }

  private Optional<String> joined(String name) {
    var given = fields.getOrDefault(name, List.of());
    return given.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", given));
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

  /// Whether the form has fields for a nested thing, however blank.
  private boolean asked(String name) {
    return fields.keySet().stream().anyMatch(field -> field.startsWith(name + '.'));
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
