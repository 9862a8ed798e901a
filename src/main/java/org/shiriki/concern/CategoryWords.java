package org.shiriki.concern;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shiriki.seed.SeedFile;

/// Words that tell what a concern is about. They suggest; the person decides.
public final class CategoryWords {
  private final List<Entry> entries;

  /// Words of one category.
  record Entry(String id, List<String> words) {
    List<String> faults() {
      return words.isEmpty() ? List.of("has no words") : List.of();
    }

    long foundIn(String plain) {
      return words.stream().filter(word -> plain.contains(' ' + plain(word).strip() + ' ')).count();
    }
  }

  CategoryWords(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /// Reads `category-words.yaml`.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with the file
  public static CategoryWords read(Path config) {
    return new CategoryWords(
        SeedFile.read(config.resolve("category-words.yaml"), Entry.class, Entry::faults));
  }

  /// The category of which most words are in a text; empty if none is, or several alike.
  Optional<String> about(String text) {
    var plain = plain(text);
    var best = new ArrayList<String>();
    var most = 1L;
    for (var entry : entries) {
      var count = entry.foundIn(plain);
      if (count > most) {
        best.clear();
        most = count;
      }
      if (count == most) {
        best.add(entry.id);
      }
    }
    return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
  }

  private static String plain(String text) {
    return Normalizer.normalize(' ' + text + ' ', Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}|['’`]", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ");
  }
}
