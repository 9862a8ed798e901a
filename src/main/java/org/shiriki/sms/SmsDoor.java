package org.shiriki.sms;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Dialogue;
import org.shiriki.dialogue.Door;
import org.shiriki.dialogue.Reply;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.sms.Inbox.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of words: an SMS in, at most one SMS out.
///
/// ```
/// letter ──> asks to be left alone? ──> done, and one confirmation
///    ├─────> only says thank you? ────> nothing
///    ├─────> tells of danger? ────────> to the few who may read it, and a neutral answer
///    ├─────> answers a question? ─────> the conversation goes on
///    ├─────> begins with a keyword? ──> the screen that it asks for
///    └─────> otherwise ───────────────> kept as a draft, with a question
/// ```
public final class SmsDoor {
  private static final Logger LOG = LoggerFactory.getLogger(SmsDoor.class);
  private static final Set<String> KEYS = Set.of("0", "00", "98", "99");
  private static final int LONGEST_NAME = 4;
  private static final Text LEFT =
      Text.of(
          "Umejiondoa kwenye taarifa zote. Hutapokea ujumbe tena kutoka kwetu. Kurudi tuma JIUNGE."
              + " Huduma ni bure.",
          "You have left all alerts. You will get no more messages from us. To come back send JOIN."
              + " Free service.");
  private static final Text BY_PHONE =
      Text.of("Asante. Kwa hili piga {ussd}. Ni bure.", "Thank you. For this dial {ussd}. Free.");

  private final Inbox inbox;
  private final Dialogue dialogue;
  private final Vocabulary vocabulary;
  private final List<Keywords> features;
  private final Guard guard;
  private final Leaving leaving;
  private final Function<PhoneKey, Caller> callers;
  private final UnaryOperator<String> turns;
  private final String code;
  private final InstantSource clock;

  /// What looks at every letter before anybody reads it.
  @FunctionalInterface
  public interface Guard {
    /// The neutral answer to words that tell of danger, which are by then where few may read them;
    /// empty for ordinary words.
    Optional<Text> takeOver(Turn turn, Heard words);
  }

  /// What ends all that we send to a person of ourselves.
  @FunctionalInterface
  public interface Leaving {
    /// Ends it.
    ///
    /// @return whether the person had not left before
    boolean leave(PhoneKey person);
  }

  /// The door.
  ///
  /// @param features who hear words, in this order; the last one hears all
  /// @param callers what is known of a person
  /// @param turns the turn that answers a letter, by the letter's id; the same whenever it is asked
  /// @param code our USSD code, which `{ussd}` stands for in texts
  public SmsDoor(
      Inbox inbox,
      Dialogue dialogue,
      Vocabulary vocabulary,
      List<Keywords> features,
      Guard guard,
      Leaving leaving,
      Function<PhoneKey, Caller> callers,
      UnaryOperator<String> turns,
      String code,
      InstantSource clock) {
    this.inbox = inbox;
    this.dialogue = dialogue;
    this.vocabulary = vocabulary;
    this.features = List.copyOf(features);
    this.guard = guard;
    this.leaving = leaving;
    this.callers = callers;
    this.turns = turns;
    this.code = code;
    this.clock = clock;
  }

  /// Takes an SMS; when this returns it is kept.
  public void take(Incoming sms) {
    inbox.take(sms);
  }

  /// Answers all letters that wait. To be called on a virtual thread.
  public void answerAll() {
    for (var letter = inbox.next(clock.instant());
        letter.isPresent();
        letter = inbox.next(clock.instant())) {
      answer(letter.get());
    }
  }

  private void answer(Letter letter) {
    try {
      var heard = vocabulary.hear(letter.text());
      var ending = heard.asksFor(Vocabulary.LEAVE) ? leave(letter, heard) : answer(letter, heard);
      inbox.done(letter, ending);
    } catch (Exception failure) {
      LOG.atError()
          .addKeyValue("sms", letter.id())
          .addKeyValue("attempt", letter.attempt())
          .setCause(failure)
          .log("An SMS could not be answered");
      inbox.failed(letter, clock.instant());
    }
  }

  /// Said once; whoever asks again is left alone. After a crash it may be said for the first time.
  private Ending leave(Letter letter, Heard heard) {
    var first = leaving.leave(letter.key());
    if (first || letter.attempt() > 1) {
      return Ending.OVER.saying(message(letter, LEFT, caller(callers.apply(letter.key()), heard)));
    }
    return Ending.OVER;
  }

  private Ending answer(Letter letter, Heard heard) {
    var thread = inbox.thread(letter.key(), letter.at()).orElse(null);
    var caller = caller(thread == null ? callers.apply(letter.key()) : thread.caller(), heard);
    var turn = turn(letter, caller);
    var danger = heard.number().isEmpty() ? guard.takeOver(turn, heard) : Optional.<Text>empty();
    if (danger.isPresent()) {
      return Ending.BURNT.saying(message(letter, danger.get(), caller));
    }
    if (heard.asksFor(Vocabulary.THANKS)
        && (thread == null || !asks(dialogue.view(thread, turn)))) {
      return new Ending(thread, false);
    }
    return answered(letter, reply(thread, heard, turn));
  }

  private Reply reply(@Nullable Conversation thread, Heard heard, Turn turn) {
    var asked = thread == null ? null : dialogue.view(thread, turn);
    if (thread != null && asked != null && goesOn(asked, heard, thread.holdsWork())) {
      return dialogue.answer(thread, words(asked, heard), turn);
    }
    var opening =
        features.stream()
            .flatMap(feature -> feature.hear(heard, turn).stream())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No feature hears what none understands"));
    return dialogue.open(turn, opening.screen(), opening.answer());
  }

  /// Whether a letter answers what was asked. A number does where there is something to choose, and
  /// so does an option's name. Where a sentence is asked for all does but a keyword that stands
  /// alone; elsewhere one word that is no keyword, such as a place.
  ///
  /// @param work whether a report is on its way, which a sentence more must not undo
  private static boolean goesOn(View asked, Heard heard, boolean work) {
    if (!heard.number().isEmpty()) {
      return KEYS.contains(heard.number()) || asks(asked);
    }
    var words = asked.words();
    if (words != null && words.whole()) {
      return !heard.lone() || heard.asksFor(Vocabulary.THANKS);
    }
    return !asked.named(heard.whole()).isEmpty()
        || (heard.asksFor(Vocabulary.THANKS) && asks(asked))
        || (heard.act().isEmpty() && asks(asked) && (work || heard.words() <= most(words)));
  }

  private static int most(View.@Nullable Words words) {
    return words == null ? 1 : LONGEST_NAME;
  }

  private static boolean asks(View asked) {
    return !asked.options().isEmpty() || asked.words() != null;
  }

  private static String words(View asked, Heard heard) {
    var named = asked.named(heard.whole());
    if (!named.isEmpty()) {
      return named;
    }
    return heard.number().isEmpty() ? heard.whole() : heard.number();
  }

  /// What stays private is told by no SMS, and what goes on is remembered.
  private Ending answered(Letter letter, Reply reply) {
    var then = reply.conversation();
    if (then.staysPrivate()) {
      return Ending.BURNT.saying(message(letter, BY_PHONE, then.caller()));
    }
    var ending = reply.open() ? new Ending(then, false) : Ending.OVER;
    return ending.saying(message(letter, Text.same(reply.text()), then.caller()));
  }

  private Message message(Letter letter, Text words, Caller caller) {
    return new Message(
        letter.key(),
        letter.phone(),
        Message.Lane.REPLY,
        Purpose.ANSWER,
        words.with("ussd", code).in(caller.language()),
        "sms/" + letter.id());
  }

  /// Somebody who never chose a language is answered in that of their keyword.
  private static Caller caller(Caller known, Heard heard) {
    return known.greeted() ? known : heard.language().map(known::hearing).orElse(known);
  }

  private Turn turn(Letter letter, Caller caller) {
    return new Turn(
        turns.apply(letter.id()), letter.phone(), letter.key(), caller, letter.at(), Door.SMS);
  }
}
