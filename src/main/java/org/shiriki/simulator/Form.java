package org.shiriki.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The fields of an HTML form in the order in which they travel.
record Form(List<Field> fields) {
  record Field(String name, String value) {}

  Form {
    fields = List.copyOf(fields);
  }

  static Form empty() {
    return new Form(List.of());
  }

  /// Reads an encoded body; a `%` that encodes nothing is an [IllegalArgumentException].
  static Form parse(String body) {
    return new Form(
        Arrays.stream(body.split("&")).filter(pair -> !pair.isEmpty()).map(Form::field).toList());
  }

  Form with(String name, String value) {
    var more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Form(more);
  }

  Optional<String> value(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).findFirst();
  }

  /// The body as the carrier writes it: `*` is encoded too, and a space is `+`.
  String encoded() {
    return fields.stream()
        .map(field -> encode(field.name()) + "=" + encode(field.value()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("*", "%2A");
  }

  private static Field field(String pair) {
    var equals = pair.indexOf('=');
    return equals < 0
        ? new Field(URLDecoder.decode(pair, UTF_8), "")
        : new Field(
            URLDecoder.decode(pair.substring(0, equals), UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
  }
}
