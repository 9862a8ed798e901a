package org.shiriki.concern;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiriki.citizen.CitizenScreen.FoundWards;
import org.shiriki.concern.ConcernScreen.ChooseCategory;
import org.shiriki.concern.ConcernScreen.FindByReference;
import org.shiriki.concern.ConcernScreen.Mine;
import org.shiriki.concern.WrittenScreen.Ready;
import org.shiriki.concern.WrittenScreen.Sort;
import org.shiriki.concern.WrittenScreen.Unclear;
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

  private Screen report(String words, Turn turn) {
    if (words.isBlank()) {
      return new ChooseCategory();
    }
    var place = place(words);
    return place.isPresent() && place.get().wards.size() > 1 && !turn.caller().ward().answered()
        ? new FoundWards(
            place.get().wards.stream().map(Ward::code).toList(),
            sorted(draft(place.get().rest, turn.caller().ward(), turn)))
        : sorted(draft(words, turn));
  }

  private static Screen sorted(Draft draft) {
    return draft.category().isEmpty() ? new Sort(draft) : new Ready(draft);
  }

  /// A ward that is named first is where it is, and no part of what is wrong; among namesakes the
  /// person's own is meant.
  private Draft draft(String typed, Turn turn) {
    var home = turn.caller().ward();
    return place(typed)
        .flatMap(place ->
            place.wards.stream()
                .filter(ward -> place.wards.size() == 1 || ward.code().equals(home.code()))
                .findFirst()
                .map(ward -> draft(place.rest, new Residence.In(ward.code()), turn)))
        .orElseGet(() -> draft(typed, home, turn));
  }

  /// What a report begins with.
  ///
  /// @param wards those of one name
  /// @param rest what follows the name
  private record Place(List<Ward> wards, String rest) {}

  private Optional<Place> place(String typed) {
    var parts = List.of(typed.strip().split("\\s+"));
    for (var length = Math.min(LONGEST_NAME, parts.size() - 1); length > 0; length--) {
      var named = places.named(String.join(" ", parts.subList(0, length)));
      if (!named.isEmpty()) {
        var rest = String.join(" ", parts.subList(length, parts.size()));
        return Optional.of(new Place(named, rest));
      }
    }
    return Optional.empty();
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
    return Opening.of(new Unclear(draft(heard.whole(), turn), heard.asksFor("help")));
  }

  /// A reference that stands alone, if a concern has it.
  private Optional<Opening> reference(Heard heard) {
    return Reference.parse(heard.whole())
        .filter(reference -> concerns.find(reference).isPresent())
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
