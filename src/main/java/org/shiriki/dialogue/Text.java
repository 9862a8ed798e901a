package org.shiriki.dialogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The same words in every language; a translation cannot be missing.
///
/// Words in braces are places for values: `Asante, {name}`. A form feed tells [Layout] that what
/// follows belongs together on a page.
public record Text(@JsonProperty("sw") String sw, @JsonProperty("en") String en) {
  /// No words.
  public static final Text NONE = same("");

  public static Text of(String sw, String en) {
    return new Text(sw, en);
  }

  /// Words that are alike in every language, such as a name or a number.
  public static Text same(String words) {
    return new Text(words, words);
  }

  public String in(Language language) {
    return switch (language) {
      case KISWAHILI -> sw;
      case ENGLISH -> en;
    };
  }

  /// The words with a place filled in.
  public Text with(String place, Text value) {
    var braced = '{' + place + '}';
    return new Text(sw.replace(braced, value.sw), en.replace(braced, value.en));
  }

  /// The words with a place filled in, the same in every language.
  public Text with(String place, Object value) {
    return with(place, same(String.valueOf(value)));
  }

  /// These words and then those, with a separator between.
  public Text then(String separator, Text next) {
    return new Text(sw + separator + next.sw, en + separator + next.en);
  }
}
