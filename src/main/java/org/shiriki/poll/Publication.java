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

    /// It is over, and its result was not published yet.
    record Waiting() implements Result {}

    /// It is published.
    record Shown(Seal seal, MethodBox method) implements Result {}
  }

  /// What anybody can be told at this moment.
  public Result of(Poll poll, Instant now) {
    if (!poll.closedAt(now)) {
      return new Result.Open();
    }
    var silence = silence(poll, now);
    if (silence.isPresent()) {
      return new Result.Silent(silence.get());
    }
    return polls
        .release(poll.id())
        .flatMap(release ->
            polls.seal(poll.id()).<Result>map(seal -> new Result.Shown(seal, release.method())))
        .orElseGet(Result.Waiting::new);
  }

  /// What staff can be told of a poll that is over, published or not: nothing before it is sealed,
  /// and nothing while the law keeps it silent.
  Optional<Seal> sealed(Poll poll, Instant now) {
    return poll.closedAt(now) && silence(poll, now).isEmpty()
        ? polls.seal(poll.id())
        : Optional.empty();
  }

  /// Until when nothing is told of a poll at this moment: the last silent day, if it is one.
  Optional<LocalDate> silence(Poll poll, Instant now) {
    return Blackout.silence(blackouts, poll, now, places);
  }

  /// The calendar of silent days.
  List<Blackout> calendar() {
    return blackouts;
  }

  /// The count of an open poll, for staff: nothing before fifty people have answered, and nothing
  /// while the law keeps it silent.
  public Optional<Tally> live(Poll poll, Instant now) {
    return silence(poll, now).isPresent()
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
      case Result.Waiting _ ->
          Text.of(
              "Maoni haya yamefungwa. Matokeo yanakaguliwa na yatatoka hapa.",
              "This poll has closed. Its results are being checked and will be told here.");
      case Result.Shown(var seal, var method) ->
          seal.tally().inWords(poll, method, places).then("\f", Method.figures(seal, method));
    };
  }
}
