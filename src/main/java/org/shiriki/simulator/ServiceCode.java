package org.shiriki.simulator;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The short code that the gateway answers to, such as `*384*50#`.
public record ServiceCode(String written) {
  private static final Pattern FORM = Pattern.compile("\\*[0-9]+(\\*[0-9]+)*#");

  public ServiceCode {
    if (!FORM.matcher(written).matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a USSD code; write it like *384*50#".formatted(written));
    }
  }

  /// The answers that a dialled code already holds: none for the code itself, `2` and `1` for
  /// `*384*50*2*1#`, and nothing at all if the dialled code belongs to somebody else.
  Optional<List<String>> inputs(String dialled) {
    var stem = written.substring(0, written.length() - 1);
    var code = dialled.strip();
    if (code.equals(written)) {
      return Optional.of(List.of());
    }
    if (!code.startsWith(stem + "*") || !code.endsWith("#") || code.length() < stem.length() + 2) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(code.substring(stem.length() + 1, code.length() - 1).split("\\*", -1)));
  }
}
