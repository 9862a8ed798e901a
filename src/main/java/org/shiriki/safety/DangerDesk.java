package org.shiriki.safety;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;
import org.shiriki.safety.SafetyScreen.Heard;

/// Takes over what tells of danger where no screen can: in an SMS. The answer is neutral: it names
/// neither a kind nor a reference, for it lies on a phone that others may read.
public final class DangerDesk {
  private static final String UNSORTED = "conduct";
  private static final Text NEUTRAL =
      Text.of(
          "Asante. Ujumbe wako umepokewa. Uko hatarini sasa? Piga 999 au 112, bure.",
          "Thank you. Your message was received. In danger now? Call 999 or 112, free.");

  private final DangerWords words;
  private final Cases cases;
  private final Places places;

  public DangerDesk(DangerWords words, Cases cases, Places places) {
    this.words = words;
    this.cases = cases;
    this.places = places;
  }

  /// The answer to a message that tells of danger, which is a case by then; of violent groups it is
  /// counted, and no word kept. Empty for ordinary words.
  public Optional<Text> takeOver(Turn turn, String text) {
    var id = UUID.nameUUIDFromBytes((turn.id() + "\ndanger").getBytes(UTF_8));
    return words
        .hear(id, UNSORTED, turn.caller().ward(), text, "")
        .map(taken -> {
          if (taken instanceof Heard heard) {
            cases.file(
                heard.id(),
                Source.MOVED,
                heard.ward(),
                heard.story(),
                Safeguards.UNASKED,
                turn.now());
          } else {
            cases.countGroups(turn.id(), county(turn), turn.now());
          }
          return NEUTRAL;
        });
  }

  private String county(Turn turn) {
    return turn.caller().ward().known().flatMap(places::ward).map(Ward::county).orElse("");
  }
}
