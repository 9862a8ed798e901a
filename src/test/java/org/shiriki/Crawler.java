package org.shiriki;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Reply;
import org.shiriki.dialogue.View;
import org.shiriki.privacy.Phone;

/// Walks every menu breadth-first from a stranger's first dial, in both languages, and notes what a
/// citizen should not meet.
///
/// Each way is walked from the first dial on a phone of its own, so that no way changes what
/// another one sees.
final class Crawler {
  /// How many screens of one kind are gone through, in each of the caller's circumstances.
  private static final int GONE_THROUGH = 4;

  private static final int TYPED_INTO = 2;

  /// A step that nobody can type: the line breaks off, and the phone dials again.
  static final String REDIALS = "(redials)";

  /// And the next: the office puts right what was reported, and the phone dials again.
  static final String FIXED = "(fixed)";

  private static final int PHONES = 700_000_000;
  private static final List<String> SENTENCES =
      List.of(
          "Maji ya kisima ni machafu tangu Jumatatu",
          "Shella",
          Town.NO_WATER_REFERENCE,
          "Ananipiga kila usiku",
          Town.CASE_NUMBER.written(),
          "x",
          "?",
          "2027",
          "nyumba*ya*2*jirani",
          "“Maji” 😀 ni €5 [tano] {5} ~ ^ \\ | مياه",
          "neno ".repeat(60).strip(),
          "x".repeat(182));

  /// What is typed where only numbers are expected.
  private static final List<String> NONSENSE = List.of("maji", "77*1", "😀");

  private final TestHouse house = new TestHouse();
  private final Check check = new Check(house);
  private final Queue<List<String>> ways = new ArrayDeque<>();
  private final Set<String> visited = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int phones;

  /// A crawler.
  ///
  /// @param errands ways to screens that only what was done before leads to
  Crawler(List<List<String>> errands) {
    ways.add(List.of());
    ways.addAll(errands);
  }

  /// Walks all there is.
  ///
  /// @return what citizens should not meet, each with the way to it
  List<String> walk() {
    while (!ways.isEmpty()) {
      go(ways.remove());
    }
    check.compareLanguages();
    return check.faults();
  }

  /// How many different screens were seen, pages counted.
  int screens() {
    return visited.size();
  }

  /// The kinds of screens that no way led to, each with its language: `…$MainMenu ENGLISH`.
  List<String> unseen() {
    return house.everyRoom().stream()
        .flatMap(room -> Samples.records(room.family()))
        .flatMap(screen -> Stream.of(Language.values()).map(spoken -> kind(screen, spoken)))
        .filter(kind -> !seen.contains(kind))
        .toList();
  }

  private void go(List<String> way) {
    var phone = new Phone("+254" + (PHONES + phones++));
    try {
      var before = follow(phone, way.isEmpty() ? way : way.subList(0, way.size() - 1));
      var reply = way.isEmpty() ? before : answer(phone, before, way.getLast());
      check.reply(way, reply);
      check.move(way, before, reply);
      if (reply.open()) {
        arrive(phone, way, reply);
      }
    } catch (RuntimeException failure) {
      check.fault(way, "fails: " + failure);
    }
  }

  private Reply follow(Phone phone, List<String> way) {
    var reply = house.dial(phone, "", null);
    for (var typed : way) {
      reply = answer(phone, reply, typed);
    }
    return reply;
  }

  private Reply answer(Phone phone, Reply reply, String typed) {
    var stored = house.store(reply);
    if (typed.equals(FIXED)) {
      house.fix(phone);
      return house.dial(phone, "", null);
    }
    return typed.equals(REDIALS)
        ? house.dial(phone, "", stored)
        : house.answer(phone, stored, typed);
  }

  private void arrive(Phone phone, List<String> way, Reply reply) {
    if (!visited.add(Check.place(house, reply))) {
      return;
    }
    if (reply.text().contains("\n98 ")) {
      ways.add(and(way, "98"));
    }
    if (reply.conversation().stack().getLast().turned().size() == 1) {
      unfold(phone, way, reply);
    }
  }

  /// On a screen's first page: checks what it holds, and goes everywhere from there.
  private void unfold(Phone phone, List<String> way, Reply reply) {
    var screen = reply.conversation().stack().getLast().screen();
    var view = house.view(phone, reply.conversation());
    check.view(way, view);
    seen.add(kind(screen.getClass(), reply.conversation().caller().language()));
    var count = counts.merge(Check.sort(house, reply), 1, Integer::sum);
    if (count > GONE_THROUGH) {
      return;
    }
    keys(view).forEach(key -> ways.add(and(way, key)));
    if (count <= TYPED_INTO) {
      (view.words() == null ? NONSENSE : SENTENCES)
          .forEach(sentence -> ways.add(and(way, sentence)));
      ways.add(and(way, "zz", "zz", "zz"));
      ways.add(and(way, REDIALS));
    }
  }

  private static Stream<String> keys(View view) {
    return Stream.concat(
        IntStream.rangeClosed(1, view.options().size()).mapToObj(Integer::toString),
        Stream.of("0", "00", "99"));
  }

  private static String kind(Class<?> screen, Language language) {
    return screen.getName() + ' ' + language;
  }

  private static List<String> and(List<String> way, String... more) {
    var longer = new ArrayList<>(way);
    longer.addAll(List.of(more));
    return List.copyOf(longer);
  }
}
