package org.shiriki.information;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shiriki.citizen.CitizenScreen.AskConsent;
import org.shiriki.citizen.CitizenScreen.NotWithoutConsent;
import org.shiriki.dialogue.Door;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.information.InformationScreen.AskedToday;
import org.shiriki.information.InformationScreen.ChooseTopic;
import org.shiriki.information.InformationScreen.HelpNumbers;
import org.shiriki.information.InformationScreen.OnItsWay;
import org.shiriki.information.InformationScreen.ReadTopic;
import org.shiriki.information.InformationScreen.SendTopic;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.sms.Message;
import org.shiriki.sms.Message.Lane;
import org.shiriki.sms.Outbox;

/// Topics and help lines on the phone.
public final class InformationScreens implements Screens<InformationScreen> {
  private static final Text GONE =
      Text.of(
          "Mada hii inakaguliwa upya. Tafadhali rudi baadaye.",
          "This topic is being checked again. Please come back later.");

  private final Topics topics;
  private final HelpLines helpLines;
  private final Outbox outbox;
  private final Function<PhoneKey, Optional<Screen>> unreachable;

  /// The screens.
  ///
  /// @param unreachable what is shown to a person who asks for an SMS that would not come
  public InformationScreens(
      Topics topics,
      HelpLines helpLines,
      Outbox outbox,
      Function<PhoneKey, Optional<Screen>> unreachable) {
    this.topics = topics;
    this.helpLines = helpLines;
    this.outbox = outbox;
    this.unreachable = unreachable;
  }

  @Override
  public Class<InformationScreen> family() {
    return InformationScreen.class;
  }

  @Override
  public Screen arrive(InformationScreen screen, Turn turn) {
    return screen instanceof ChooseTopic ? listed(turn) : screen;
  }

  @Override
  public View show(InformationScreen screen, Turn turn) {
    return switch (screen) {
      case ChooseTopic(var offered) -> choose(offered);
      case ReadTopic(var id) -> shown(id, turn).map(topic -> read(topic, turn)).orElse(gone());
      case SendTopic(var id) -> shown(id, turn).map(topic -> ask(topic, turn)).orElse(gone());
      case OnItsWay(var id) ->
          about(
              id,
              Text.of(
                  "Asante. Ombi lako la \"{topic}\" limepokewa. Tutakutumia SMS.",
                  "Thank you. Your request for \"{topic}\" is noted. We will send you an SMS."));
      case AskedToday(var id) ->
          about(
              id,
              Text.of(
                  "Uliomba \"{topic}\" leo. Itakufikia kwa SMS, kama bado haijafika.",
                  "You asked for \"{topic}\" today. It will reach you by SMS, if it has not yet."));
      case HelpNumbers _ -> help();
    };
  }

  private ChooseTopic listed(Turn turn) {
    var today = Day.of(turn);
    return new ChooseTopic(
        topics.all().stream()
            .filter(topic -> !topic.overdue(today))
            .filter(topic -> turn.door() == Door.USSD || topic.fitForSms())
            .map(Topic::id)
            .toList());
  }

  private View choose(List<String> offered) {
    if (offered.isEmpty()) {
      return View.of(Text.of("Hakuna taarifa kwa sasa.", "There is no information just now."));
    }
    var view = View.of(Text.of("Taarifa: chagua mada.", "Information: choose a topic."));
    for (var id : offered) {
      view = view.option(title(id), new ReadTopic(id));
    }
    return view;
  }

  private View read(Topic topic, Turn turn) {
    var view = View.of(topic.pages().text());
    return topic.fitForSms() && turn.door() == Door.USSD
        ? view.option(Text.of("Nitumie kwa SMS", "Send me this by SMS"), () -> request(topic, turn))
        : view;
  }

  private Step request(Topic topic, Turn turn) {
    return turn.caller().consented()
        ? send(topic, turn)
        : Step.go(new AskConsent(new SendTopic(topic.id()), new NotWithoutConsent()));
  }

  private View ask(Topic topic, Turn turn) {
    var question =
        Text.of(
            "Tukutumie \"{topic}\" kwa SMS? Ni bure.", "Send you \"{topic}\" by SMS? It is free.");
    return View.of(question.with("topic", topic.title()))
        .option(Text.of("Ndiyo, nitumie", "Yes, send it"), () -> request(topic, turn))
        .option(Text.of("Hapana", "No"), Step::back);
  }

  /// Nobody is promised an SMS that the outbox would not let go.
  private Step send(Topic topic, Turn turn) {
    var stopped = unreachable.apply(turn.key());
    if (stopped.isPresent()) {
      return Step.go(stopped.get());
    }
    var text = topic.inFull(turn.caller().language());
    var once = "information/" + topic.id() + "/" + Day.of(turn);
    var message = new Message(turn.key(), turn.phone(), Lane.REPLY, text, once);
    return Step.done(outbox.put(message) ? new OnItsWay(topic.id()) : new AskedToday(topic.id()));
  }

  private View help() {
    var lines = Text.NONE;
    for (var line : helpLines.all()) {
      lines = lines.equals(Text.NONE) ? line.line() : lines.then("\f", line.line());
    }
    return View.of(lines);
  }

  private View about(String id, Text receipt) {
    return View.of(receipt.with("topic", title(id)));
  }

  private static View gone() {
    return View.of(GONE);
  }

  private Optional<Topic> shown(String id, Turn turn) {
    LocalDate today = Day.of(turn);
    return topics.find(id).filter(topic -> !topic.overdue(today));
  }

  /// The title of a topic that was offered, even if it has been taken away since.
  private Text title(String id) {
    return topics.find(id).map(Topic::title).orElse(Text.of("(imeondolewa)", "(removed)"));
  }
}
