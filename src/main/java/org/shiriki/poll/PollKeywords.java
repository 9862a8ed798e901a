package org.shiriki.poll;

import java.util.List;
import java.util.Optional;
import org.shiriki.citizen.CitizenScreen.AskConsent;
import org.shiriki.citizen.CitizenScreen.NotWithoutConsent;
import org.shiriki.dialogue.Turn;
import org.shiriki.place.Places;
import org.shiriki.poll.PollScreen.Ask;
import org.shiriki.poll.PollScreen.CheckReceipt;
import org.shiriki.poll.PollScreen.NoElection;
import org.shiriki.poll.PollScreen.Notice;
import org.shiriki.poll.PollScreen.OpenPolls;
import org.shiriki.poll.PollScreen.Revisit;
import org.shiriki.sms.Heard;
import org.shiriki.sms.Keywords;
import org.shiriki.sms.Opening;

/// Opinion polls by SMS: `MAONI 2`, or a number alone while one poll is open; `ANGALIA K7M2QX`. Who
/// says `KURA` is first told that this is no election.
public final class PollKeywords implements Keywords {
  private final Polls polls;
  private final Places places;

  public PollKeywords(Polls polls, Places places) {
    this.polls = polls;
    this.places = places;
  }

  @Override
  public Optional<Opening> hear(Heard heard, Turn turn) {
    return switch (heard.act()) {
      case "poll" -> Optional.of(answer(heard.rest(), turn));
      case "vote" -> Optional.of(Opening.of(new NoElection()));
      case "check" -> Optional.of(new Opening(new CheckReceipt(), heard.rest()));
      case "" ->
          heard.number().isEmpty() || !asked(turn)
              ? Optional.empty()
              : Optional.of(answer(heard.number(), turn));
      default -> Optional.empty();
    };
  }

  /// Whether a number alone can only be meant for the one poll of the place where a person lives.
  private boolean asked(Turn turn) {
    return turn.caller().ward().answered() && here(turn).size() == 1;
  }

  private List<Poll> here(Turn turn) {
    return polls.all().stream()
        .filter(poll -> poll.openAt(turn.now()) && poll.isFor(turn.caller(), places))
        .toList();
  }

  /// With one poll the number answers it, with several it chooses one.
  private Opening answer(String number, Turn turn) {
    var open = here(turn);
    if (open.size() != 1 || !turn.caller().ward().answered()) {
      return new Opening(OpenPolls.unlisted(), number);
    }
    var poll = open.getFirst();
    var voter = new Voter(poll.id(), turn.key());
    var next =
        Optional.ofNullable(polls.ballots(List.of(voter)).get(poll.id()))
            .orElse(Ballot.EMPTY)
            .next(poll);
    if (next.isEmpty()) {
      return Opening.of(new Revisit(poll.id()));
    }
    if (number.isBlank()) {
      return Opening.of(new Notice(poll.id(), next.getAsInt()));
    }
    var ask = new Ask(poll.id(), next.getAsInt(), false);
    return turn.caller().consented()
        ? new Opening(ask, number)
        : Opening.of(new AskConsent(ask, new NotWithoutConsent()));
  }
}
