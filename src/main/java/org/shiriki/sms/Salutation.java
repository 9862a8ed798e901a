package org.shiriki.sms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;

/// The place of a person's first name in words for many: `{jina}` or `{name}`.
public final class Salutation {
  /// How many characters of the phone's alphabet a first name has at most.
  public static final int LONGEST = 20;

  private static final Pattern PLACE = Pattern.compile("\\{(?:jina|name)}");

  /// What somebody is called whose name nobody knows.
  private static final Text SOMEBODY = Text.of("mwananchi", "neighbour");

  private Salutation() {}

  /// The words for a person.
  ///
  /// @param name empty if none was given
  public static String fill(String words, Language language, String name) {
    var called = name.isEmpty() ? SOMEBODY.in(language) : name;
    return PLACE.matcher(words).replaceAll(Matcher.quoteReplacement(called));
  }

  /// The words for the person of the longest name: none of these messages has more parts.
  public static String longest(String words) {
    return PLACE.matcher(words).replaceAll("n".repeat(LONGEST));
  }
}
