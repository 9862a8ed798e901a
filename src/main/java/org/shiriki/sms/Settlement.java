package org.shiriki.sms;

import org.shiriki.privacy.Vault;

/// A verdict as the outbox keeps it; what is not there is empty.
///
/// @param stopMark of a person whom the carrier may not write to
record Settlement(
    String citizen,
    String once,
    String state,
    String reason,
    String detail,
    String messageId,
    String cost,
    String stopMark) {
  static Settlement of(Dispatches.Settled settled, Vault vault) {
    return switch (settled.verdict()) {
      case Verdict.Accepted(var id, var cost) ->
          of(settled.dispatch(), State.ACCEPTED, "", "").with(id, cost);
      case Verdict.Refused(var reason, var detail) ->
          of(settled.dispatch(), State.FAILED, reason.name(), detail)
              .stopping(reason == Reason.BLOCKED ? vault.stopMark(settled.dispatch().to()) : "");
      case Verdict.RefusedForNow(var reason, var detail) ->
          of(settled.dispatch(), State.QUEUED, reason.name(), detail);
      case Verdict.Unknown(var detail) ->
          of(settled.dispatch(), State.UNKNOWN, Reason.NO_ANSWER.name(), detail);
    };
  }

  private static Settlement of(Dispatch dispatch, State state, String reason, String detail) {
    return new Settlement(
        dispatch.to().text(), dispatch.once(), state.name(), reason, detail, "", "", "");
  }

  private Settlement with(String id, String price) {
    return new Settlement(citizen, once, state, reason, detail, id, price, stopMark);
  }

  private Settlement stopping(String mark) {
    return new Settlement(citizen, once, state, reason, detail, messageId, cost, mark);
  }

  @Override
  public String toString() {
    return "Settlement[" + state + ']';
  }
}
