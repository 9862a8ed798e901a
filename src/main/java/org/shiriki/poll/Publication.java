package org.shiriki.poll;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Places;

/// The only way to a poll's result, whoever asks: it knows when there is none to tell.
public final class Publication {
  /// Before so many have answered, staff see no count either.
  static final int FEWEST_LIVE = 50;

  private final Polls polls;
  private final Places places;
  private final List<Blackout> blackouts;

  public Publication(Polls polls, Places places, List<Blackout> blackouts) {
    this.polls = polls;
    this.places = places;
    this.blackouts = List.copyOf(blackouts);
  }

  /// What can be told of a poll.
  public sealed interface Result {
    /// It is still answered.
    record Open() implements Result {}

    /// The law keeps it silent.
    ///
    /// @param until the last silent day
    record Silent(LocalDate until) implements Result {}

    /// It is over.
    ///
    /// @param seal empty in the minute before it is sealed
    record Shown(Tally tally, Optional<Seal> seal) implements Result {}
  }

  /// What can be told at this moment.
  public Result of(Poll poll, Instant now) {
    var silence = Blackout.silence(blackouts, poll, now, places);
    if (silence.isPresent() && poll.closedAt(now)) {
      return new Result.Silent(silence.get());
    }
    var seal = poll.closedAt(now) ? polls.seal(poll.id()) : Optional.<Seal>empty();
    return seal.map(Seal::tally)
        .or(() -> polls.tally(poll.id(), now))
        .<Result>map(tally -> new Result.Shown(tally, seal))
        .orElseGet(Result.Open::new);
  }

  /// The count of an open poll, for staff: nothing before fifty people have answered, and nothing
  /// while the law keeps it silent.
  public Optional<Tally> live(Poll poll, Instant now) {
    return Blackout.silence(blackouts, poll, now, places).isPresent()
        ? Optional.empty()
        : polls.live(poll.id()).filter(tally -> tally.people() >= FEWEST_LIVE);
  }

  /// What can be told, as people read it.
  Text inWords(Poll poll, Instant now) {
    return switch (of(poll, now)) {
      case Result.Open _ ->
          Text.of(
                  "Matokeo yatatoka maoni yakifungwa, baada ya {day}.",
                  "Results come when the poll has closed, after {day}.")
              .with("day", Method.day(poll.lastDay()));
      case Result.Silent(var until) ->
          Text.of(
                  "Sheria (Cap. 7B) hairuhusu matokeo haya kabla ya uchaguzi. Yatatoka baada ya"
                      + " {day}.",
                  "The law (Cap. 7B) keeps these results until the election is over. They come"
                      + " after {day}.")
              .with("day", Method.day(until));
      case Result.Shown(var tally, var seal) ->
          seal.map(Method::figures)
              .map(figures -> tally.inWords(poll, places).then("\f", figures))
              .orElseGet(() -> tally.inWords(poll, places));
    };
  }
}
