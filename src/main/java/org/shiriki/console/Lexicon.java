package org.shiriki.console;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;

/// What the contract's fixed words are called on pages: resource `console/words.yaml`.
record Lexicon(Map<String, Text> words) {
  private static final String RESOURCE = "/console/words.yaml";

  Lexicon {
    words = Map.copyOf(words);
  }

  static Lexicon read() {
    try (var stream = Lexicon.class.getResourceAsStream(RESOURCE)) {
      return new Lexicon(new YAMLMapper().readValue(stream, new TypeReference<>() {}));
    } catch (IOException failure) {
      throw new UncheckedIOException("It cannot be read: " + RESOURCE, failure);
    }
  }

  /// A word in a language; one that is not listed is shown as it is, in small letters and without
  /// what it belongs to (`job.closing`).
  String word(String term, Language language) {
    var known = words.get(term);
    return known == null
        ? term.substring(term.lastIndexOf('.') + 1)
            .toLowerCase(Locale.ROOT)
            .replace('_', ' ')
            .replace('-', ' ')
        : known.in(language);
  }
}
