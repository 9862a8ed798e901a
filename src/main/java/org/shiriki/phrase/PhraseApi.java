package org.shiriki.phrase;

import java.util.Map;
import java.util.UUID;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;
import org.shiriki.dialogue.Text;
import org.shiriki.phrase.Phrases.Outcome;
import org.shiriki.staff.AuditEntry;

/// Words that are ready, as staff keep them.
public final class PhraseApi implements Api {
  private final Phrases phrases;

  public PhraseApi(Phrases phrases) {
    this.phrases = phrases;
  }

  private record Body(String title, Text text) {
    Phrase phrase(UUID id, long version) {
      return new Phrase(id, title.strip(), text, version);
    }
  }

  @Override
  public String name() {
    return "phrases";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listPhrases", _ -> Reply.all(phrases.all()),
        "addPhrase", this::add,
        "changePhrase", this::change,
        "removePhrase", this::remove);
  }

  private Reply add(Call call) {
    var phrase = call.body(Body.class).phrase(call.id(), 1);
    return switch (phrases.add(phrase, did(call, "phrase.added", phrase.id()))) {
      case DONE -> Reply.created("/phrases/" + phrase.id(), phrase, phrase.version());
      case TAKEN -> taken();
      case MISSING, STALE -> Reply.missing();
    };
  }

  private Reply change(Call call) {
    var phrase = call.body(Body.class).phrase(id(call), call.expected());
    var outcome = phrases.change(phrase, did(call, "phrase.changed", phrase.id()));
    return outcome == Outcome.DONE
        ? phrases
            .find(phrase.id())
            .map(now -> Reply.item(now, now.version()))
            .orElseGet(Reply::missing)
        : refused(outcome);
  }

  private Reply remove(Call call) {
    var outcome = phrases.remove(id(call), call.expected(), did(call, "phrase.removed", id(call)));
    return outcome == Outcome.DONE ? Reply.done() : refused(outcome);
  }

  private static Reply refused(Outcome outcome) {
    return switch (outcome) {
      case TAKEN -> taken();
      case STALE -> Reply.stale();
      case MISSING, DONE -> Reply.missing();
    };
  }

  private static Reply taken() {
    return Reply.unacceptable(
        "Another has this title.", new Fault("/title", "Choose a title of its own."));
  }

  private static UUID id(Call call) {
    return UUID.fromString(call.path("phrase"));
  }

  private static AuditEntry did(Call call, String action, UUID id) {
    return call.did(action, "phrase/" + id, "");
  }
}
