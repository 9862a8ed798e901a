package org.shiriki.alert;

import org.shiriki.citizen.Holding;
import org.shiriki.dialogue.Text;
import org.shiriki.privacy.PhoneKey;

/// Tells a person how many alerts they have chosen.
public record AlertHolding(Alerts alerts) implements Holding {
  @Override
  public Text about(PhoneKey key) {
    return Text.of("Arifa: {count}", "Alerts: {count}").with("count", alerts.of(key).size());
  }
}
