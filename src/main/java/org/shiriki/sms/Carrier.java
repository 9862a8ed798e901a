package org.shiriki.sms;

import java.util.List;
import org.shiriki.privacy.Phone;

/// Who carries our words to phones.
public interface Carrier {
  /// Hands a text over for some people, and waits for what is said to that. It is asked once: what
  /// may have been taken is never handed over again.
  Outcome send(Parcel parcel);

  /// What is left of our credit.
  default Credit credit() {
    return new Credit.Untold();
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
