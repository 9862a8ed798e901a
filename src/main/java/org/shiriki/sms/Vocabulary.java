package org.shiriki.sms;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Language;
import org.shiriki.seed.SeedFile;

/// The words that people write, in Kiswahili and English, and what each asks for.
///
/// Case, accents, punctuation and spacing do not matter, and the first word decides that is neither
/// a greeting nor a courtesy. One typo is forgiven in words of five letters and more. Words that
/// ask to be left alone are taken only as they are listed, though a letter may be drawn out, and
/// only if nothing but politeness stands around them.
public final class Vocabulary {
  /// What asks to be left alone.
  static final String LEAVE = "leave";

  /// What says no more than good day.
  static final String GREETING = "greeting";

  /// What says no more than thank you.
  static final String THANKS = "thanks";

  private static final String HELP = "help";
  private static final String CONCERN = "concern";
  private static final String POLITE = "polite";
  private static final String LINK = "link";
  private static final String NUMBERING = "numbering";
  private static final int FORGIVING_LENGTH = 5;
  private static final int LONGEST_KEYWORD = 3;
  private static final LevenshteinDistance ONE_TYPO = new LevenshteinDistance(1);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’`]+|\\p{N}+");
  private static final Predicate<String> DIALLED =
      Pattern.compile("\\*\\d+(\\*\\d+)*#?").asMatchPredicate();

  private final Map<String, Keyword> words = new HashMap<>();
  private final Map<String, Set<String>> around = new HashMap<>();

  private record Keyword(String act, Language language, boolean command, int atMost) {}

  /// Words of one meaning.
  ///
  /// @param atMost how many words may follow one, courtesies not counted; where more do, it begins
  ///   an ordinary sentence
  /// @param words commands, by language
  /// @param also words that begin a sentence, by language
  record Entry(
      String id, int atMost, Map<String, List<String>> words, Map<String, List<String>> also) {
    List<String> faults() {
      return words.keySet().equals(Set.of("sw", "en")) && also.keySet().equals(Set.of("sw", "en"))
          ? List.of()
          : List.of("has words in sw and en, and no other language");
    }
  }

  Vocabulary(List<Entry> entries) {
    List.of(LEAVE, GREETING, POLITE, LINK, NUMBERING)
        .forEach(kind -> around.put(kind, new HashSet<>()));
    for (var entry : entries) {
      for (var language : Language.values()) {
        var code = language.code();
        entry.words.getOrDefault(code, List.of()).forEach(word -> add(entry, word, language, true));
        entry.also.getOrDefault(code, List.of()).forEach(word -> add(entry, word, language, false));
      }
    }
  }

  private void add(Entry entry, String word, Language language, boolean command) {
    var plain = plain(word).replace(" ", "");
    var kind = around.get(entry.id);
    if (kind != null) {
      kind.add(entry.id.equals(LEAVE) ? drawnIn(plain) : plain);
    }
    if (kind == null || entry.id.equals(LEAVE)) {
      words.put(plain, new Keyword(entry.id, language, command, entry.atMost));
    }
  }

  /// Reads `keywords.yaml`.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with the file
  public static Vocabulary read(Path config) {
    return new Vocabulary(
        SeedFile.read(config.resolve("keywords.yaml"), Entry.class, Entry::faults));
  }

  /// Every act that a text may ask for.
  public Set<String> acts() {
    var acts = new HashSet<String>();
    words.values().forEach(keyword -> acts.add(keyword.act));
    acts.add(GREETING);
    return acts;
  }

  /// Understands a text as far as its words go.
  public Heard hear(String text) {
    var whole = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    var tokens = tokens(whole);
    if (tokens.isEmpty() || DIALLED.test(whole.replace(" ", ""))) {
      return new Heard(HELP, Optional.empty(), "", whole, "");
    }
    if (leaves(tokens)) {
      return new Heard(LEAVE, language(tokens), "", whole, "");
    }
    var number = number(tokens);
    if (!number.isEmpty()) {
      return new Heard("", Optional.empty(), "", whole, number);
    }
    var first = courtesies(tokens);
    return first == tokens.size()
        ? new Heard(GREETING, Optional.empty(), "", whole, "")
        : keyword(whole, tokens, first);
  }

  /// How many words at the beginning only greet or ask kindly.
  private int courtesies(List<String> tokens) {
    var at = 0;
    while (at < tokens.size()) {
      var length = longest(tokens, at, joined -> is(GREETING, joined));
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return at;
  }

  /// How many words from here on make a known one; 0 if none do.
  private static int longest(List<String> tokens, int from, Predicate<String> known) {
    var length = Math.min(LONGEST_KEYWORD, tokens.size() - from);
    while (length > 0 && !known.test(joined(tokens, from, length))) {
      length--;
    }
    return length;
  }

  private static String joined(List<String> tokens, int from, int length) {
    return String.join("", tokens.subList(from, from + length));
  }

  private boolean is(String kind, String word) {
    return Objects.requireNonNull(around.get(kind)).contains(word);
  }

  /// Several words may make one keyword; a word of `leave` among others is no keyword at all.
  private Heard keyword(String whole, List<String> tokens, int first) {
    var length = Math.max(1, longest(tokens, first, words::containsKey));
    var found = find(joined(tokens, first, length));
    var rest = tokens.subList(first + length, tokens.size());
    var said = said(after(whole, first + length));
    if (found == null || found.act.equals(LEAVE) || (found.command && said > found.atMost)) {
      return new Heard("", Optional.empty(), "", whole, "");
    }
    var about = found.command || rest.isEmpty() ? rest(whole, found, first + length, rest) : whole;
    return new Heard(found.act, Optional.of(found.language), about, whole, "");
  }

  /// How many words there are that say something.
  private long said(String text) {
    return Stream.of(text.split(" "))
        .map(Vocabulary::plain)
        .filter(word -> !word.isEmpty())
        .filter(word -> !is(POLITE, word) && !is(LINK, word) && !is(NUMBERING, word))
        .count();
  }

  /// What is said of a command: a number in digits, a report as it was written, and all else
  /// without the words that lead to it.
  private String rest(String whole, Keyword found, int from, List<String> rest) {
    if (rest.stream().allMatch(word -> is(POLITE, word))) {
      return "";
    }
    if (found.act.equals(CONCERN)) {
      return after(whole, from);
    }
    var number = number(rest);
    var links = (int) rest.stream().takeWhile(word -> is(LINK, word)).count();
    return number.isEmpty() ? after(whole, from + links) : number;
  }

  private @Nullable Keyword find(String word) {
    var exact = words.get(word);
    if (exact != null || word.length() < FORGIVING_LENGTH) {
      return exact;
    }
    return words.entrySet().stream()
        .filter(entry -> !entry.getValue().act.equals(LEAVE))
        .filter(entry -> alike(entry.getKey(), word))
        .min(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .orElse(null);
  }

  /// Whether two words, as [#plain] gives them, are the same but for one typo in a long one.
  public static boolean alike(String word, String typed) {
    return word.equals(typed)
        || (word.length() >= FORGIVING_LENGTH
            && typed.length() >= FORGIVING_LENGTH
            && ONE_TYPO.apply(word, typed) >= 0);
  }

  /// Letters may stand apart, as in `S T O P` and `stop all`.
  private boolean leaves(List<String> tokens) {
    var first = courtesies(tokens);
    var rest = tokens.subList(first, tokens.size());
    return is(LEAVE, drawnIn(String.join("", rest)))
        || (rest.stream().anyMatch(this::isLeaving)
            && rest.stream().allMatch(word -> isLeaving(word) || is(POLITE, word)));
  }

  private boolean isLeaving(String word) {
    return is(LEAVE, drawnIn(word));
  }

  /// A word without the letters that were drawn out: `stop` for `stoooop`.
  private static String drawnIn(String word) {
    return word.replaceAll("(\\p{L})\\1+", "$1");
  }

  private Optional<Language> language(List<String> tokens) {
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().act.equals(LEAVE))
        .filter(entry ->
            tokens.stream().map(Vocabulary::drawnIn).anyMatch(drawnIn(entry.getKey())::equals))
        .map(entry -> entry.getValue().language)
        .findFirst();
  }

  private String number(List<String> tokens) {
    return Numerals.read(
        tokens.stream().filter(word -> !is(NUMBERING, word) && !is(POLITE, word)).toList());
  }

  /// What follows so many words, as it was written.
  private static String after(String whole, int count) {
    var word = WORD.matcher(whole);
    var end = 0;
    for (var at = 0; at < count && find(word); at++) {
      end = word.end();
    }
    return whole.substring(end).replaceFirst("^[^\\p{L}\\p{N}]+", "");
  }

  private static boolean find(Matcher word) {
    while (word.find()) {
      if (!plain(word.group()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static List<String> tokens(String text) {
    return WORD.matcher(text)
        .results()
        .map(found -> plain(found.group()))
        .filter(token -> !token.isEmpty())
        .toList();
  }

  /// The words of a text in small letters without accents, each divided from the next by a space;
  /// digits of any script are those of ours.
  public static String plain(String text) {
    var plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}|['’`]", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .codePoints()
        .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
