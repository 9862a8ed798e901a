package org.shiriki.concern;

import java.util.Arrays;
import java.util.List;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.sms.Segments;

/// What those hear by SMS whom a concern concerns, in each language. The reference is left open: a
/// person hears the one that they know.
record News(List<Language> in, Text text) {
  private static final String OPEN = "{reference}";
  private static final String FILLED = "ABC-DEFG";

  /// News of a status. They name neither what it is about nor where: they lie on a phone that
  /// others may read.
  static News of(Status status) {
    return new News(
        List.of(Language.values()),
        Text.of(
                "Hoja {reference}: {status}. Kuona zaidi tuma HALI {reference}.",
                "Concern {reference}: {status}. To see more send STATUS {reference}.")
            .with("status", status.words()));
  }

  /// The words of a reply themselves, for who guards their reports with no PIN.
  static News of(String reply) {
    return new News(
        List.of(Language.values()),
        Text.of("Jibu, hoja {reference}: {reply}", "Reply, concern {reference}: {reply}")
            .with("reply", reply));
  }

  String[] languages() {
    return in.stream().map(Language::code).toArray(String[]::new);
  }

  String[] texts() {
    return in.stream().map(text::in).toArray(String[]::new);
  }

  Integer[] segments() {
    return Arrays.stream(texts())
        .map(words -> Segments.of(words.replace(OPEN, FILLED)).parts())
        .toArray(Integer[]::new);
  }

  @Override
  public String toString() {
    return "News[hidden]";
  }
}
