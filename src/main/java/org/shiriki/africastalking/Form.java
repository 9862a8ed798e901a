package org.shiriki.africastalking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of a posted form, as AT encodes them.
record Form(Map<String, List<String>> fields) {
  private static final int MOST_FIELDS = 64;

  /// A semicolon is a character like any other; it parts no fields.
  private static final boolean BARE_SEMICOLON = true;

  /// Reads a body; a body that is no form has no fields.
  static Form read(Buffer body) {
    try {
      return new Form(
          new QueryStringDecoder(body.toString(UTF_8), UTF_8, false, MOST_FIELDS, BARE_SEMICOLON)
              .parameters());
    } catch (IllegalArgumentException _) {
      return new Form(Map.of());
    }
  }

  /// A field that stands there once; one that is missing, or stands there twice, is nothing.
  Optional<String> one(String name) {
    var values = fields.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }
}
