package org.shiriki.alert;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shiriki.alert.AlertScreen.ChooseAlert;
import org.shiriki.alert.AlertScreen.ChooseWhere;
import org.shiriki.alert.AlertScreen.ConfirmAlert;
import org.shiriki.alert.AlertScreen.LeaveAll;
import org.shiriki.alert.AlertScreen.Left;
import org.shiriki.alert.AlertScreen.LeftAll;
import org.shiriki.alert.AlertScreen.MyAlert;
import org.shiriki.alert.AlertScreen.MyAlerts;
import org.shiriki.alert.AlertScreen.Subscribed;
import org.shiriki.alert.Reach.Everywhere;
import org.shiriki.alert.Reach.MyCounty;
import org.shiriki.alert.Reach.MyWard;
import org.shiriki.citizen.CitizenScreen.AskConsent;
import org.shiriki.citizen.CitizenScreen.ChooseCounty;
import org.shiriki.citizen.CitizenScreen.NotWithoutConsent;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.place.County;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;
import org.shiriki.privacy.PhoneKey;

/// Alerts on the phone.
public final class AlertScreens implements Screens<AlertScreen> {
  private static final Text REMOVED = Text.of("(imeondolewa)", "(removed)");

  private final Alerts alerts;
  private final Places places;
  private final Function<PhoneKey, Optional<Screen>> unreachable;

  /// The screens.
  ///
  /// @param unreachable what is shown to a person whom no alert would reach
  public AlertScreens(
      Alerts alerts, Places places, Function<PhoneKey, Optional<Screen>> unreachable) {
    this.alerts = alerts;
    this.places = places;
    this.unreachable = unreachable;
  }

  @Override
  public Class<AlertScreen> family() {
    return AlertScreen.class;
  }

  @Override
  public Screen arrive(AlertScreen screen, Turn turn) {
    if (screen instanceof ChooseAlert) {
      return listed(turn);
    }
    return screen instanceof ChooseWhere && !turn.caller().ward().answered()
        ? new ChooseCounty(screen)
        : screen;
  }

  @Override
  public View show(AlertScreen screen, Turn turn) {
    return switch (screen) {
      case ChooseAlert list -> choose(list);
      case ChooseWhere(var topic) -> where(topic, turn);
      case ConfirmAlert(var wish) -> confirm(wish, turn);
      case Subscribed(var wish) -> subscribed(wish);
      case MyAlerts(var chosen) -> mine(chosen);
      case MyAlert(var wish) -> oneOfMine(wish, turn);
      case Left(var wish) ->
          View.of(name(Text.of("Umeacha arifa: {wish}.", "You left these alerts: {wish}."), wish));
      case LeaveAll _ -> leaveAll(turn);
      case LeftAll _ ->
          View.of(
              Text.of(
                  "Umeacha arifa zote. Unaweza kuchagua tena wakati wowote.",
                  "You left all alerts. You can choose again any time."));
    };
  }

  private ChooseAlert listed(Turn turn) {
    return new ChooseAlert(
        alerts.topics().stream().map(AlertTopic::id).toList(),
        turn.caller().consented() ? alerts.of(turn.key()) : List.of());
  }

  private View choose(ChooseAlert list) {
    var view =
        View.of(
            list.topics().isEmpty()
                ? Text.of("Hakuna arifa kwa sasa.", "There are no alerts just now.")
                : Text.of("Arifa: chagua mada.", "Alerts: choose a topic."));
    for (var topic : list.topics()) {
      var mine = list.chosen().stream().filter(wish -> wish.topic().equals(topic)).toList();
      view =
          mine.isEmpty()
              ? view.option(title(topic), new ChooseWhere(topic))
              : view.option(title(topic).then(" ", Text.of("(ndiyo)", "(yes)")), these(mine));
    }
    return list.chosen().isEmpty()
        ? view
        : view.option(Text.of("Arifa zangu", "My alerts"), new MyAlerts(list.chosen()))
            .option(Text.of("Acha zote", "Leave all"), new LeaveAll());
  }

  private static Screen these(List<Subscription> mine) {
    return mine.size() == 1 ? new MyAlert(mine.getFirst()) : new MyAlerts(mine);
  }

  private View where(String id, Turn turn) {
    var question = Text.of("Unataka za wapi?", "For which place?");
    var about = alerts.topic(id).map(AlertTopic::about).orElse(REMOVED);
    var view = View.of(about.then(" ", question));
    var ward = turn.caller().ward().known().flatMap(places::ward);
    if (ward.isPresent()) {
      view = near(view, ward.get(), id, turn);
    }
    view = offer(view, Text.of("Mahali pote", "All places"), id, new Everywhere(), turn);
    return ward.isPresent()
        ? view
        : view.option(
            Text.of("Chagua wadi yangu", "Choose my ward"), new ChooseCounty(new ChooseWhere(id)));
  }

  private View near(View view, Ward ward, String id, Turn turn) {
    var wardLine = Text.of("Wadi: {name}", "Ward: {name}").with("name", ward.name());
    var countyLine =
        Text.of("Kaunti: {name}", "County: {name}").with("name", countyName(ward.county()));
    return offer(
        offer(view, wardLine, id, new MyWard(ward.code()), turn),
        countyLine,
        id,
        new MyCounty(ward.county()),
        turn);
  }

  private View offer(View view, Text label, String topic, Reach place, Turn turn) {
    var wish = new Subscription(topic, place);
    return view.option(
        label,
        () ->
            turn.caller().consented()
                ? subscribe(wish, turn)
                : Step.go(new AskConsent(new ConfirmAlert(wish), new NotWithoutConsent())));
  }

  private View confirm(Subscription wish, Turn turn) {
    return View.of(name(Text.of("Tukutumie arifa: {wish}?", "Get alerts: {wish}?"), wish))
        .option(Text.of("Ndiyo, nitumie", "Yes, send me these"), () -> subscribe(wish, turn))
        .option(Text.of("Hapana", "No"), Step::home);
  }

  private Step subscribe(Subscription wish, Turn turn) {
    if (alerts.topic(wish.topic()).isEmpty()) {
      return Step.again(Text.of("Arifa hizi zimeondolewa.", "These alerts have been removed."));
    }
    var stopped = unreachable.apply(turn.key());
    if (stopped.isPresent()) {
      return Step.go(stopped.get());
    }
    alerts.subscribe(turn.key(), wish);
    return Step.done(new Subscribed(wish));
  }

  private View subscribed(Subscription wish) {
    var receipt =
        Text.of(
            "Utapata arifa: {wish}. Kuacha: tuma ONDOA.",
            "You will get alerts: {wish}. To stop: send STOP.");
    return View.of(name(receipt, wish))
        .option(Text.of("Arifa nyingine", "More alerts"), ChooseAlert.unlisted());
  }

  private View mine(List<Subscription> chosen) {
    var view = View.of(Text.of("Arifa zangu", "My alerts"));
    for (var wish : chosen) {
      view = view.option(name(Text.same("{wish}"), wish), new MyAlert(wish));
    }
    return view;
  }

  private View oneOfMine(Subscription wish, Turn turn) {
    var about = alerts.topic(wish.topic()).map(AlertTopic::about).orElse(Text.NONE);
    return View.of(name(Text.same("{wish}"), wish).then("\n", about))
        .option(Text.of("Acha hii", "Leave this one"), () -> leave(wish, turn));
  }

  private Step leave(Subscription wish, Turn turn) {
    alerts.leave(turn.key(), wish);
    return Step.done(new Left(wish));
  }

  private View leaveAll(Turn turn) {
    return View.of(Text.of("Uache arifa zako zote?", "Leave all your alerts?"))
        .option(Text.of("Ndiyo, acha zote", "Yes, leave all"), () -> reallyLeaveAll(turn))
        .option(Text.of("Hapana", "No"), Step::back);
  }

  private Step reallyLeaveAll(Turn turn) {
    alerts.leaveAll(turn.key());
    return Step.done(new LeftAll());
  }

  private Text name(Text words, Subscription wish) {
    return words.with("wish", title(wish.topic()).then(", ", placeName(wish.place())));
  }

  /// The title of a topic that was offered, even if it has been taken away since.
  private Text title(String topic) {
    return alerts.topic(topic).map(AlertTopic::title).orElse(REMOVED);
  }

  private Text placeName(Reach place) {
    return switch (place) {
      case MyWard(var code) ->
          Text.of("wadi ya {name}", "{name} ward")
              .with("name", places.ward(code).map(Ward::name).orElse(code));
      case MyCounty(var code) ->
          Text.of("kaunti ya {name}", "{name} county").with("name", countyName(code));
      case Everywhere _ -> Text.of("mahali pote", "all places");
    };
  }

  private String countyName(String code) {
    return places.county(code).map(County::name).orElse(code);
  }
}
