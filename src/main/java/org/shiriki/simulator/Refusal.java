package org.shiriki.simulator;

import java.util.Map;
import java.util.Optional;

/// What the carrier says of a number that it sends nothing to.
///
/// Numbers that begin with `+254799000` are refused with the code that they end in: `+254799000406`
/// is on the carrier's black list.
record Refusal(int code, String word) {
  private static final String MAGIC = "+254799000";
  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry(401, "RiskHold"),
          Map.entry(402, "InvalidSenderId"),
          Map.entry(403, "InvalidPhoneNumber"),
          Map.entry(404, "UnsupportedNumberType"),
          Map.entry(405, "InsufficientBalance"),
          Map.entry(406, "UserInBlacklist"),
          Map.entry(407, "CouldNotRoute"),
          Map.entry(409, "DoNotDisturbRejection"),
          Map.entry(500, "InternalServerError"),
          Map.entry(501, "GatewayError"),
          Map.entry(502, "RejectedByGateway"),
          Map.entry(555, "SomethingNew"));

  static Optional<Refusal> of(PhoneNumber number) {
    var written = number.international();
    if (!written.startsWith(MAGIC)) {
      return Optional.empty();
    }
    var code = Integer.parseInt(written.substring(MAGIC.length()));
    return Optional.ofNullable(WORDS.get(code)).map(word -> new Refusal(code, word));
  }
}
