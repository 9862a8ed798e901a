package org.shiriki.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads words before people do, and notes what a phone could not show.
///
/// The notes are for whoever wrote the words: `page 2 in sw has 141 septets, 130 fit`.
public final class Proof {
  /// The most septets of a page that fits one screen together with its keys.
  public static final int PAGE = 130;

  /// The most septets of an option's label, so that several fit a screen.
  public static final int LABEL = 30;

  private static final Pattern QUESTION = Pattern.compile("^question (\\d+): ");
  private static final Pattern NUMBERED = Pattern.compile("^(page|option) (\\d+) in (sw|en)\\b");
  private static final Pattern NAMED = Pattern.compile("^(\\w+) in (sw|en)\\b");

  private final List<String> faults = new ArrayList<>();

  /// Reads a text in every language.
  ///
  /// @param where what the writer calls it, such as `title`
  /// @param most how many septets it may have
  public Proof text(String where, Text text, int most) {
    for (var language : Language.values()) {
      words(where, text.in(language), language, most);
    }
    return this;
  }

  /// Reads words of one language.
  public Proof words(String where, String words, Language language, int most) {
    var place = where + " in " + language.code();
    var septets = Gsm7.septets(words);
    return note(words.isBlank(), place + " is missing")
        .note(septets > most, "%s has %d septets, %d fit".formatted(place, septets, most))
        .alphabet(place, words);
  }

  /// Notes something else that may be wrong.
  public Proof note(boolean wrong, String fault) {
    if (wrong) {
      faults.add(fault);
    }
    return this;
  }

  /// All that is wrong; nothing if the words are fit to be shown.
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /// Where the words stand that a fault is about, as a JSON pointer into what was written: `title
  /// in sw …` is `/title/sw`, `question 2: option 3 in en …` is `/questions/1/options/2/en`. Empty
  /// for a fault of the whole.
  public static String pointer(String fault) {
    var inside = QUESTION.matcher(fault);
    var before = inside.find() ? "/questions/" + place(inside.group(1)) : "";
    var rest = before.isEmpty() ? fault : fault.substring(inside.end());
    var numbered = NUMBERED.matcher(rest);
    if (numbered.find()) {
      var number = place(numbered.group(2));
      var language = numbered.group(3);
      return numbered.group(1).equals("page")
          ? before + "/pages/" + language + '/' + number
          : before + "/options/" + number + '/' + language;
    }
    var named = NAMED.matcher(rest);
    return named.find() ? before + '/' + named.group(1) + '/' + named.group(2) : before;
  }

  private static int place(String number) {
    return Integer.parseInt(number) - 1;
  }

  private Proof alphabet(String place, String words) {
    words
        .codePoints()
        .filter(point -> !Gsm7.allGsm7(Character.toString(point)))
        .distinct()
        .forEach(point -> faults.add("%s: phones cannot show %s".formatted(place, named(point))));
    return this;
  }

  private static String named(int point) {
    return "%s (%s)".formatted(Character.toString(point), Character.getName(point));
  }
}
