package org.shiriki.open;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.shiriki.console.Doc;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;

/// Somebody who reads a public page: nothing is known of them but the language.
public record Reader(Language language, String path) {
  /// Words in the reader's language.
  public String say(String sw, String en) {
    return Text.of(sw, en).in(language);
  }

  /// The words of a text of open data, `{"sw": …, "en": …}`.
  public String say(Doc text) {
    return text.text(language.code());
  }

  /// A figure of open data; one that is hidden is under ten, or would give such a one away.
  public String figure(Doc line, String name) {
    return line.has(name)
        ? String.format(Locale.ENGLISH, "%,d", line.number(name))
        : say("haitajwi", "not told");
  }

  /// A figure that is told in whole tens, `20+`.
  public String tens(Doc line, String name) {
    return line.has(name) ? figure(line, name) + '+' : say("chini ya 10", "under 10");
  }

  /// `22 Nov 2026`.
  public String day(String day) {
    return day.isEmpty()
        ? ""
        : DateTimeFormatter.ofPattern("d MMM yyyy", Locale.of(language.code()))
            .format(LocalDate.parse(day));
  }

  /// The address of a page in the reader's language.
  public String address(String to) {
    return to + (language == Language.ENGLISH ? "?lang=en" : "");
  }

  /// The address of this page in the other language.
  public String other() {
    return path + (language == Language.ENGLISH ? "" : "?lang=en");
  }
}
