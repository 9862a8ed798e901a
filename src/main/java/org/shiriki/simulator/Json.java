package org.shiriki.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The room's JSON: records out, records in, and a sentence for what cannot be read.
final class Json {
  private static final String NO_OBJECT = "The body is not a JSON object";

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Reads a record; what is wrong is said in the message of an [IllegalArgumentException].
  <T> T read(String text, Class<T> kind) {
    try {
      return Optional.ofNullable(mapper.readValue(text, kind))
          .orElseThrow(() -> new IllegalArgumentException(NO_OBJECT));
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(reason(wrong), wrong);
    }
  }

  private static String reason(JsonProcessingException wrong) {
    return switch (wrong) {
      case ValueInstantiationException refused when refused.getCause() != null ->
          String.valueOf(refused.getCause().getMessage());
      case UnrecognizedPropertyException unknown ->
          "There is no field '%s'; the fields are %s"
              .formatted(unknown.getPropertyName(), names(unknown));
      case MismatchedInputException mismatch when !mismatch.getPath().isEmpty() ->
          "The field '%s' is missing or of the wrong kind"
              .formatted(mismatch.getPath().getLast().getFieldName());
      default -> NO_OBJECT;
    };
  }

  private static String names(UnrecognizedPropertyException unknown) {
    return List.copyOf(unknown.getKnownPropertyIds()).stream()
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
