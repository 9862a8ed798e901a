package org.shiriki.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the terminal's phone was asked to do.
///
/// @param keys the answers to play, or nothing if a person answers
record DialArguments(String code, PhoneNumber phone, @Nullable List<String> keys, String url) {
  static final String USAGE =
      "Usage: dial '*384*50#' [--as +254700000001] [--keys 1,2,1] [--url http://127.0.0.1:8080]";
  private static final String DEFAULT_PHONE = "+254700000001";
  private static final String DEFAULT_PORT = "8080";
  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");
  private static final Pattern URL = Pattern.compile("https?://[^/\\s]+(/\\S*)?");

  /// Reads the command line; what is wrong is said in the message of an [IllegalArgumentException].
  static DialArguments parse(List<String> words, Map<String, String> environment) {
    var port = environment.getOrDefault("SHIRIKI_HTTP_PORT", DEFAULT_PORT);
    var asked =
        new DialArguments("", PhoneNumber.parse(DEFAULT_PHONE), null, "http://127.0.0.1:" + port);
    var left = new ArrayList<>(words);
    while (!left.isEmpty()) {
      asked = asked.with(left.removeFirst(), left);
    }
    if (asked.code.isEmpty()) {
      throw new IllegalArgumentException("the code to dial is missing");
    }
    return asked;
  }

  private DialArguments with(String word, List<String> left) {
    return switch (word) {
      case "--as" -> new DialArguments(code, PhoneNumber.parse(value(word, left)), keys, url);
      case "--keys" -> new DialArguments(code, phone, keys(value(word, left)), url);
      case "--url" -> new DialArguments(code, phone, keys, url(value(word, left)));
      default -> new DialArguments(code(word), phone, keys, url);
    };
  }

  private String code(String word) {
    if (!code.isEmpty() || word.startsWith("-")) {
      throw new IllegalArgumentException("'%s' means nothing here".formatted(word));
    }
    return word;
  }

  private static String url(String written) {
    if (!URL.matcher(written).matches()) {
      throw new IllegalArgumentException("'%s' is not a web address".formatted(written));
    }
    return written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
  }

  private static String value(String option, List<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException("%s wants a value".formatted(option));
    }
    return left.removeFirst();
  }

  /// A comma that belongs to an answer is written `\,`.
  private static List<String> keys(String written) {
    return written.isEmpty()
        ? List.of()
        : COMMA.splitAsStream(written).map(key -> key.replace("\\,", ",")).toList();
  }
}
