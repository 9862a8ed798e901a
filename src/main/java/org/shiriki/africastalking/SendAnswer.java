package org.shiriki.africastalking;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.shiriki.privacy.Phone;
import org.shiriki.sms.Outcome;
import org.shiriki.sms.Reason;
import org.shiriki.sms.Verdict;

/// What AT answered to a request to send, as it stands on the wire.
///
/// @param retryAfter how long AT asks to be left alone, zero if it does not say
record SendAnswer(int status, Duration retryAfter, String body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int OUR_FAULT = 400;
  private static final int THEIR_FAULT = 500;
  private static final int LONGEST_WORD = 40;

  /// Reads the answer.
  ///
  /// @param unknown hears of codes that stand in no table of AT's
  Outcome outcome(List<Phone> to, IntConsumer unknown) {
    var data = data();
    if (status < THEIR_FAULT && data.path("Recipients").size() > 0) {
      return new Outcome.Answered(new Reader(to, unknown).verdicts(data.path("Recipients")));
    }
    return switch (status) {
      case 401, 403 -> new Outcome.Paused(Outcome.Cause.BAD_KEY);
      case 404, 405 -> new Outcome.Paused(Outcome.Cause.BAD_ADDRESS);
      case 429 -> new Outcome.Throttled(retryAfter);
      default -> whole(data);
    };
  }

  private Outcome whole(JsonNode data) {
    if (status >= THEIR_FAULT) {
      return new Outcome.Unknown("HTTP " + status);
    }
    if (status >= OUR_FAULT) {
      return new Outcome.Refused(Reason.REQUEST, "HTTP " + status);
    }
    if (status < 200 || status >= 300) {
      return new Outcome.Paused(Outcome.Cause.BAD_ADDRESS);
    }
    return data.path("Recipients").isArray()
        ? refused(word(data.path("Message")))
        : new Outcome.Unknown("unreadable");
  }

  /// Nobody was reached, and the message says why.
  private static Outcome refused(String why) {
    return switch (why) {
      case "InvalidSenderId" -> new Outcome.Paused(Outcome.Cause.BAD_SENDER);
      case "InsufficientBalance" -> new Outcome.Paused(Outcome.Cause.NO_BALANCE);
      default -> new Outcome.Refused(Reason.REQUEST, why);
    };
  }

  private JsonNode data() {
    try {
      return JSON.readTree(body).path("SMSMessageData");
    } catch (JacksonException _) {
      return JSON.missingNode();
    }
  }

  /// AT's own word, without anything that could be more than a word.
  private static String word(JsonNode node) {
    var word = node.asText("").replaceAll("[^A-Za-z ]", "").strip();
    return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
  }

  @Override
  public String toString() {
    return "SendAnswer[HTTP " + status + ']';
  }

  /// Reads the line of each recipient.
  private static final class Reader {
    private final Map<String, Phone> phones;
    private final IntConsumer unknown;

    Reader(List<Phone> to, IntConsumer unknown) {
      this.phones =
          to.stream()
              .collect(
                  Collectors.toMap(
                      phone -> digits(phone.e164()), Function.identity(), (a, _) -> a));
      this.unknown = unknown;
    }

    Map<Phone, Verdict> verdicts(JsonNode recipients) {
      var verdicts = new HashMap<Phone, Verdict>();
      for (var recipient : recipients) {
        var phone = phones.get(digits(recipient.path("number").asText("")));
        if (phone != null) {
          verdicts.put(phone, verdict(recipient));
        }
      }
      return verdicts;
    }

    private static String digits(String number) {
      return number.replaceAll("\\D", "");
    }

    /// The table of AT's documentation, November 2026. 500 and 501 may have sent the message.
    private Verdict verdict(JsonNode recipient) {
      var code = recipient.path("statusCode").asInt(0);
      var detail = code + " " + word(recipient.path("status"));
      return switch (code) {
        case 100, 101, 102 -> accepted(recipient);
        case 401 -> new Verdict.Refused(Reason.RISK, detail);
        case 402 -> new Verdict.Refused(Reason.SENDER, detail);
        case 403 -> new Verdict.Refused(Reason.INVALID, detail);
        case 404, 407 -> new Verdict.Refused(Reason.UNROUTABLE, detail);
        case 405 -> new Verdict.RefusedForNow(Reason.NO_BALANCE, detail);
        case 406 -> new Verdict.Refused(Reason.BLOCKED, detail);
        case 409, 502 -> new Verdict.Refused(Reason.REJECTED, detail);
        case 500, 501 -> new Verdict.Unknown(detail);
        default -> {
          unknown.accept(code);
          yield new Verdict.Unknown(detail);
        }
      };
    }

    private static Verdict accepted(JsonNode recipient) {
      var id = recipient.path("messageId").asText("");
      return new Verdict.Accepted(id.equals("None") ? "" : id, recipient.path("cost").asText(""));
    }
  }
}
