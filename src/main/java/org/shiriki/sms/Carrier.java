package org.shiriki.sms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.shiriki.privacy.Phone;

/// Who carries our words to phones.
public interface Carrier {
  /// Hands a text over for some people, and waits for what is said to that. It is asked once: what
  /// may have been taken is never handed over again.
  Outcome send(Parcel parcel);

  /// What is left of our credit, in KSh; empty if the carrier does not say, or not now.
  default Optional<BigDecimal> credit() {
    return Optional.empty();
  }

  /// One text for many people.
  ///
  /// @param sender the name that it comes from; empty for the house's own
  /// @param to each once
  record Parcel(String sender, String text, List<Phone> to) {
    public Parcel {
      to = List.copyOf(to);
    }

    @Override
    public String toString() {
      return "Parcel[to " + to.size() + ']';
    }
  }
}
