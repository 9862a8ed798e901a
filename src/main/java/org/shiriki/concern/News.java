package org.shiriki.concern;

import java.util.Arrays;
import java.util.List;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.sms.Segments;

/// What those hear by SMS whom a concern's new status concerns, in each language. It names neither
/// what it is about nor where: it lies on a phone that others may read.
record News(List<Language> in, Text text) {
  static News of(Reference reference, Status status) {
    return new News(
        List.of(Language.values()),
        Text.of(
                "Hoja {reference}: {status}. Kuona zaidi tuma HALI {reference}.",
                "Concern {reference}: {status}. To see more send STATUS {reference}.")
            .with("status", status.words())
            .with("reference", reference.written()));
  }

  String[] languages() {
    return in.stream().map(Language::code).toArray(String[]::new);
  }

  String[] texts() {
    return in.stream().map(text::in).toArray(String[]::new);
  }

  Integer[] segments() {
    return Arrays.stream(texts()).map(words -> Segments.of(words).parts()).toArray(Integer[]::new);
  }
}
