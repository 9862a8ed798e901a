package org.shiriki.concern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Preview;
import org.shiriki.sms.Segments;

/// How words for a citizen look on a phone, and what is wrong with them.
///
/// @param septets how long they are in the phone's alphabet
/// @param parts how many SMS they take, with the line before them
/// @param pages what a phone shows of them by USSD, page by page
/// @param faults all that is wrong; nothing if they may be sent
public record ReplyProof(int septets, int parts, List<String> pages, List<String> faults) {
  /// The most septets: with the line before them they are two SMS.
  static final int LONGEST = 260;

  private static final int SHORTEST = 5;
  private static final Reference ANY = new Reference("2222222");
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)https?:|www\\.|\\b[a-z0-9-]+\\.(com|org|net|info|ke|africa|me|ly|gl)\\b");

  public ReplyProof {
    pages = List.copyOf(pages);
    faults = List.copyOf(faults);
  }

  /// Reads words for a citizen.
  public static ReplyProof of(String words) {
    var shown = words.strip();
    var sms = News.of(shown).text().with("reference", ANY.written());
    var parts = Math.max(Segments.of(sms.sw()).parts(), Segments.of(sms.en()).parts());
    var view = WaitingMenus.words(ANY, shown);
    var pages = Preview.of("reply", view, Language.KISWAHILI).stream().map(Preview::text).toList();
    return new ReplyProof(Gsm7.septets(shown), parts, pages, faults(shown));
  }

  private static List<String> faults(String words) {
    var faults = new ArrayList<String>();
    var septets = Gsm7.septets(words);
    if (words.codePointCount(0, words.length()) < SHORTEST) {
      faults.add("It is missing, or too short to be understood.");
    }
    if (septets > LONGEST) {
      faults.add("It has %d septets, %d fit.".formatted(septets, LONGEST));
    }
    Segments.of(words)
        .forcing()
        .forEach(letter ->
            faults.add(
                "Phones cannot show %s (%s); write %s."
                    .formatted(
                        letter,
                        Character.getName(letter.codePointAt(0)),
                        Segments.cheaper(letter))));
    if (LINK.matcher(words).find()) {
      faults.add("It holds a link, which basic phones cannot open.");
    }
    if (words.matches("(?s).*[{}].*")) {
      faults.add("It holds braces; nothing is filled in here.");
    }
    return faults;
  }

  @Override
  public String toString() {
    return "ReplyProof[" + septets + ", " + parts + ']';
  }
}
