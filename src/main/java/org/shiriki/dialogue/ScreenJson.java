package org.shiriki.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes conversations as JSON and reads them back.
///
/// A screen is named by its room and record: `{"screen":"concern.Describe", …}`.
public final class ScreenJson {
  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  /// Knows the screens of these features.
  public ScreenJson(List<Screens<?>> features) {
    features.stream()
        .flatMap(feature -> records(feature.family()))
        .forEach(screen -> json.registerSubtypes(new NamedType(screen, nameOf(screen))));
  }

  /// Anything made of records and screens as JSON.
  public String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("A screen cannot be written as JSON", failure);
    }
  }

  /// Reads what [#write] wrote; nothing if it names a screen that this release no longer has, or
  /// lacks what a screen now needs.
  public <T> Optional<T> read(String written, Class<T> type) {
    try {
      return Optional.of(json.readValue(written, type));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  /// What a screen is called where it is kept: `concern.Describe`.
  public static String nameOf(Class<?> screen) {
    return roomOf(screen) + '.' + screen.getSimpleName();
  }

  /// The records of a sealed family, however deep.
  static Stream<Class<?>> records(Class<?> family) {
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses()).flatMap(ScreenJson::records)
        : Stream.of(family);
  }

  /// The room that a screen belongs to, by its package: `concern`.
  static String roomOf(Class<?> screen) {
    var name = screen.getPackageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
