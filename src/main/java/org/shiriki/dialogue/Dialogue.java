package org.shiriki.dialogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.HouseScreen.MainMenu;
import org.shiriki.dialogue.HouseScreen.Stuck;
import org.shiriki.dialogue.Reply.Outcome;

/// Plays answers on a conversation.
///
/// ```
/// conversation + answer ──> view of the top screen ──> the step that the answer leads to
///         ^                                                        │
///         └──────────── the stack as it is now <───────────────────┘
/// ```
///
/// The keys are the same everywhere: `0` back, `00` main menu, `98` more, `99` exit. A menu that is
/// given several keys at once (`1*2`: dialled ahead, or answered on a node that died) plays them
/// one after another; a screen that takes words takes all that was typed, stars included.
public final class Dialogue {
  private static final int PATIENCE = 3;
  private static final String HOUSE = ScreenJson.roomOf(HouseScreen.class);
  private static final Screen HOME = new MainMenu();
  private static final Text WRONG_KEY = Text.of("Chaguo si sahihi.", "Not a choice here.");
  private static final Text NO_MORE = Text.of("Huu ndio mwisho.", "This is the last page.");
  private static final Text GOODBYE =
      Text.of("Asante kwa kushiriki. Karibu tena.", "Thank you for taking part. Welcome again.");

  private final Rooms rooms;
  private final Screen welcome;

  /// The engine.
  ///
  /// @param features every feature's face, the house's own among them
  /// @param welcome what somebody sees who never called before
  public Dialogue(List<Screens<?>> features, Screen welcome) {
    this.rooms = new Rooms(features);
    this.welcome = welcome;
  }

  /// The first screen of a session.
  ///
  /// @param keys what was dialled ahead, joined by stars, or empty
  /// @param dropped the conversation that broke off a short while ago, if one did
  public Reply begin(Turn turn, String keys, @Nullable Conversation dropped) {
    var reply = first(turn, Secrets.unplayed(keys), dropped, "", keys);
    return reply.heard().isEmpty() ? reply.hearing(Secrets.unplayed(keys)) : reply;
  }

  /// The first screen for a person whose answer came too late to be heard. A sentence is not lost:
  /// it is heard when the person goes on.
  public Reply beginAgain(Turn turn, Conversation expired, String typed) {
    return first(turn, "", expired, typed, "");
  }

  /// What was typed too late, if it is a sentence that was asked for; a key is pressed again.
  private String late(Conversation expired, String typed, Turn turn) {
    var words = typed.isEmpty() ? null : view(expired, turn).words();
    return words != null && words.whole() && Typed.key(typed).isEmpty() ? typed : "";
  }

  /// The first screen, where keys that must wait for an answer are kept only as they may be; where
  /// nothing comes before the main menu they are played at once, all of them.
  private Reply first(
      Turn turn, String kept, @Nullable Conversation dropped, String typed, String keys) {
    var caller = turn.caller();
    if (!caller.greeted()) {
      return settle(Conversation.of(caller, welcome, kept), turn, HOUSE);
    }
    if (dropped != null && dropped.holdsWork()) {
      var known = caller.ward().answered() ? caller : caller.livingIn(dropped.caller().ward());
      var question = dropped.broken(late(dropped, typed, turn));
      return settle(Conversation.of(known, HOME, kept).push(question), turn, HOUSE);
    }
    return waiting(turn)
        .map(question -> settle(Conversation.of(caller, HOME, kept).push(question), turn, HOUSE))
        .orElseGet(() -> settle(Conversation.of(caller, HOME, keys), turn, HOUSE));
  }

  /// What follows when a person asks for a screen by name.
  ///
  /// @param words what is answered on it at once, or nothing; left out where another screen has to
  ///   come first
  public Reply open(Turn turn, Screen screen, String words) {
    var home = Conversation.of(turn.caller(), HOME, "");
    var arrived = arrive(screen, home, turn);
    var opened = screen.equals(HOME) ? home : home.push(arrived);
    return words.isEmpty() || !arrived.getClass().equals(screen.getClass())
        ? settle(opened, turn, room(opened))
        : answer(opened, words, turn);
  }

  /// What is asked before the main menu. Whom nothing waits for is known without asking anybody.
  private Optional<Screen> waiting(Turn turn) {
    return turn.caller().askedUntil().isAfter(turn.now()) ? rooms.waiting(turn) : Optional.empty();
  }

  /// What follows from an answer.
  public Reply answer(Conversation conversation, String typed, Turn turn) {
    var view = view(conversation, turn);
    var words = view.words();
    var secret = words != null && words.secret();
    var star = words != null && words.whole() ? -1 : typed.indexOf('*');
    if (star < 0) {
      return press(conversation, view, typed, turn).hearing(secret ? Secrets.mask(typed) : typed);
    }
    var first = typed.substring(0, star);
    var rest = typed.substring(star + 1);
    var heard = (secret ? Secrets.mask(first) : first) + '*';
    var reply = press(conversation, view, first, turn);
    if (rest.isEmpty() || !reply.open() || reply.outcome() == Outcome.WRONG_KEY) {
      return reply.hearing(heard + Secrets.mask(rest));
    }
    var last = answer(reply.conversation(), rest, turn);
    return last.hearing(heard + last.heard());
  }

  /// What follows from one answer on a view. The view is made once, since making it may ask the
  /// database; another is made only of what the answer leads to.
  private Reply press(Conversation conversation, View view, String typed, Turn turn) {
    var key = Typed.key(typed);
    return switch (key) {
      case "99" -> leave(conversation, GOODBYE, turn);
      case "00" -> follow(conversation, Step.home(), turn);
      case "98" -> goOn(conversation, view, turn);
      case "0" -> goBack(conversation, view, turn);
      default -> choose(conversation, view, key, typed, turn);
    };
  }

  private Reply goOn(Conversation conversation, View view, Turn turn) {
    var top = conversation.top();
    if (top.next() > 0) {
      return turnTo(conversation, top.forward(), view, turn);
    }
    return top.firstPage()
        ? wrong(conversation, view, turn)
        : again(conversation, NO_MORE, view, turn);
  }

  private Reply goBack(Conversation conversation, View view, Turn turn) {
    if (!conversation.top().firstPage()) {
      return turnTo(conversation, conversation.top().backward(), view, turn);
    }
    return conversation.atRoot()
        ? leave(conversation, GOODBYE, turn)
        : follow(conversation, Step.back(), turn);
  }

  private Reply choose(Conversation conversation, View view, String key, String typed, Turn turn) {
    var number = key.isEmpty() ? 0 : Integer.parseInt(key);
    if (number >= 1 && number <= view.options().size()) {
      var option = view.options().get(number - 1);
      return option.weighty() && !hasShown(conversation, view, number, turn.door())
          ? turnTo(conversation, conversation.top().forward(), view, turn)
          : follow(conversation, option.chosen().get(), turn);
    }
    var words = view.words();
    return words == null || (!words.whole() && !key.isEmpty())
        ? wrong(conversation, view, turn)
        : follow(conversation, words.read().apply(typed.strip()), turn);
  }

  private static boolean hasShown(Conversation conversation, View view, int option, Door door) {
    var language = conversation.caller().language();
    return Layout.of(view, language, conversation.atRoot(), door)
        .hasShown(option, conversation.top().next());
  }

  private Reply wrong(Conversation conversation, View view, Turn turn) {
    var counted = conversation.afterWrongKey();
    return counted.wrong() >= PATIENCE
        ? show(counted.push(new Stuck()), "", Outcome.WRONG_KEY, turn, room(conversation))
        : again(counted, WRONG_KEY, view, turn);
  }

  private static Reply again(Conversation conversation, Text why, View view, Turn turn) {
    var notice = why.in(conversation.caller().language());
    return show(conversation, view, notice, Outcome.WRONG_KEY, turn.door(), room(conversation));
  }

  private static Reply turnTo(Conversation conversation, Frame page, View view, Turn turn) {
    var turned = conversation.on(conversation.stack()).showing(page);
    return show(turned, view, "", Outcome.SHOWN, turn.door(), room(conversation));
  }

  private Reply follow(Conversation conversation, Step step, Turn turn) {
    var room = room(conversation);
    return switch (step) {
      case Step.Go(var next) ->
          settle(conversation.push(arrive(next, conversation, turn)), turn, room);
      case Step.Instead(var next) ->
          settle(conversation.replace(arrive(next, conversation, turn)), turn, room);
      case Step.Over(var kept, var next) ->
          settle(conversation.replace(kept).push(arrive(next, conversation, turn)), turn, room);
      case Step.Back _ -> settle(conversation.pop(), turn, room);
      case Step.Home _ -> settle(home(conversation), turn, room);
      case Step.Resume(var stack, var words) ->
          resume(conversation.withNothingAhead().on(stack), words, turn, room);
      case Step.Done(var receipt) ->
          show(home(conversation).push(receipt), "", Outcome.DONE, turn, room);
      case Step.Again(var why) -> again(conversation, why, view(conversation, turn), turn);
      case Step.End(var words) -> leave(conversation, words, turn);
      case Step.Known(var caller, var then) -> follow(conversation.as(caller), then, turn);
    };
  }

  private Reply resume(Conversation conversation, String words, Turn turn, String room) {
    return words.isEmpty() ? settle(conversation, turn, room) : answer(conversation, words, turn);
  }

  private static Conversation home(Conversation conversation) {
    return conversation.on(List.of(Frame.of(HOME)));
  }

  /// Shows where the conversation stands, once all that was typed ahead is played.
  private Reply settle(Conversation conversation, Turn turn, String room) {
    var ahead = conversation.ahead();
    return conversation.top().screen().equals(HOME) && !ahead.isEmpty()
        ? answer(conversation.withNothingAhead(), ahead, turn)
        : show(conversation, "", Outcome.SHOWN, turn, room);
  }

  private Reply show(
      Conversation conversation, String notice, Outcome outcome, Turn turn, String room) {
    return show(conversation, view(conversation, turn), notice, outcome, turn.door(), room);
  }

  private static Reply show(
      Conversation conversation,
      View view,
      String notice,
      Outcome outcome,
      Door door,
      String room) {
    var frame = conversation.top();
    var language = conversation.caller().language();
    var layout = Layout.of(view, language, conversation.atRoot(), door);
    var page = layout.page(frame.from(), notice);
    var told = outcome == Outcome.DONE && !conversation.staysPrivate();
    var receipt = told ? view.text().in(language) : "";
    var shown = conversation.showing(frame.shown(page));
    return new Reply(shown, page.text(), true, outcome, receipt, room, "");
  }

  private static Reply leave(Conversation conversation, Text words, Turn turn) {
    var text = Layout.farewell(words, conversation.caller().language(), turn.door());
    return new Reply(home(conversation), text, false, Outcome.ENDED, "", room(conversation), "");
  }

  private Screen arrive(Screen next, Conversation conversation, Turn turn) {
    return rooms.arrive(next, turn.by(conversation.caller()));
  }

  /// What a conversation shows, and where each answer would lead.
  public View view(Conversation conversation, Turn turn) {
    var screen = conversation.top().screen();
    return rooms.show(screen, turn.by(conversation.caller()));
  }

  private static String room(Conversation conversation) {
    return conversation.staysPrivate()
        ? HOUSE
        : ScreenJson.roomOf(conversation.top().screen().getClass());
  }
}
