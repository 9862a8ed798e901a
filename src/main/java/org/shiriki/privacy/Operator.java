package org.shiriki.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Arrays;
import java.util.Locale;

/// The company whose network a phone is on, as coarse as prices are.
public enum Operator {
  SAFARICOM,
  AIRTEL,
  TELKOM,
  /// Another one, in Kenya or abroad.
  OTHER,
  UNKNOWN;

  private static final int KENYA = 254;

  /// The one that a number was given out by. Whoever kept their number when they changed their
  /// company is on another.
  public static Operator of(Phone phone) {
    try {
      var number = PhoneNumberUtil.getInstance().parse(phone.e164(), null);
      if (number.getCountryCode() != KENYA) {
        return OTHER;
      }
      var name =
          PhoneNumberToCarrierMapper.getInstance().getNameForValidNumber(number, Locale.ENGLISH);
      return name.isEmpty() ? UNKNOWN : named(name);
    } catch (NumberParseException _) {
      return UNKNOWN;
    }
  }

  private static Operator named(String name) {
    return Arrays.stream(values())
        .filter(operator -> name.toUpperCase(Locale.ROOT).startsWith(operator.name()))
        .findFirst()
        .orElse(OTHER);
  }

  /// As it is kept, and as `sms-prices.yaml` names it: `safaricom`; empty if it is not known.
  public String word() {
    return this == UNKNOWN ? "" : name().toLowerCase(Locale.ROOT);
  }

  /// The one that is kept under a word.
  public static Operator ofWord(String word) {
    return Arrays.stream(values())
        .filter(operator -> operator.word().equals(word))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
