package org.shiriki.concern;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiriki.concern.ConcernScreen.ChooseCategory;
import org.shiriki.concern.ConcernScreen.FindByReference;
import org.shiriki.concern.ConcernScreen.Mine;
import org.shiriki.concern.WrittenScreen.Ready;
import org.shiriki.concern.WrittenScreen.Sort;
import org.shiriki.concern.WrittenScreen.Unclear;
import org.shiriki.concern.WrittenScreen.Where;
import org.shiriki.dialogue.HouseScreen.Guide;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Turn;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.place.Ward;
import org.shiriki.sms.Heard;
import org.shiriki.sms.Keywords;
import org.shiriki.sms.Opening;

/// Reporting a concern by SMS, and following it: `RIPOTI Kaloleni maji hayatoki`, `HALI ABC-DEFG`.
/// What nothing else understands is a concern until its sender says otherwise.
public final class ConcernKeywords implements Keywords {
  private static final int LONGEST_NAME = 3;

  private final Concerns concerns;
  private final Pins pins;
  private final Places places;
  private final CategoryWords words;

  public ConcernKeywords(Concerns concerns, Pins pins, Places places, CategoryWords words) {
    this.concerns = concerns;
    this.pins = pins;
    this.places = places;
    this.words = words;
  }

  @Override
  public Optional<Opening> hear(Heard heard, Turn turn) {
    return switch (heard.act()) {
      case "concern" -> Optional.of(Opening.of(report(heard.rest(), turn)));
      case "status" -> Optional.of(status(heard, turn));
      case "", "info", "help" -> Optional.of(sentence(heard, turn));
      default -> Optional.empty();
    };
  }

  /// A written concern.
  ///
  /// @param namesakes the wards that it may mean, if it names several
  private record Read(Draft draft, List<String> namesakes) {}

  private Screen report(String words, Turn turn) {
    if (words.isBlank()) {
      return new ChooseCategory();
    }
    var read = read(words, turn);
    if (!read.namesakes.isEmpty()) {
      return new Where(read.draft, read.namesakes);
    }
    return read.draft.category().isEmpty() ? new Sort(read.draft) : new Ready(read.draft);
  }

  /// A ward that is named first is where it is, and no part of what is wrong. Of namesakes it is
  /// the one where the person lives.
  private Read read(String typed, Turn turn) {
    var parts = List.of(typed.strip().split("\\s+"));
    for (var length = Math.min(LONGEST_NAME, parts.size() - 1); length > 0; length--) {
      var named = places.named(String.join(" ", parts.subList(0, length)));
      if (!named.isEmpty()) {
        return read(String.join(" ", parts.subList(length, parts.size())), named, turn);
      }
    }
    return new Read(draft(typed, turn.caller().ward(), turn), List.of());
  }

  private Read read(String text, List<Ward> named, Turn turn) {
    var codes = named.stream().map(Ward::code).toList();
    var home = turn.caller().ward();
    if (home.known().filter(codes::contains).isPresent()) {
      return new Read(draft(text, home, turn), List.of());
    }
    return codes.size() == 1
        ? new Read(draft(text, new Residence.In(codes.getFirst()), turn), List.of())
        : new Read(draft(text, new Residence.Unasked(), turn), codes);
  }

  private Draft draft(String text, Residence ward, Turn turn) {
    var category = words.about(text).orElse("");
    return Draft.about(category, turn.id()).in(ward).writing(text);
  }

  /// A number that answers nothing says nothing either.
  private Opening sentence(Heard heard, Turn turn) {
    return heard.number().isEmpty()
        ? reference(heard).orElseGet(() -> unclear(heard, turn))
        : Opening.of(new Guide());
  }

  private Opening unclear(Heard heard, Turn turn) {
    return Opening.of(new Unclear(read(heard.whole(), turn).draft(), heard.asksFor("help")));
  }

  /// A reference that stands alone. Whether a concern has it is not asked here, where tries are not
  /// counted.
  private static Optional<Opening> reference(Heard heard) {
    return Reference.parse(heard.whole())
        .map(reference -> new Opening(new FindByReference(), reference.written()));
  }

  /// One's own concerns are listed where no PIN guards them. What is neither a reference nor like
  /// one is a sentence about how things are.
  private Opening status(Heard heard, Turn turn) {
    var rest = heard.rest();
    var reference =
        Stream.concat(Stream.of(rest), Arrays.stream(rest.split("\\s+")))
            .filter(part -> Reference.parse(part).isPresent())
            .findFirst();
    if (reference.isPresent() || rest.matches("\\S+")) {
      return new Opening(new FindByReference(), reference.orElse(rest));
    }
    if (!rest.isBlank()) {
      return unclear(heard, turn);
    }
    return Opening.of(
        turn.caller().consented() && !pins.guards(turn.key())
            ? new Mine(concerns.reportedBy(turn.key()))
            : new FindByReference());
  }
}
