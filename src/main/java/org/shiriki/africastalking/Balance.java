package org.shiriki.africastalking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// AT's answer about an account: `{"UserData":{"balance":"KES 1785.50"}}`. Its documentation writes
/// `userData`.
final class Balance {
  private static final Pattern SHILLINGS =
      Pattern.compile(
          "\"[Uu]serData\"\\s*:\\s*\\{[^{}]*\"balance\"\\s*:\\s*\"KES (-?\\d{1,12}(?:\\.\\d{1,6})?)\"");

  private Balance() {}

  static Optional<BigDecimal> read(Buffer answer) {
    var found = SHILLINGS.matcher(answer.toString(UTF_8));
    return found.find() ? Optional.of(new BigDecimal(found.group(1))) : Optional.empty();
  }
}
