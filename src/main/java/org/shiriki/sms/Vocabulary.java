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
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Language;
import org.shiriki.seed.SeedFile;

/// The words that people write, in Kiswahili and English, and what each asks for.
///
/// Case, accents, punctuation and spacing do not matter, and the first word decides. One typo is
/// forgiven in words of five letters and more. Words that ask to be left alone are taken only as
/// they are listed, and only if nothing but politeness stands around them.
public final class Vocabulary {
  /// What asks to be left alone.
  static final String LEAVE = "leave";

  private static final String POLITE = "polite";
  private static final int FORGIVING_LENGTH = 5;
  private static final LevenshteinDistance ONE_TYPO = new LevenshteinDistance(1);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’`]+|\\p{N}+");
  private static final Pattern NUMBER =
      Pattern.compile("(?:(?:no|nambari|namba|number|option|jibu|chaguo) ?)?(\\d{1,3})");
  private static final List<List<String>> NUMBERS =
      List.of(
          List.of("moja", "one"),
          List.of("mbili", "two"),
          List.of("tatu", "three"),
          List.of("nne", "four"),
          List.of("tano", "five"),
          List.of("sita", "six"),
          List.of("saba", "seven"),
          List.of("nane", "eight"),
          List.of("tisa", "nine"));

  private final Map<String, Keyword> words = new HashMap<>();
  private final Set<String> leaving = new HashSet<>();
  private final Set<String> polite = new HashSet<>();

  private record Keyword(String act, Language language, boolean command) {}

  /// Words of one meaning.
  ///
  /// @param words commands, by language
  /// @param also words that begin a sentence, by language
  record Entry(String id, Map<String, List<String>> words, Map<String, List<String>> also) {
    List<String> faults() {
      return words.keySet().equals(Set.of("sw", "en")) && also.keySet().equals(Set.of("sw", "en"))
          ? List.of()
          : List.of("has words in sw and en, and no other language");
    }
  }

  Vocabulary(List<Entry> entries) {
    for (var entry : entries) {
      for (var language : Language.values()) {
        entry
            .words
            .getOrDefault(language.code(), List.of())
            .forEach(word -> add(entry.id, word, language, true));
        entry
            .also
            .getOrDefault(language.code(), List.of())
            .forEach(word -> add(entry.id, word, language, false));
      }
    }
  }

  private void add(String act, String word, Language language, boolean command) {
    var plain = plain(word).replace(" ", "");
    switch (act) {
      case POLITE -> polite.add(plain);
      case LEAVE -> {
        leaving.add(plain);
        words.put(plain, new Keyword(act, language, command));
      }
      default -> words.put(plain, new Keyword(act, language, command));
    }
  }

  /// Reads `keywords.yaml`.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with the file
  public static Vocabulary read(Path config) {
    return new Vocabulary(
        SeedFile.read(config.resolve("keywords.yaml"), Entry.class, Entry::faults));
  }

  /// Understands a text as far as its words go.
  public Heard hear(String text) {
    var whole = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    var tokens = tokens(whole);
    if (whole.equals("?")) {
      return heard("help", Optional.empty(), "", whole, "");
    }
    if (leaves(tokens)) {
      return heard(LEAVE, language(tokens), "", whole, "");
    }
    var number = number(String.join(" ", tokens));
    if (!number.isEmpty() || tokens.isEmpty()) {
      return heard("", Optional.empty(), "", whole, number);
    }
    return keyword(whole, tokens);
  }

  /// Two words may make one keyword; a word of `leave` among others is no keyword at all.
  private Heard keyword(String whole, List<String> tokens) {
    for (var length = Math.min(2, tokens.size()); length > 0; length--) {
      var found = find(String.join("", tokens.subList(0, length)));
      if (found != null && !found.act.equals(LEAVE)) {
        var rest = found.command || tokens.size() == length ? after(whole, length) : whole;
        return heard(found.act, Optional.of(found.language), rest, whole, "");
      }
    }
    return heard("", Optional.empty(), "", whole, "");
  }

  private static Heard heard(
      String act, Optional<Language> language, String rest, String whole, String number) {
    return new Heard(act, language, rest, whole, number);
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

  private boolean leaves(List<String> tokens) {
    return tokens.stream().anyMatch(leaving::contains)
        && tokens.stream().allMatch(token -> leaving.contains(token) || polite.contains(token));
  }

  private Optional<Language> language(List<String> tokens) {
    return tokens.stream()
        .map(words::get)
        .filter(Objects::nonNull)
        .map(Keyword::language)
        .findFirst();
  }

  private static String number(String plain) {
    var digits = NUMBER.matcher(plain);
    if (digits.matches()) {
      return digits.group(1);
    }
    if (plain.length() == 1 && plain.charAt(0) >= 'a' && plain.charAt(0) <= 'i') {
      return Integer.toString(plain.charAt(0) - 'a' + 1);
    }
    for (var number = 1; number <= NUMBERS.size(); number++) {
      if (NUMBERS.get(number - 1).contains(plain)) {
        return Integer.toString(number);
      }
    }
    return "";
  }

  /// What follows so many words, as it was written.
  private static String after(String whole, int count) {
    var word = WORD.matcher(whole);
    var end = 0;
    for (var at = 0; at < count && word.find(); at++) {
      end = word.end();
    }
    return whole.substring(end).replaceFirst("^[^\\p{L}\\p{N}]+", "");
  }

  private static List<String> tokens(String text) {
    return WORD.matcher(text)
        .results()
        .map(found -> plain(found.group()))
        .filter(token -> !token.isEmpty())
        .toList();
  }

  /// The words of a text in small letters without accents, each divided from the next by a space.
  public static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}|['’`]", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
