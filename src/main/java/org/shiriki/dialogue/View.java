package org.shiriki.dialogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a screen shows, and where each answer leads.
///
/// @param words what takes typed words that are no option's number; null where only numbers are
///   expected
public record View(Text text, List<Option> options, @Nullable Words words) {
  private static final Set<String> YES = Set.of("ndiyo", "yes");

  public View {
    options = List.copyOf(options);
  }

  /// What takes typed words.
  ///
  /// @param whole whether all that was typed is one answer, stars included, because a sentence is
  ///   asked for; otherwise `1*2` is two keys, as on any menu
  /// @param secret whether nothing of it may be kept: neither the answer nor the carrier's text
  ///   that repeats it
  public record Words(Function<String, Step> read, boolean whole, boolean secret) {}

  /// The number of the one option that is called so, in any language: by its whole label, or else
  /// by what stands before its comma. Yes is the one that agrees or sends, or the only one. Empty
  /// if there is none, or several.
  public String named(String words) {
    var wanted = plain(words);
    if (wanted.isEmpty()) {
      return "";
    }
    return Stream.<Predicate<Option>>of(
            option -> option.isCalled(wanted),
            option -> option.begins(wanted),
            option -> YES.contains(wanted) && (option.weighty() || options.size() == 1))
        .map(this::only)
        .filter(number -> !number.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String only(Predicate<Option> wanted) {
    var found =
        IntStream.range(0, options.size()).filter(at -> wanted.test(options.get(at))).toArray();
    return found.length == 1 ? Integer.toString(found[0] + 1) : "";
  }

  /// Small letters and digits only; people write both `ndio` and `ndiyo`.
  static String plain(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .replaceAll("^ndio$", "ndiyo");
  }

  /// A text with nothing to choose yet.
  public static View of(Text text) {
    return new View(text, List.of(), null);
  }

  /// This view with one more option, numbered next.
  public View option(Text label, Supplier<Step> chosen) {
    return with(new Option(label, chosen, false));
  }

  /// This view with one more option that agrees, sends or deletes something: before its line has
  /// been on the screen, its number turns the page.
  public View weighty(Text label, Supplier<Step> chosen) {
    return with(new Option(label, chosen, true));
  }

  private View with(Option option) {
    var more = new ArrayList<>(options);
    more.add(option);
    return new View(text, more, words);
  }

  /// This view with one more option that opens a screen.
  public View option(Text label, Screen opens) {
    return option(label, () -> Step.go(opens));
  }

  /// This view, asking for a sentence: whatever is no key and no option's number is the answer.
  public View asking(Function<String, Step> read) {
    return new View(text, options, new Words(read, true, false));
  }

  /// This view, a menu on which a name may be typed instead of a number; a number that no option
  /// has is a wrong key.
  public View searching(Function<String, Step> read) {
    return new View(text, options, new Words(read, false, false));
  }

  /// This view, a menu on which something may be typed that nobody is to read later, such as a PIN.
  public View secret(Function<String, Step> read) {
    return new View(text, options, new Words(read, false, true));
  }
}
