package org.shiriki.africastalking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.shiriki.sms.Credit;

/// AT's answer about an account: `{"UserData":{"balance":"KES 1785.50"}}`. Its documentation writes
/// `userData`; accounts of other countries, and its sandbox, are kept in other money.
final class Balance {
  private static final Pattern MONEY =
      Pattern.compile(
          "\"[Uu]serData\"\\s*:\\s*\\{[^{}]*\"balance\"\\s*:\\s*\"([A-Z]{3}) (-?\\d{1,12}(?:\\.\\d{1,6})?)\"");

  private Balance() {}

  static Credit read(Buffer answer) {
    var found = MONEY.matcher(answer.toString(UTF_8));
    if (!found.find()) {
      return new Credit.Untold();
    }
    var amount = new BigDecimal(found.group(2));
    return found.group(1).equals("KES")
        ? new Credit.Shillings(amount)
        : new Credit.OtherMoney(found.group(1), amount);
  }
}
