package org.shiriki.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shiriki.privacy.PhoneKey;

/// PINs for as long as a test runs.
public final class InMemoryPins implements Pins {
  private final InMemoryConcerns concerns;
  private final Map<PhoneKey, String> pins = new HashMap<>();
  private final Map<PhoneKey, List<Instant>> tries = new HashMap<>();

  public InMemoryPins(InMemoryConcerns concerns) {
    this.concerns = concerns;
  }

  @Override
  public synchronized boolean guards(PhoneKey person) {
    return pins.containsKey(person);
  }

  @Override
  public String conceal(PhoneKey person, Pin pin) {
    return Integer.toHexString((person.text() + '\n' + pin.digits()).hashCode());
  }

  @Override
  public synchronized boolean set(PhoneKey person, String concealed, Pin repeated) {
    if (!conceal(person, repeated).equals(concealed)) {
      return false;
    }
    pins.put(person, concealed);
    tries.remove(person);
    return true;
  }

  @Override
  public synchronized Try open(PhoneKey person, Pin pin, Instant now) {
    var set = pins.get(person);
    if (set == null) {
      return Try.OPENED;
    }
    var recent = tries.computeIfAbsent(person, _ -> new ArrayList<>());
    recent.removeIf(tried -> !tried.isAfter(now.minus(WINDOW)));
    if (recent.size() >= TRIES) {
      return Try.REFUSED;
    }
    recent.add(now);
    if (!conceal(person, pin).equals(set)) {
      return Try.WRONG;
    }
    recent.clear();
    return Try.OPENED;
  }

  @Override
  public synchronized void leaveBehind(PhoneKey person) {
    if (pins.remove(person) != null) {
      concerns.unlink(person);
    }
  }
}
