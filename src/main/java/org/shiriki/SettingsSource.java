package org.shiriki;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where settings come from: the file, and over it the environment (`sms.sender-id` is
/// `SHIRIKI_SMS_SENDER_ID`). It gathers every fault, so that all are told at once.
final class SettingsSource {
  private static final String PREFIX = "SHIRIKI_";

  private final Map<String, String> file = new TreeMap<>();
  private final Map<String, String> environment;
  private final Set<String> known = new HashSet<>();
  private final Map<String, Setting> read = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  /// Reads a file; one that is missing has no settings.
  ///
  /// @param alsoKnown variables that are read elsewhere
  SettingsSource(Path yaml, Map<String, String> environment, Set<String> alsoKnown) {
    this.environment = environment;
    this.known.addAll(alsoKnown);
    if (Files.exists(yaml)) {
      read(yaml);
    }
  }

  private void read(Path yaml) {
    try {
      flatten("", YAMLMapper.builder().build().readTree(yaml.toFile()));
    } catch (JacksonException failure) {
      var at = failure.getLocation();
      faults.add(yaml + " is not YAML" + (at == null ? "" : ", line " + at.getLineNr()));
    } catch (IOException _) {
      faults.add(yaml + " cannot be read: give the gateway's user the right to");
    }
  }

  private void flatten(String path, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(entry ->
              flatten(
                  path.isEmpty() ? entry.getKey() : path + '.' + entry.getKey(), entry.getValue()));
    } else if (!node.isNull() && !node.isMissingNode()) {
      file.put(path, node.asText());
    }
  }

  String text(String key, String otherwise) {
    known.add(key);
    known.add(variable(key));
    var setting = setting(key, otherwise);
    read.put(key, setting);
    return setting.value();
  }

  private Setting setting(String key, String otherwise) {
    var overridden = environment.get(variable(key));
    if (overridden != null) {
      return new Setting(key, variable(key), overridden, Setting.Origin.ENVIRONMENT);
    }
    var written = file.get(key);
    return written != null
        ? new Setting(key, variable(key), written, Setting.Origin.FILE)
        : new Setting(key, variable(key), otherwise, Setting.Origin.DEFAULT);
  }

  /// All that was read until now, by its keys.
  List<Setting> settings() {
    return List.copyOf(read.values());
  }

  /// A setting in a form of its own.
  ///
  /// @param parse throws [IllegalArgumentException] with the fault in words
  <T extends @Nullable Object> T parsed(
      String key, String otherwise, String fix, Function<String, T> parse) {
    var text = text(key, otherwise);
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException fault) {
      fault(key, String.valueOf(fault.getMessage()), fix);
      return parse.apply(otherwise);
    }
  }

  int number(String key, int otherwise, int least, int most) {
    return parsed(
        key,
        Integer.toString(otherwise),
        "give a whole number from " + least + " to " + most,
        text -> {
          var number = wholeNumber(text);
          if (number < least || number > most) {
            throw new IllegalArgumentException(text + " is out of range");
          }
          return number;
        });
  }

  private static int wholeNumber(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException("'" + text + "' is not a whole number");
    }
  }

  Duration seconds(String key, int otherwise) {
    return Duration.ofSeconds(number(key, otherwise, 1, 31_536_000));
  }

  /// Records a fault: which setting, what is wrong with it, how to mend it.
  void fault(String key, String fault, String fix) {
    faults.add(key + " (" + variable(key) + "): " + fault + "; " + fix);
  }

  /// Ends the reading.
  ///
  /// @throws SettingsFault if anything was wrong, unknown settings among it
  void finish() {
    file.keySet().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> faults.add(key + " is no setting; see the table in README.md"));
    environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .sorted()
        .forEach(name -> faults.add(name + " is no setting; see the table in README.md"));
    if (!faults.isEmpty()) {
      throw new SettingsFault(faults);
    }
  }

  private static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
