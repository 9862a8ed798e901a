package org.shiriki.poll;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Places;
import org.shiriki.poll.Publication.Result;

/// Published polls as open data: what anybody may take and count again.
///
/// A figure that is null is hidden because it is under 10, or because one under 10 could be
/// computed from it.
public final class PollOpenData {
  private final Polls polls;
  private final Publication results;
  private final Places places;
  private final InstantSource clock;

  public PollOpenData(Polls polls, Publication results, Places places, InstantSource clock) {
    this.polls = polls;
    this.results = results;
    this.places = places;
    this.clock = clock;
  }

  /// A poll in the list of all.
  public record Line(
      @JsonProperty("id") String id,
      @JsonProperty("title") Text title,
      @JsonProperty("closed_on") LocalDate closedOn) {}

  /// A poll that phones can answer now.
  public record Asking(
      @JsonProperty("id") String id,
      @JsonProperty("title") Text title,
      @JsonProperty("last_day") LocalDate lastDay) {}

  /// A poll in full.
  ///
  /// @param receipts of all ballots, in the order of the alphabet; null where fewer than ten
  ///   answered, since their number would tell how many
  /// @param silentUntil the last day on which the law keeps the results silent
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Sheet(
      @JsonProperty("id") String id,
      @JsonProperty("title") Text title,
      @JsonProperty("first_day") LocalDate firstDay,
      @JsonProperty("last_day") LocalDate lastDay,
      @JsonProperty("sponsor") String sponsor,
      @JsonProperty("conductor") String conductor,
      @JsonProperty("audience") String audience,
      @JsonProperty("election_related") boolean electionRelated,
      @JsonProperty("silent_until") @Nullable LocalDate silentUntil,
      @JsonProperty("method") @Nullable Text method,
      @JsonProperty("how") @Nullable Text how,
      @JsonProperty("weighting") @Nullable Text weighting,
      @JsonProperty("margin_of_error") @Nullable Double marginOfError,
      @JsonProperty("could_answer") @Nullable Integer couldAnswer,
      @JsonProperty("invited") @Nullable Integer invited,
      @JsonProperty("answered") @Nullable Integer answered,
      @JsonProperty("questions") List<Asked> questions,
      @JsonProperty("breakdown") @Nullable List<Breakdown.Line> breakdown,
      @JsonProperty("tally_sha256") @Nullable String hash,
      @JsonProperty("receipts") @Nullable List<String> receipts) {}

  /// A question and its answers.
  public record Asked(
      @JsonProperty("text") Text text, @JsonProperty("answers") List<Answered> answers) {}

  /// An option and how many chose it.
  public record Answered(
      @JsonProperty("text") Text text, @JsonProperty("count") @Nullable Integer count) {}

  /// All published polls, the latest first.
  public List<Line> all() {
    return published()
        .map(poll -> new Line(poll.id().text(), poll.title(), poll.lastDay()))
        .toList()
        .reversed();
  }

  /// All polls that phones can answer now, the first to close first.
  public List<Asking> asking() {
    return polls.all().stream()
        .filter(poll -> poll.openAt(clock.instant()))
        .map(poll -> new Asking(poll.id().text(), poll.title(), poll.lastDay()))
        .sorted(Comparator.comparing(Asking::lastDay))
        .toList();
  }

  /// All of them as rows, their heading first.
  public List<List<String>> askingRows() {
    return Stream.concat(
            Stream.of(List.of("id", "title_sw", "title_en", "last_day")),
            asking().stream()
                .map(poll ->
                    List.of(poll.id, poll.title.sw(), poll.title.en(), poll.lastDay.toString())))
        .toList();
  }

  private Stream<Poll> published() {
    return polls.all().stream()
        .filter(poll -> polls.release(poll.id()).isPresent() && polls.sealed(poll.id()));
  }

  /// A published poll by its id.
  public Optional<Sheet> find(String id) {
    return published()
        .filter(poll -> poll.id().text().equals(id))
        .findFirst()
        .flatMap(poll -> sheet(poll, clock.instant()));
  }

  private Optional<Sheet> sheet(Poll poll, Instant now) {
    return switch (results.of(poll, now)) {
      case Result.Open _, Result.Waiting _ -> Optional.empty();
      case Result.Silent(var until) -> Optional.of(silent(poll, until));
      case Result.Shown(var seal, var method) -> Optional.of(sheet(poll, seal, method));
    };
  }

  private static Sheet silent(Poll poll, LocalDate until) {
    return new Sheet(
        poll.id().text(),
        poll.title(),
        poll.firstDay(),
        poll.lastDay(),
        poll.sponsor(),
        poll.conductor(),
        poll.audience().code(),
        poll.electionRelated(),
        until,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        asked(poll, null),
        null,
        null,
        null);
  }

  private Sheet sheet(Poll poll, Seal seal, MethodBox method) {
    var few = seal.tally().shownPeople().isEmpty();
    return new Sheet(
        poll.id().text(),
        poll.title(),
        poll.firstDay(),
        poll.lastDay(),
        poll.sponsor(),
        poll.conductor(),
        poll.audience().code(),
        poll.electionRelated(),
        null,
        Method.line(poll, method, seal.tally(), places),
        method.how(),
        method.weighting(),
        method.marginOfError(),
        shown(seal.could()),
        method.contacted() == 0 ? Integer.valueOf(0) : shown(method.contacted()),
        shown(seal.tally().people()),
        asked(poll, seal),
        seal.breakdown().lines(),
        seal.hash(),
        few ? null : seal.receipts().stream().map(Receipt::code).toList());
  }

  private static List<Asked> asked(Poll poll, @Nullable Seal seal) {
    return IntStream.rangeClosed(1, poll.questions().size())
        .mapToObj(number -> asked(poll.question(number), number, seal))
        .toList();
  }

  private static Asked asked(Question question, int number, @Nullable Seal seal) {
    var answers = new ArrayList<Answered>();
    for (var option = 1; option <= question.options().size(); option++) {
      var count =
          seal == null ? OptionalInt.empty() : seal.tally().shownCount(question, number, option);
      answers.add(
          new Answered(
              question.options().get(option - 1),
              count.isPresent() ? Integer.valueOf(count.getAsInt()) : null));
    }
    return new Asked(question.text(), answers);
  }

  private static @Nullable Integer shown(int people) {
    return people < Suppression.FEWEST ? null : people;
  }

  /// All published polls as rows, their heading first.
  public List<List<String>> rows() {
    return Stream.concat(
            Stream.of(List.of("id", "title_sw", "title_en", "closed_on")),
            all().stream()
                .map(line ->
                    List.of(line.id, line.title.sw(), line.title.en(), line.closedOn.toString())))
        .toList();
  }

  /// A published poll as rows, their heading first: an answer each, a hidden count empty.
  public Optional<List<List<String>>> rows(String id) {
    return find(id).map(PollOpenData::rows);
  }

  private static List<List<String>> rows(Sheet sheet) {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            "poll",
            "question",
            "question_en",
            "option",
            "option_en",
            "count",
            "answered",
            "could_answer",
            "invited",
            "method_en",
            "tally_sha256"));
    for (var question = 1; question <= sheet.questions.size(); question++) {
      var asked = sheet.questions.get(question - 1);
      for (var option = 1; option <= asked.answers.size(); option++) {
        var answered = asked.answers.get(option - 1);
        rows.add(
            List.of(
                sheet.id,
                Integer.toString(question),
                asked.text.en(),
                Integer.toString(option),
                answered.text.en(),
                cell(answered.count),
                cell(sheet.answered),
                cell(sheet.couldAnswer),
                cell(sheet.invited),
                sheet.method == null ? "" : sheet.method.en(),
                sheet.hash == null ? "" : sheet.hash));
      }
    }
    return rows;
  }

  private static String cell(@Nullable Integer figure) {
    return figure == null ? "" : figure.toString();
  }
}
