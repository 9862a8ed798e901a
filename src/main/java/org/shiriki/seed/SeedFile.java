package org.shiriki.seed;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A YAML file that lists entries, each with an `id` of its own.
public final class SeedFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
          .build();

  private final Path file;
  private final List<String> faults = new ArrayList<>();

  private SeedFile(Path file) {
    this.file = file;
  }

  /// Reads a file.
  ///
  /// @param entry the record that an entry becomes
  /// @param proof what is wrong with an entry that could be read
  /// @throws IllegalArgumentException that lists all that is wrong, with file and entry
  public static <T> List<T> read(Path file, Class<T> entry, Function<T, List<String>> proof) {
    return new SeedFile(file).read(entry, proof);
  }

  private <T> List<T> read(Class<T> entry, Function<T, List<String>> proof) {
    var read = new ArrayList<T>();
    var ids = new HashSet<String>();
    var number = 0;
    for (var node : entries()) {
      number++;
      var id = node.path("id").asText("entry " + number);
      if (!ids.add(id)) {
        fault(id, "is there twice");
      }
      entry(node, id, entry)
          .forEach(value -> {
            read.add(value);
            proof.apply(value).forEach(fault -> fault(id, fault));
          });
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return List.copyOf(read);
  }

  private JsonNode entries() {
    try {
      var root = YAML.readTree(file.toFile());
      if (root.isArray()) {
        return root;
      }
      faults.add(file + ": is not a list of entries");
    } catch (IOException failure) {
      faults.add(file + ": cannot be read: " + reason(failure));
    }
    return YAML.createArrayNode();
  }

  private <T> Stream<T> entry(JsonNode node, String id, Class<T> entry) {
    try {
      return Stream.of(YAML.treeToValue(node, entry));
    } catch (JsonProcessingException failure) {
      fault(id, reason(failure));
      return Stream.empty();
    }
  }

  private void fault(String id, String what) {
    faults.add(file + ": " + id + ": " + what);
  }

  private static String reason(IOException failure) {
    var message =
        failure instanceof JsonProcessingException invalid
            ? invalid.getOriginalMessage()
            : failure.getMessage();
    var line = String.valueOf(message).lines().findFirst().orElse("");
    return line.replaceFirst(" \\(index .*", "");
  }
}
