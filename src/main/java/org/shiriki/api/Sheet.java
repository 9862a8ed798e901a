package org.shiriki.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// A list as a sheet: a column a field, nested ones as `text.sw`. No cell is a formula.
///
/// @param lines by the names of the columns: words, or numbers
public record Sheet(List<String> columns, List<Map<String, Object>> lines) {
  private static final CsvMapper MAPPER = new CsvMapper();

  public Sheet {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /// The sheet of these rows.
  public static Sheet of(List<?> rows) {
    var lines = new ArrayList<Map<String, Object>>();
    var columns = new LinkedHashSet<String>();
    for (var row : rows) {
      var line = new LinkedHashMap<String, Object>();
      flatten("", Json.tree(row), line);
      columns.addAll(line.keySet());
      lines.add(line);
    }
    return new Sheet(List.copyOf(columns), lines);
  }

  /// The sheet as lines of CSV (RFC 4180).
  public String csv() {
    if (columns.isEmpty()) {
      return "";
    }
    var schema = CsvSchema.builder().setLineSeparator("\r\n").setUseHeader(true);
    columns.forEach(schema::addColumn);
    try {
      return MAPPER.writer(schema.build()).writeValueAsString(lines);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("A list cannot be written as CSV", failure);
    }
  }

  private static void flatten(String name, JsonNode node, Map<String, Object> line) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> flatten(below(name, field.getKey()), field.getValue(), line));
    } else if (node.isArray()) {
      var values = new ArrayList<String>();
      node.forEach(value -> values.add(value.isValueNode() ? value.asText() : value.toString()));
      line.put(name, harmless(String.join("; ", values)));
    } else if (node.isNumber()) {
      line.put(name, node.numberValue());
    } else {
      line.put(name, node.isTextual() ? harmless(node.asText()) : node.asText());
    }
  }

  private static String below(String name, String field) {
    return name.isEmpty() ? field : name + '.' + field;
  }

  /// Words that a spreadsheet would take for a formula, made words again.
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? '\'' + text : text;
  }

  @Override
  public String toString() {
    return "Sheet[" + lines.size() + ']';
  }
}
