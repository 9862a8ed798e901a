package org.shiriki.alert;

import java.util.List;
import java.util.Map;
import org.shiriki.citizen.Copies;
import org.shiriki.privacy.PhoneKey;

/// Copies what a person wants to be told of.
public record AlertCopies(Alerts alerts) implements Copies {
  @Override
  public String heading() {
    return "alerts";
  }

  @Override
  public List<Map<String, String>> of(PhoneKey person) {
    return alerts.of(person).stream()
        .map(wish -> Map.of("topic", wish.topic(), "place", wish.place().code()))
        .toList();
  }
}
