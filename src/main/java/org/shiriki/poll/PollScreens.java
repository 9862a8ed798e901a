package org.shiriki.poll;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shiriki.citizen.CitizenScreen.AskConsent;
import org.shiriki.citizen.CitizenScreen.ChooseCounty;
import org.shiriki.citizen.CitizenScreen.NotWithoutConsent;
import org.shiriki.citizen.Guesses;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.place.Places;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.poll.PollScreen.Ask;
import org.shiriki.poll.PollScreen.CheckReceipt;
import org.shiriki.poll.PollScreen.Checked;
import org.shiriki.poll.PollScreen.Closed;
import org.shiriki.poll.PollScreen.ClosedPolls;
import org.shiriki.poll.PollScreen.Listed;
import org.shiriki.poll.PollScreen.MyAnswers;
import org.shiriki.poll.PollScreen.NoElection;
import org.shiriki.poll.PollScreen.Notice;
import org.shiriki.poll.PollScreen.OpenPolls;
import org.shiriki.poll.PollScreen.Results;
import org.shiriki.poll.PollScreen.Revisit;
import org.shiriki.poll.PollScreen.Spent;
import org.shiriki.poll.PollScreen.Thanks;

/// Opinion polls on the phone.
public final class PollScreens implements Screens<PollScreen> {
  private static final Text GONE =
      Text.of("Maoni haya hayapo tena.", "This poll is no longer here.");
  private static final Text CLOSED = Text.of("Maoni haya yamefungwa.", "This poll has closed.");
  private static final Text NO_ELECTION =
      Text.of(
          "Huwezi kupiga kura ya uchaguzi hapa. Hapa unatoa maoni tu kuhusu huduma, bila jina lako.",
          "You cannot vote in an election here. Here you only give your opinion on services, without"
              + " your name.");
  private static final Text RESULTS = Text.of("Matokeo", "Results");
  private static final Text CHECK = Text.of("Angalia risiti", "Check my receipt");
  private static final Text OTHERS = Text.of("Maoni mengine", "Other polls");

  private final Polls polls;
  private final Places places;
  private final Publication results;
  private final Bursts bursts;
  private final ReceiptMenus receipts;

  public PollScreens(
      Polls polls, Places places, Publication results, Bursts bursts, Guesses guesses) {
    this.polls = polls;
    this.places = places;
    this.results = results;
    this.bursts = bursts;
    this.receipts = new ReceiptMenus(polls, guesses);
  }

  @Override
  public Class<PollScreen> family() {
    return PollScreen.class;
  }

  @Override
  public Screen arrive(PollScreen screen, Turn turn) {
    if (!(screen instanceof OpenPolls)) {
      return screen;
    }
    return turn.caller().ward().answered() ? listed(turn) : new ChooseCounty(screen);
  }

  @Override
  public View show(PollScreen screen, Turn turn) {
    return switch (screen) {
      case OpenPolls(var listed) -> openPolls(listed, turn);
      case NoElection _ ->
          View.of(NO_ELECTION).option(Text.of("Toa maoni", "Opinion polls"), list());
      case Notice notice -> of(notice.poll(), poll -> notice(poll, notice.question(), turn));
      case Ask ask -> of(ask.poll(), poll -> ask(poll, ask, turn));
      case Thanks(var id) -> of(id, poll -> thanks(poll, turn));
      case Revisit(var id) -> of(id, poll -> revisit(poll, turn));
      case MyAnswers(var id) -> of(id, poll -> myAnswers(poll, turn));
      case Spent(var id) -> of(id, poll -> ReceiptMenus.spent(poll).option(OTHERS, list()));
      case Closed(var id) -> of(id, PollScreens::closed);
      case ClosedPolls(var ids) -> closedPolls(ids);
      case Results(var id) -> of(id, poll -> View.of(results.inWords(poll, turn.now())));
      case CheckReceipt _ -> receipts.ask(turn);
      case Checked checked -> receipts.checked(checked).option(OTHERS, list());
    };
  }

  /// The view of a poll, or that it is gone.
  private View of(PollId id, Function<Poll, View> view) {
    return polls.find(id).map(view).orElseGet(() -> View.of(GONE).option(OTHERS, list()));
  }

  private static Screen list() {
    return OpenPolls.unlisted();
  }

  private OpenPolls listed(Turn turn) {
    var open =
        polls.all().stream()
            .filter(poll -> poll.openAt(turn.now()) && poll.isFor(turn.caller(), places))
            .toList();
    var ballots = polls.ballots(open.stream().map(poll -> voter(poll, turn)).toList());
    return new OpenPolls(
        open.stream()
            .map(poll ->
                new Listed(
                    poll.id(), ballots.getOrDefault(poll.id(), Ballot.EMPTY).completes(poll)))
            .sorted(Comparator.comparing(Listed::answered))
            .toList());
  }

  private View openPolls(List<Listed> listed, Turn turn) {
    var view =
        View.of(
            listed.isEmpty()
                ? Text.of(
                    "Hakuna maoni ya kujibu katika eneo lako kwa sasa. Jaribu tena siku nyingine.",
                    "There is no poll to answer in your area now. Please try again another day.")
                : Text.of("Toa maoni yako kuhusu:", "Give your opinion on:"));
    for (var line : listed) {
      view = view.option(label(line), () -> open(line.poll(), turn));
    }
    if (!closedHere(turn).isEmpty()) {
      view = view.option(RESULTS, () -> Step.go(new ClosedPolls(closedHere(turn))));
    }
    view = view.option(CHECK, new CheckReceipt());
    return turn.caller().ward().known().isPresent()
        ? view
        : view.option(Text.of("Chagua wadi", "Choose ward"), new ChooseCounty(list()));
  }

  private Text label(Listed line) {
    var title = polls.find(line.poll()).map(Poll::title).orElse(Text.of("(hayapo)", "(gone)"));
    return line.answered() ? title.then(" ", Text.of("(umejibu)", "(answered)")) : title;
  }

  private Step open(PollId id, Turn turn) {
    var found = polls.find(id);
    if (found.isEmpty()) {
      return Step.again(GONE);
    }
    var poll = found.get();
    if (!poll.openAt(turn.now())) {
      return Step.again(CLOSED);
    }
    var ballot = ballot(poll, turn);
    if (ballot.equals(Ballot.EMPTY) && polls.receipt(voter(poll, turn)).isPresent()) {
      return Step.go(new Spent(id));
    }
    var next = ballot.next(poll);
    return Step.go(next.isPresent() ? new Notice(id, next.getAsInt()) : new Revisit(id));
  }

  static View notice(Poll poll, int question, Turn turn) {
    var ask = new Ask(poll.id(), question, false);
    return View.of(
            Text.of(
                    "{title}. Haya ni maoni tu, si uchaguzi. Jibu lako huhesabiwa bila jina lako."
                        + " Hadi {day}.",
                    "{title}. This is an opinion poll, not an election. Your answer is counted"
                        + " without your name. Until {day}.")
                .with("title", poll.title())
                .with("day", Method.day(poll.lastDay())))
        .option(
            question == 1 ? Text.of("Anza", "Start") : Text.of("Endelea", "Go on"),
            turn.caller().consented() ? ask : new AskConsent(ask, new NotWithoutConsent()));
  }

  View ask(Poll poll, Ask ask, Turn turn) {
    if (!poll.has(ask.question())) {
      return closed(poll);
    }
    var question = poll.question(ask.question());
    var count = poll.questions().size();
    var number = count == 1 ? "" : "%d/%d ".formatted(ask.question(), count);
    var view = View.of(Text.same(number).then("", question.text()));
    for (var option = 1; option <= question.options().size(); option++) {
      var choice = new Choice(ask.question(), option);
      view = view.option(question.options().get(option - 1), () -> answer(poll, ask, choice, turn));
    }
    if (ask.again() && count > 1) {
      return view.option(Text.of("Acha lilivyo", "Leave as it is"), () -> after(poll, ask));
    }
    var skip = new Choice(ask.question(), Ballot.SKIPPED);
    return question.skippable() && !ask.again()
        ? view.option(Text.of("Ruka", "Skip"), () -> answer(poll, ask, skip, turn))
        : view;
  }

  private Step answer(Poll poll, Ask ask, Choice choice, Turn turn) {
    var cell = Cell.of(turn.caller(), places);
    return switch (polls.answer(voter(poll, turn), choice, cell, turn.now())) {
      case Polls.Answer.Counted _ -> {
        if (choice.question() == 1) {
          bursts.counted(poll.id(), turn.phone(), turn.now());
        }
        yield after(poll, ask);
      }
      case Polls.Answer.Changed _ -> after(poll, ask);
      case Polls.Answer.Spent _ -> Step.done(new Spent(poll.id()));
      case Polls.Answer.Closed _ -> Step.done(new Closed(poll.id()));
    };
  }

  private static Step after(Poll poll, Ask ask) {
    var next = ask.question() + 1;
    return poll.has(next)
        ? Step.go(new Ask(poll.id(), next, ask.again()))
        : Step.done(new Thanks(poll.id()));
  }

  private View thanks(Poll poll, Turn turn) {
    return View.of(
            Text.of(
                    "Asante! Maoni yako yamehesabiwa bila jina lako. Unaweza kuyabadilisha hadi"
                        + " {day}.",
                    "Thank you! Your opinion is counted without your name. You can change it until"
                        + " {day}.")
                .with("day", Method.day(poll.lastDay()))
                .then("", receipts.mine(poll, turn)))
        .option(OTHERS, list());
  }

  private View revisit(Poll poll, Turn turn) {
    return View.of(
            Text.of(
                    "{title}. Umeshajibu. Unaweza kubadilisha jibu hadi {day}.",
                    "{title}. You have answered. You can change your answer until {day}.")
                .with("title", poll.title())
                .with("day", Method.day(poll.lastDay()))
                .then("", receipts.mine(poll, turn)))
        .option(Text.of("Badilisha jibu", "Change my answer"), new Ask(poll.id(), 1, true))
        .option(Text.of("Nilichojibu", "What I answered"), new MyAnswers(poll.id()));
  }

  private View myAnswers(Poll poll, Turn turn) {
    var ballot = ballot(poll, turn);
    var text = poll.title();
    for (var number = 1; number <= poll.questions().size(); number++) {
      var question = poll.question(number);
      var option = ballot.option(number).orElse(Ballot.SKIPPED);
      var answer =
          option > 0 && question.takes(option)
              ? question.options().get(option - 1)
              : Text.of("hujajibu", "no answer");
      text = text.then("\f", question.text()).then("\n> ", answer);
    }
    return View.of(text);
  }

  private static View closed(Poll poll) {
    return View.of(
            CLOSED.then(
                " ",
                Text.of(
                    "Jibu hili halikuhesabiwa; uliyojibu kabla yamehesabiwa.",
                    "This answer is not counted; those that you gave before are.")))
        .option(RESULTS, new Results(poll.id()))
        .option(OTHERS, list());
  }

  private List<PollId> closedHere(Turn turn) {
    return polls.all().stream()
        .filter(poll -> poll.closedAt(turn.now()) && poll.isFor(turn.caller(), places))
        .sorted(Comparator.comparing(Poll::closes).reversed())
        .map(Poll::id)
        .toList();
  }

  private View closedPolls(List<PollId> ids) {
    var view = View.of(Text.of("Matokeo ya maoni", "Results of polls"));
    for (var id : ids) {
      view = view.option(label(new Listed(id, false)), new Results(id));
    }
    return view;
  }

  private Ballot ballot(Poll poll, Turn turn) {
    return Optional.ofNullable(polls.ballots(List.of(voter(poll, turn))).get(poll.id()))
        .orElse(Ballot.EMPTY);
  }

  private static Voter voter(Poll poll, Turn turn) {
    return new Voter(poll.id(), turn.key());
  }
}
