package org.shiriki.information;

import java.time.LocalDate;
import java.util.List;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Proof;
import org.shiriki.dialogue.Text;

/// Something worth knowing, such as the dates of the county budget.
///
/// @param keyword the word that asks for it by SMS
/// @param sensitive whether being seen with it can harm somebody
/// @param neverSms whether it must not be sent by SMS, whatever else is true
/// @param reviewBy the last day on which it may be shown unless it is reviewed
/// @param verify what to check at the review, or empty
public record Topic(
    String id,
    Text keyword,
    Text title,
    Confidence confidence,
    boolean sensitive,
    boolean neverSms,
    LocalDate reviewBy,
    String verify,
    List<String> sources,
    Pages pages) {
  public Topic {
    sources = List.copyOf(sources);
  }

  /// What phones could not show of it, in words for whoever wrote it.
  public List<String> faults() {
    var proof = new Proof().text("keyword", keyword, Proof.LABEL).text("title", title, Proof.LABEL);
    for (var language : Language.values()) {
      var written = pages.in(language);
      proof.note(written.isEmpty(), "there is no page in " + language.code());
      for (var number = 1; number <= written.size(); number++) {
        proof.words("page " + number, written.get(number - 1), language, Proof.PAGE);
      }
    }
    return proof.note(!pages.even(), "the languages have different numbers of pages").faults();
  }

  /// Whether its review is overdue on a day.
  public boolean overdue(LocalDate day) {
    return day.isAfter(reviewBy);
  }

  /// Whether it may lie among a phone's messages.
  public boolean fitForSms() {
    return !sensitive && !neverSms;
  }

  /// The title and all pages, as one message.
  public String inFull(Language language) {
    return title.in(language) + "\n" + String.join("\n", pages.in(language));
  }
}
