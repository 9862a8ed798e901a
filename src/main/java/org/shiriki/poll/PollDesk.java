package org.shiriki.poll;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.shiriki.api.Api.Operation;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Problem;
import org.shiriki.api.Reply;
import org.shiriki.poll.Dossier.Move;
import org.shiriki.staff.AuditEntry;

/// What staff do with polls through their lives.
final class PollDesk {
  private static final int BATCH = 200;
  private static final PollId DRAFT = new PollId("draft");

  private final Dossiers dossiers;
  private final PollApi.Reached reach;
  private final Publication results;
  private final PollProof proof;

  PollDesk(Dossiers dossiers, PollApi.Reached reach, Publication results, PollProof proof) {
    this.dossiers = dossiers;
    this.reach = reach;
    this.results = results;
    this.proof = proof;
  }

  Map<String, Operation> operations() {
    return Map.ofEntries(
        entry("listPolls", this::list),
        entry("createPoll", this::create),
        entry("lintPoll", this::lint),
        entry("getPoll", this::get),
        entry("revisePoll", call -> changed(call, poll -> revise(call, poll))),
        entry("schedulePoll", call -> changed(call, poll -> schedule(call, poll))),
        entry("openPoll", call -> changed(call, poll -> open(call, poll))),
        entry("closePoll", call -> changed(call, poll -> close(call, poll))),
        entry("withdrawPoll", call -> changed(call, poll -> withdraw(call, poll))),
        entry("describePoll", call -> changed(call, poll -> describe(call, poll))),
        entry("publishPoll", call -> changed(call, poll -> publish(call, poll))));
  }

  private record Fresh(PollId id, PollSheet.Words words) {}

  /// Why a poll is closed before its time.
  enum Early {
    MISTAKE,
    SAFETY,
    ABUSE,
    LAW,
    OTHER
  }

  private record Closed(Early reason) {}

  private Reply list(Call call) {
    var life = call.query("life");
    var from = call.after(2).filter(values -> isMoment(values.getFirst()));
    var opens = from.map(values -> Instant.parse(values.getFirst())).orElse(Dossiers.NEVER);
    var id = from.map(List::getLast).orElse("");
    var rows = new ArrayList<PollSheet.Line>();
    while (true) {
      var batch = dossiers.page(opens, id, BATCH);
      for (var dossier : batch) {
        var line = PollSheet.Line.of(dossier, call.at());
        if (reach.sees(call, dossier)
            && life.orElse(line.life().name()).equals(line.life().name())) {
          if (rows.size() == call.limit()) {
            return new Reply.Rows(rows, Cursor.of(rows.getLast().opens(), rows.getLast().id()));
          }
          rows.add(line);
        }
      }
      if (batch.size() < BATCH) {
        return Reply.all(rows);
      }
      opens = batch.getLast().poll().opens();
      id = batch.getLast().id().text();
    }
  }

  private static boolean isMoment(String text) {
    try {
      return Instant.parse(text).isBefore(Dossiers.NEVER);
    } catch (DateTimeException _) {
      return false;
    }
  }

  private Reply lint(Call call) {
    return Reply.item(proof.read(call.body(PollSheet.Words.class).poll(DRAFT)));
  }

  private Reply get(Call call) {
    return reach.seen(call).map(dossier -> told(call, dossier)).orElseGet(Reply::missing);
  }

  private static Reply told(Call call, Dossier dossier) {
    return Reply.item(PollSheet.of(dossier, call.at()), dossier.version());
  }

  private Reply create(Call call) {
    var fresh = call.body(Fresh.class);
    var poll = fresh.words.poll(fresh.id);
    if (!reach.mayChange(call, poll)) {
      return Reply.missing();
    }
    if (!poll.opens().isBefore(poll.closes())) {
      return backwards();
    }
    var draft = Dossier.drafted(poll, call.colleague().account());
    if (!dossiers.add(draft, call.id(), did(call, "poll.drafted", draft, ""))) {
      return Reply.conflict("There is a poll with this id; take another.");
    }
    return dossiers
        .find(fresh.id)
        .<Reply>map(kept ->
            Reply.created("/polls/" + fresh.id, PollSheet.of(kept, call.at()), kept.version()))
        .orElseGet(Reply::missing);
  }

  private static Reply backwards() {
    return Reply.unacceptable(
        "A poll closes after it opens.", new Problem.Fault("/closes", "It is not after opens."));
  }

  /// A change of a poll that the caller may see and change, at the version that the caller has
  /// seen.
  private Reply changed(Call call, Function<Dossier, Reply> then) {
    return reach
        .seen(call)
        .filter(dossier -> reach.mayChange(call, dossier.poll()))
        .map(dossier -> dossier.version() == call.expected() ? then.apply(dossier) : Reply.stale())
        .orElseGet(Reply::missing);
  }

  private Reply revise(Call call, Dossier before) {
    var poll = call.body(PollSheet.Words.class).poll(before.id());
    if (!reach.mayChange(call, poll)) {
      return Reply.missing();
    }
    return poll.opens().isBefore(poll.closes())
        ? take(
            call,
            "poll.revised",
            before,
            before.revised(poll, call.colleague().account(), call.at()))
        : backwards();
  }

  private Reply schedule(Call call, Dossier before) {
    return put(call, "poll.scheduled", before, before.scheduled(call.at()));
  }

  private Reply open(Call call, Dossier before) {
    return put(call, "poll.opened", before, before.opened(call.at()));
  }

  /// Puts a poll to people, if nothing is wrong with it as it would be put.
  private Reply put(Call call, String action, Dossier before, Move move) {
    if (move instanceof Move.Taken(var next)) {
      var faults = proof.faults(next.poll());
      if (faults.length > 0) {
        return Reply.unacceptable("It cannot be put to people so.", faults);
      }
    }
    return take(call, action, before, move);
  }

  private Reply close(Call call, Dossier before) {
    var reason = call.body(Closed.class).reason;
    return take(
        call,
        "poll.closed." + reason.name().toLowerCase(Locale.ROOT),
        before,
        before.closed(call.colleague().account(), call.at()));
  }

  private Reply withdraw(Call call, Dossier before) {
    return take(call, "poll.withdrawn", before, before.withdrawn(call.at()));
  }

  private Reply describe(Call call, Dossier before) {
    var method = call.body(MethodBox.class);
    return method.faults().isEmpty()
        ? take(call, "poll.described", before, before.described(method, call.at()))
        : Reply.unacceptable("The method is not complete.", PollProof.told(method.faults()));
  }

  private Reply publish(Call call, Dossier before) {
    var silent = results.silence(before.poll(), call.at());
    if (silent.isPresent()) {
      return Reply.conflict(
          "The law (Cap. 7B) keeps results silent until after %s.".formatted(silent.get()));
    }
    if (before.method() == null) {
      return Reply.unacceptable(
          "No result is published without its method.",
          new Problem.Fault("/method", "It is missing."));
    }
    return take(call, "poll.published", before, before.published(call.at()));
  }

  private Reply take(Call call, String action, Dossier before, Move move) {
    return switch (move) {
      case Move.Refused(var why) -> Reply.conflict(why);
      case Move.Taken(var next) -> {
        var detail = "%s to %s".formatted(before.at(call.at()), next.at(call.at()));
        yield dossiers.replace(next, did(call, action, next, detail))
            ? dossiers.find(next.id()).map(kept -> told(call, kept)).orElseGet(Reply::missing)
            : Reply.stale();
      }
    };
  }

  private static AuditEntry did(Call call, String action, Dossier dossier, String detail) {
    return call.did(action, "poll/" + dossier.id(), detail);
  }
}
