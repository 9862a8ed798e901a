package org.shiriki.poll;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api.Operation;
import org.shiriki.api.Call;
import org.shiriki.api.Reply;
import org.shiriki.dialogue.Text;
import org.shiriki.place.County;
import org.shiriki.place.Places;
import org.shiriki.poll.Dossier.Life;

/// What staff are told of how people answered: what [Publication] lets out and no more.
///
/// Of an open poll that is how many have answered, in tens and from fifty on. Whoever could look at
/// the counts of answers while they know who is answering would read that person's answer off the
/// difference.
final class PollCounts {
  private static final int TENS = 10;

  private final PollApi.Reached reach;
  private final Polls polls;
  private final Publication results;
  private final Places places;

  PollCounts(PollApi.Reached reach, Polls polls, Publication results, Places places) {
    this.reach = reach;
    this.polls = polls;
    this.results = results;
    this.places = places;
  }

  Map<String, Operation> operations() {
    return Map.of(
        "getPollResults", this::results,
        "listPollBreakdown", this::breakdown,
        "listPollBursts", this::bursts,
        "listBlackouts", this::blackouts);
  }

  /// How people answered, as far as it may be told; what may not is left out.
  ///
  /// @param turnout of an open poll: how many answered, rounded down to tens; from fifty on
  /// @param silentUntil the last day on which the law keeps the results silent
  record Results(
      String id,
      Life life,
      @Nullable Integer turnout,
      @Nullable LocalDate silentUntil,
      @Nullable Integer couldAnswer,
      @Nullable Integer answered,
      List<Asked> questions,
      @Nullable String tallySha256) {}

  /// A question and its answers.
  record Asked(Text text, List<Answered> answers) {}

  /// An option and how many chose it, left out where that is hidden.
  record Answered(Text text, @Nullable Integer count, @Nullable Long percent) {}

  /// How often a group gave an answer.
  ///
  /// @param option 0 for all those together that are hidden in the whole count
  record Part(
      int question,
      Breakdown.By by,
      String group,
      String groupName,
      int option,
      String optionSw,
      String optionEn,
      int count) {}

  /// What was flagged on a day.
  record Flagged(LocalDate day, int answers) {}

  /// Silent days.
  ///
  /// @param counties their codes; empty for all of Kenya
  record Silence(String id, LocalDate firstDay, LocalDate electionDay, String counties) {}

  private Reply results(Call call) {
    return reach
        .seen(call)
        .map(dossier -> Reply.item(results(dossier, call.at())))
        .orElseGet(Reply::missing);
  }

  private Results results(Dossier dossier, Instant now) {
    var poll = dossier.poll();
    var life = dossier.at(now);
    var seal = results.sealed(poll, now);
    return new Results(
        poll.id().text(),
        life,
        life == Life.OPEN
            ? results.live(poll, now).map(tally -> tally.people() / TENS * TENS).orElse(null)
            : null,
        results.silence(poll, now).orElse(null),
        seal.map(Seal::could).flatMap(PollCounts::shown).orElse(null),
        seal.map(sealed -> sealed.tally().people()).flatMap(PollCounts::shown).orElse(null),
        seal.map(sealed -> questions(poll, sealed.tally())).orElse(List.of()),
        seal.map(Seal::hash).orElse(null));
  }

  private static Optional<Integer> shown(int people) {
    return people < Suppression.FEWEST ? Optional.empty() : Optional.of(people);
  }

  private static List<Asked> questions(Poll poll, Tally tally) {
    return IntStream.rangeClosed(1, poll.questions().size())
        .mapToObj(number ->
            new Asked(
                poll.question(number).text(),
                IntStream.rangeClosed(1, poll.question(number).options().size())
                    .mapToObj(option -> answered(poll.question(number), number, option, tally))
                    .toList()))
        .toList();
  }

  private static Answered answered(Question question, int number, int option, Tally tally) {
    var count = tally.shownCount(question, number, option);
    return new Answered(
        question.options().get(option - 1),
        count.isPresent() ? Integer.valueOf(count.getAsInt()) : null,
        count.isPresent() ? Long.valueOf(tally.percent(number, option)) : null);
  }

  private Reply breakdown(Call call) {
    var by = call.query("by");
    return reach
        .seen(call)
        .map(dossier ->
            results
                .sealed(dossier.poll(), call.at())
                .map(seal ->
                    Reply.all(
                        seal.breakdown().lines().stream()
                            .filter(line -> by.orElse(line.by().name()).equals(line.by().name()))
                            .map(line -> part(dossier.poll(), line))
                            .toList()))
                .orElseGet(() ->
                    Reply.conflict(
                        "There is nothing to tell yet: the poll is not sealed, or the"
                            + " law keeps it silent.")))
        .orElseGet(Reply::missing);
  }

  private Part part(Poll poll, Breakdown.Line line) {
    var option =
        line.option() == Breakdown.HIDDEN
            ? Text.of("(yaliyofichwa, pamoja)", "(the hidden ones, together)")
            : poll.question(line.question()).options().get(line.option() - 1);
    return new Part(
        line.question(),
        line.by(),
        line.group(),
        places.county(line.group()).map(County::name).orElse(line.group()),
        line.option(),
        option.sw(),
        option.en(),
        line.count());
  }

  private Reply bursts(Call call) {
    return reach
        .seen(call)
        .map(dossier ->
            Reply.all(
                polls.bursts(dossier.id()).stream()
                    .map(burst -> new Flagged(burst.day(), burst.answers()))
                    .toList()))
        .orElseGet(Reply::missing);
  }

  private Reply blackouts(Call call) {
    return Reply.all(
        results.calendar().stream()
            .filter(blackout -> call.scope().touches(blackout.counties()))
            .map(blackout ->
                new Silence(
                    blackout.id(),
                    blackout.electionDay().minusDays(blackout.daysBefore()),
                    blackout.electionDay(),
                    String.join(" ", blackout.counties())))
            .toList());
  }
}
