package org.shiriki.api;

import java.util.Map;
import org.shiriki.privacy.Phone;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.OwnPhones;

/// One's own phone, to which drafts are sent: a number, and the code that proves it.
public final class OwnPhoneApi implements Api {
  private final OwnPhones phones;

  public OwnPhoneApi(OwnPhones phones) {
    this.phones = phones;
  }

  private record Given(String phone) {
    @Override
    public String toString() {
      return "Given[…]";
    }
  }

  private record Code(String code) {
    @Override
    public String toString() {
      return "Code[…]";
    }
  }

  @Override
  public String name() {
    return "own-phone";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "readMyPhone", call -> Reply.item(phones.read(account(call), call.at())),
        "setMyPhone", this::set,
        "confirmMyPhone", this::confirm,
        "forgetMyPhone", this::forget);
  }

  private Reply set(Call call) {
    return Phone.read(call.body(Given.class).phone())
        .map(phone -> set(call, phone))
        .orElseGet(() ->
            Reply.unacceptable(
                "The number is no phone's.", new Problem.Fault("/phone", "Write +254…")));
  }

  private Reply set(Call call, Phone phone) {
    return phones
        .set(account(call), phone, call.id(), did(call, "account.phone-set"))
        .map(set -> Reply.created("/me/phone", set, Reply.NONE))
        .orElseGet(() ->
            new Reply.Refused(
                Problem.of(
                    429,
                    "wait",
                    "No more codes today",
                    "An account is sent %d codes in a day; try again tomorrow."
                        .formatted(OwnPhones.CODES_A_DAY))));
  }

  private Reply confirm(Call call) {
    var code = call.body(Code.class).code().strip();
    return switch (phones.confirm(account(call), code, did(call, "account.phone-confirmed"))) {
      case CONFIRMED -> Reply.item(phones.read(account(call), call.at()));
      case WRONG ->
          Reply.unacceptable(
              "The code is not right.",
              new Problem.Fault("/code", "Write the one that came last."));
      case OVER ->
          Reply.conflict(
              "No code is waited for: it is over, or was tried too often. Give your number again.");
    };
  }

  private Reply forget(Call call) {
    phones.forget(account(call), did(call, "account.phone-forgotten"));
    return Reply.done();
  }

  private static AuditEntry did(Call call, String action) {
    return call.did(action, "account/" + account(call), "");
  }

  private static String account(Call call) {
    return call.colleague().account();
  }
}
