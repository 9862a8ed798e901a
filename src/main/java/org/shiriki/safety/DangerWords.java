package org.shiriki.safety;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.shiriki.dialogue.Screen;
import org.shiriki.place.Residence;
import org.shiriki.safety.SafetyScreen.Groups;
import org.shiriki.safety.SafetyScreen.Heard;
import org.shiriki.seed.SeedFile;

/// Finds words of danger in what people write, in Kiswahili, English and Sheng.
///
/// Case, accents, punctuation and doubled letters do not matter; only whole words count. Where one
/// is found, an innocent phrase around it takes it back: `ananipiga` is danger, `ananipiga picha`
/// is not. Innocent phrases are looked for as they are written, doubled letters and all. It is
/// better to ask a person about one report too many.
public final class DangerWords {
  private static final String ANY_LETTERS = "*";

  /// The entry about violent groups, of which no word is ever kept.
  private static final String GROUPS = "groups";

  private final List<Phrase> dangers;
  private final List<Phrase> groups;
  private final List<Phrase> innocent;

  /// Words of one meaning.
  ///
  /// @param words each a word or several in a row; a star at an end of a word stands for any
  ///   letters
  /// @param butNot phrases that hold such words and are no danger
  public record Entry(String id, List<String> words, List<String> butNot) {
    public Entry {
      words = List.copyOf(words);
      butNot = List.copyOf(butNot);
    }

    List<String> faults() {
      return words.stream()
          .filter(word -> word.replaceAll("[^\\p{L}]", "").length() < 3)
          .map(word -> "is too short to be looked for: " + word)
          .toList();
    }
  }

  /// Words in a row, each as a pattern.
  private record Phrase(List<Pattern> words) {
    static Phrase of(String written, boolean folded) {
      return new Phrase(
          Arrays.stream(written.strip().split("\\s+"))
              .map(word -> Pattern.compile(pattern(word, folded)))
              .toList());
    }

    private static String pattern(String word, boolean folded) {
      var letters = String.join("", plain(word.replace(ANY_LETTERS, "")));
      return (word.startsWith(ANY_LETTERS) ? "\\p{L}*" : "")
          + Pattern.quote(folded ? fold(letters) : letters)
          + (word.endsWith(ANY_LETTERS) ? "\\p{L}*" : "");
    }

    boolean at(int from, List<String> text) {
      return from >= 0
          && from + words.size() <= text.size()
          && IntStream.range(0, words.size())
              .allMatch(at -> words.get(at).matcher(text.get(from + at)).matches());
    }
  }

  DangerWords(List<Entry> entries) {
    this.dangers = phrases(entries.stream().flatMap(entry -> entry.words.stream()).toList(), true);
    this.groups =
        phrases(
            entries.stream()
                .filter(entry -> entry.id.equals(GROUPS))
                .flatMap(entry -> entry.words.stream())
                .toList(),
            true);
    this.innocent =
        phrases(entries.stream().flatMap(entry -> entry.butNot.stream()).toList(), false);
  }

  private static List<Phrase> phrases(List<String> written, boolean folded) {
    return written.stream().map(words -> Phrase.of(words, folded)).toList();
  }

  /// Reads `danger-words.yaml`.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with the file
  public static DangerWords read(Path config) {
    return new DangerWords(
        SeedFile.read(config.resolve("danger-words.yaml"), Entry.class, Entry::faults));
  }

  /// The screen that takes an ordinary report over, if it tells of danger. What tells of violent
  /// groups is taken by nobody: it leads to the numbers.
  ///
  /// @param id the report's
  /// @param about its category
  public Optional<Screen> hear(UUID id, String about, Residence ward, String text, String remedy) {
    if (found(groups, text) || found(groups, remedy)) {
      return Optional.of(new Groups());
    }
    return foundIn(text) || foundIn(remedy)
        ? Optional.of(new Heard(id, ward, new Story(about, text, remedy)))
        : Optional.empty();
  }

  /// Whether a text tells of danger.
  boolean foundIn(String text) {
    return found(dangers, text);
  }

  private boolean found(List<Phrase> phrases, String text) {
    var written = plain(text);
    var folded = written.stream().map(DangerWords::fold).toList();
    return IntStream.range(0, folded.size())
        .anyMatch(at ->
            phrases.stream()
                .anyMatch(danger -> danger.at(at, folded) && !innocent(at, danger, written)));
  }

  /// Whether an innocent phrase covers the danger that was found here.
  private boolean innocent(int found, Phrase danger, List<String> written) {
    var end = found + danger.words.size();
    return innocent.stream()
        .anyMatch(phrase ->
            IntStream.rangeClosed(end - phrase.words.size(), found)
                .anyMatch(from -> phrase.at(from, written)));
  }

  /// The words of a text in small letters without accents.
  private static List<String> plain(String text) {
    var letters =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}|['’`]", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return List.of(letters.split(" "));
  }

  private static String fold(String word) {
    return word.replaceAll("(\\p{L})\\1+", "$1");
  }
}
