package org.shiriki.concern;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api.Operation;
import org.shiriki.api.Call;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.place.Ward;

/// What staff do with concerns through the API.
final class ConcernActs {
  /// A title stands with others in a menu of the phone.
  private static final int LONGEST_TITLE = 30;

  private static final int SHORTEST_REASON = 10;

  private final Desk desk;
  private final Places places;

  ConcernActs(Desk desk, Places places) {
    this.desk = desk;
    this.places = places;
  }

  Map<String, Operation> operations() {
    return Map.ofEntries(
        Map.entry("sortConcern", this::sort),
        Map.entry("assignConcern", this::assign),
        Map.entry("referConcern", this::refer),
        Map.entry("mergeConcern", this::merge),
        Map.entry("addConcernNote", this::note),
        Map.entry("checkReply", ConcernActs::check),
        Map.entry("replyToConcern", this::reply),
        Map.entry("recordOfficeAnswer", this::answer),
        Map.entry("setConcernStatus", this::bring),
        Map.entry("reopenConcern", this::reopen),
        Map.entry("revealReporterNumber", this::reveal));
  }

  private record Sorting(
      @Nullable String category,
      @Nullable String ward,
      @Nullable String title,
      @Nullable RootCause rootCause) {}

  private record Assignment(@Nullable String assignee) {}

  private record Referral(String office, @Nullable String text) {}

  private record Merger(String into) {}

  private record Words(String text) {
    @Override
    public String toString() {
      return "Words[hidden]";
    }
  }

  private record Letter(String text, @Nullable Boolean answers) {
    @Override
    public String toString() {
      return "Letter[hidden]";
    }
  }

  private record OfficeAnswer(String office, LocalDate answeredOn, String text) {
    @Override
    public String toString() {
      return "OfficeAnswer[" + office + ']';
    }
  }

  private record StatusNow(Status status, @Nullable String text) {}

  private record Reopening(@Nullable String text) {}

  private record Reason(String reason) {}

  /// Answers about the concern in the path; a reference that is none leads nowhere.
  static Reply on(Call call, Function<Reference, Reply> answer) {
    return Reference.parse(call.path("reference")).map(answer).orElse(Reply.missing());
  }

  private Reply act(Call call, Move move) {
    return on(call, reference -> desk.act(call, reference, move));
  }

  private Reply sort(Call call) {
    var body = call.body(Sorting.class);
    var ward = Optional.ofNullable(body.ward).flatMap(places::ward);
    if (body.ward != null && ward.isEmpty()) {
      return fault("/ward", "There is no such ward.");
    }
    if (body.title != null
        && (!Gsm7.allGsm7(body.title) || Gsm7.septets(body.title) > LONGEST_TITLE)) {
      return fault(
          "/title", "A phone shows at most %d letters of its alphabet.".formatted(LONGEST_TITLE));
    }
    return act(
        call,
        new Move.Sort(
            body.category,
            ward.<Residence>map(known -> new Residence.In(known.code())).orElse(null),
            ward.map(Ward::county).orElse(""),
            body.title,
            body.rootCause));
  }

  private Reply assign(Call call) {
    return act(call, new Move.Assign(call.body(Assignment.class).assignee));
  }

  private Reply refer(Call call) {
    var body = call.body(Referral.class);
    return act(call, new Move.Refer(body.office, orNone(body.text)));
  }

  private Reply merge(Call call) {
    var into = Reference.parse(call.body(Merger.class).into);
    return into.isEmpty()
        ? fault("/into", "That is no reference.")
        : on(call, reference -> desk.merge(call, reference, into.get()));
  }

  private Reply note(Call call) {
    var text = call.body(Words.class).text.strip();
    return text.isEmpty()
        ? fault("/text", "It is missing.")
        : on(call, reference -> desk.note(call, reference, text));
  }

  private static Reply check(Call call) {
    return Reply.item(ReplyProof.of(call.body(Words.class).text));
  }

  private Reply reply(Call call) {
    var body = call.body(Letter.class);
    return act(call, new Move.Tell(body.text, !Boolean.FALSE.equals(body.answers)));
  }

  private Reply answer(Call call) {
    var body = call.body(OfficeAnswer.class);
    return act(call, new Move.Answer(body.office, body.answeredOn, body.text));
  }

  private Reply bring(Call call) {
    var body = call.body(StatusNow.class);
    return List.of(Status.IN_HAND, Status.FIXED, Status.CLOSED).contains(body.status)
        ? act(call, new Move.Bring(body.status, orNone(body.text)))
        : fault("/status", "Staff set IN_HAND, FIXED or CLOSED.");
  }

  private Reply reopen(Call call) {
    return act(call, new Move.Reopen(orNone(call.body(Reopening.class).text)));
  }

  private Reply reveal(Call call) {
    var reason = call.body(Reason.class).reason.strip();
    return reason.length() < SHORTEST_REASON
        ? fault("/reason", "Say in a few words why you need the number.")
        : on(call, reference -> desk.reveal(call, reference, reason));
  }

  private static Reply fault(String field, String detail) {
    return Reply.unacceptable("Mend the field that is named.", new Fault(field, detail));
  }

  private static String orNone(@Nullable String text) {
    return text == null ? "" : text;
  }
}
