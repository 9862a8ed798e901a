package org.shiriki.concern;

import java.text.Normalizer;
import java.util.Optional;

/// The four digits that guard a person's own reports; never kept and never printed.
public record Pin(String digits) {
  /// Reads a PIN as people type it. Empty if it is anything but four digits.
  static Optional<Pin> parse(String typed) {
    var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s.#]", "");
    return plain.matches("[0-9]{4}") ? Optional.of(new Pin(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "Pin[hidden]";
  }
}
