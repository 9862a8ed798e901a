package org.shiriki.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiriki.alert.AlertScreen.ChooseAlert;
import org.shiriki.alert.AlertScreen.ChooseWhere;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Preview;
import org.shiriki.dialogue.Turn;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// Shows a topic of alerts before people see it, by the very screens that will show it.
final class AlertProof {
  private final Places places;

  AlertProof(Places places) {
    this.places = places;
  }

  /// The menu with this topic alone, and the question for which place somebody wants it who does
  /// not know their ward.
  List<Preview> screens(AlertTopic topic) {
    var screens = new AlertScreens(new Only(topic), places, _ -> Optional.empty());
    var all = new ArrayList<Preview>();
    for (var language : Language.values()) {
      var caller = Caller.STRANGER.speaking(language).livingIn(new Residence.Unknown());
      var turn =
          new Turn("preview", new Phone("+254700000000"), new PhoneKey(""), caller, Instant.EPOCH);
      var menu = new ChooseAlert(List.of(topic.id()), List.of());
      all.addAll(Preview.of("menu", screens.show(menu, turn), language));
      var where = new ChooseWhere(topic.id());
      all.addAll(Preview.of("place", screens.show(where, turn), language));
    }
    return List.copyOf(all);
  }

  /// A keeper of this one topic, whom nobody can ask for anything else.
  private record Only(AlertTopic topic) implements Alerts {
    @Override
    public List<AlertTopic> topics() {
      return List.of(topic);
    }

    @Override
    public List<Subscription> of(PhoneKey key) {
      return List.of();
    }

    @Override
    public void subscribe(PhoneKey key, Subscription wish) {
      throw new UnsupportedOperationException("A preview changes nothing");
    }

    @Override
    public void leave(PhoneKey key, Subscription wish) {
      throw new UnsupportedOperationException("A preview changes nothing");
    }

    @Override
    public void leaveAll(PhoneKey key) {
      throw new UnsupportedOperationException("A preview changes nothing");
    }
  }
}
