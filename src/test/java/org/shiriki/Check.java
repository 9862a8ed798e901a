package org.shiriki;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.HouseScreen.Continue;
import org.shiriki.dialogue.HouseScreen.MainMenu;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Option;
import org.shiriki.dialogue.Reply;
import org.shiriki.dialogue.Reply.Outcome;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.View;

/// What a citizen should not meet, and where it was met.
final class Check {
  private static final Pattern ID = Pattern.compile("(?<!\"screen\":)\"[^\" ]{16,}\"");
  private static final Pattern SCREEN = Pattern.compile("\"screen\":\"[^\"]+\"");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private final TestHouse house;
  private final Set<String> alike = new HashSet<>(TestHouse.ALIKE);
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Map<Language, String>> said = new TreeMap<>();

  Check(TestHouse house) {
    this.house = house;
    for (var county : Town.PLACES.counties()) {
      alike.add(county.name());
      for (var constituency : county.constituencies()) {
        alike.add(constituency.name());
        constituency.wards().forEach(ward -> alike.add(ward.name()));
        constituency.wards().forEach(ward -> alike.add(Town.PLACES.inFull(ward)));
      }
    }
  }

  /// Faults with the way to each, such as `1 6 2: …`.
  List<String> faults() {
    return faults;
  }

  void fault(List<String> way, String what) {
    faults.add(String.join(" > ", way) + ": " + what);
  }

  /// Where a reply stands, ids left out: two replies at the same place lead the same ways.
  static String place(TestHouse house, Reply reply) {
    var frame = reply.conversation().stack().getLast();
    var screen = ID.matcher(house.json().write(frame.screen())).replaceAll("\"\"");
    return circumstances(reply.conversation().caller()) + frame.turned() + ' ' + screen;
  }

  /// The sort of screen that a reply shows: by its record, where that leads, and who sees it.
  static String sort(TestHouse house, Reply reply) {
    var screen = reply.conversation().stack().getLast().screen();
    var names =
        screen instanceof Continue
            ? "Continue"
            : SCREEN
                .matcher(house.json().write(screen))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
    return circumstances(reply.conversation().caller()) + names;
  }

  /// What of the caller decides about the ways on.
  private static String circumstances(Caller caller) {
    return caller.language()
        + (caller.consented() ? " consented" : "")
        + (caller.ward().answered() ? " asked " : " ");
  }

  /// What any page must be.
  void reply(List<String> way, Reply reply) {
    var page = (reply.open() ? "CON " : "END ") + reply.text();
    if (Gsm7.septets(page) > 160) {
      fault(way, Gsm7.septets(page) + " septets: " + page);
    }
    if (!Gsm7.allGsm7(page)) {
      fault(way, "a character that phones lack: " + page);
    }
    if (reply.text().isBlank()) {
      fault(way, "an empty page");
    }
    var lastLine = reply.text().substring(reply.text().lastIndexOf('\n') + 1);
    if (reply.open() && !lastLine.matches("(98 \\w+ )?0 \\w+( 00 \\w+)?")) {
      fault(way, "no keys on the last line: " + page);
    }
    if (!way.isEmpty()) {
      said.computeIfAbsent(
              String.join(" > ", way.subList(1, way.size())), _ -> new EnumMap<>(Language.class))
          .put(reply.conversation().caller().language(), message(reply));
    }
  }

  /// Words that are in no view: last words, and the line that tells why an answer did not do.
  private static String message(Reply reply) {
    if (!reply.open()) {
      return reply.text();
    }
    return reply.outcome() == Outcome.WRONG_KEY ? reply.text().lines().findFirst().orElse("") : "";
  }

  /// Whether the keys lead where they say.
  void move(List<String> way, Reply before, Reply after) {
    var key = way.isEmpty() ? "" : way.getLast();
    var stays = after.open() && place(house, before).equals(place(house, after));
    if ((key.equals("98") || key.equals("0")) && stays) {
      fault(way, "leads nowhere: " + after.text());
    }
    var top = after.conversation().stack().getLast().screen();
    if (key.equals("00") && !(after.open() && top instanceof MainMenu)) {
      fault(way, "does not lead to the main menu: " + after.text());
    }
    if (key.equals("99") && after.open()) {
      fault(way, "does not end: " + after.text());
    }
    if (key.equals(Crawler.REDIALS)
        && before.conversation().holdsWork() != top instanceof Continue) {
      fault(way, "shows " + after.text());
    }
  }

  /// What any screen must hold, in both languages.
  void view(List<String> way, View view) {
    text(way, "text", view.text());
    view.options().stream().map(Option::label).forEach(label -> label(way, label));
    if (view.options().isEmpty() && view.words() == null && view.text().sw().isBlank()) {
      fault(way, "a dead end");
    }
  }

  private void label(List<String> way, Text label) {
    if (label.sw().isBlank() || label.en().isBlank()) {
      fault(way, "an option without words: " + label);
    }
    text(way, "option", label);
  }

  private void text(List<String> way, String what, Text text) {
    var onlyOne = text.sw().isBlank() != text.en().isBlank();
    if (onlyOne || (text.sw().equals(text.en()) && !mayBeAlike(text.sw()))) {
      fault(way, what + " alike in both languages: " + text);
    }
    if ((text.sw() + text.en()).matches("(?s).*\\{[a-z]\\w*}.*")) {
      fault(way, what + " with a place left open: " + text);
    }
  }

  private boolean mayBeAlike(String words) {
    return !LETTER.matcher(words).find() || alike.contains(words);
  }

  /// What was said in both languages on the same way must not be the same words.
  void compareLanguages() {
    said.forEach((way, texts) -> {
      var sw = texts.getOrDefault(Language.KISWAHILI, "");
      if (sw.equals(texts.get(Language.ENGLISH)) && !mayBeAlike(sw)) {
        faults.add("… > " + way + ": says the same in both languages: " + sw);
      }
    });
  }
}
