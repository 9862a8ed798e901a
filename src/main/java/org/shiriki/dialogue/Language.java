package org.shiriki.dialogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A language that the gateway speaks.
public enum Language {
  KISWAHILI("sw"),
  ENGLISH("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /// The language's ISO 639 code, as stored and as in files.
  @JsonValue
  public String code() {
    return code;
  }

  /// Reads what [#code] wrote.
  @JsonCreator
  public static Language of(String code) {
    for (var language : values()) {
      if (language.code.equals(code)) {
        return language;
      }
    }
    throw new IllegalArgumentException("No such language: " + code);
  }
}
