package org.shiriki.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// A phone number, masked wherever it prints itself.
///
/// @param e164 the number in full with its plus, `+254700000001`: for the carrier's eyes only
public record Phone(String e164) {
  private static final String KENYA = "KE";
  private static final Pattern MOBILE =
      Pattern.compile("(?<!\\d)(?:\\+?254|0)[\\s.-]?[17](?:[\\s.-]?\\d){8}(?!\\d)");
  private static final String E164 = "\\+[1-9]\\d{7,14}";

  public Phone {
    if (!e164.matches(E164)) {
      throw new IllegalArgumentException("Not a phone number in E.164 form");
    }
  }

  /// Reads a number as people write it: `+254…`, `254…` or `07…`, which is taken as Kenyan.
  public static Optional<Phone> read(String written) {
    var numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(written.strip(), KENYA);
      return Optional.of(number)
          .filter(numbers::isPossibleNumber)
          .map(possible -> numbers.format(possible, PhoneNumberFormat.E164))
          .filter(e164 -> e164.matches(E164))
          .map(Phone::new);
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  /// Whether some words hold what may be a Kenyan mobile number, however it is spaced.
  public static boolean isIn(String words) {
    return MOBILE.matcher(words).find();
  }

  /// The number as its owner may see it on a screen: `+2547*****001`.
  public String masked() {
    return e164.substring(0, 5) + "*".repeat(e164.length() - 8) + e164.substring(e164.length() - 3);
  }

  @Override
  public String toString() {
    return "Phone[masked]";
  }
}
