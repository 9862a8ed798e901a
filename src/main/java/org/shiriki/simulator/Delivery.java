package org.shiriki.simulator;

import java.util.List;

/// How messages to a number fare after the carrier took them.
///
/// `+254799001001` is switched off, `…002` cannot be reached, `…003` wants no messages, `…004` is
/// tried until it is too late, `…005` is never heard of again, `…006` fares in a way that nobody
/// knows; all others get what is sent.
///
/// @param status the carrier's last word; empty if it has none
/// @param failure its reason, or empty
record Delivery(String status, String failure) {
  private static final String MAGIC = "+25479900100";
  private static final Delivery FINE = new Delivery("Success", "");
  private static final List<Delivery> ODD =
      List.of(
          new Delivery("AbsentSubscriber", ""),
          new Delivery("Failed", "DeliveryFailure"),
          new Delivery("Rejected", "UserInBlackList"),
          new Delivery("Expired", ""),
          new Delivery("", ""),
          new Delivery("Levitating", ""));

  static Delivery of(PhoneNumber number) {
    var written = number.international();
    if (!written.startsWith(MAGIC) || written.length() != MAGIC.length() + 1) {
      return FINE;
    }
    var place = written.charAt(MAGIC.length()) - '1';
    return place >= 0 && place < ODD.size() ? ODD.get(place) : FINE;
  }

  boolean arrives() {
    return equals(FINE);
  }

  /// The words in their order; nothing more if there is no last one.
  List<Delivery> steps() {
    var way = List.of(new Delivery("Sent", ""), new Delivery("Submitted", ""));
    return status.isEmpty() ? way : List.of(way.getFirst(), way.getLast(), this);
  }

  /// The report as the carrier posts it, fields in the order that was captured.
  Form report(PhoneNumber number, String id) {
    var form = Form.empty().with("phoneNumber", number.international());
    var reasoned = failure.isEmpty() ? form : form.with("failureReason", failure);
    return reasoned
        .with("retryCount", "0")
        .with("id", id)
        .with("status", status)
        .with("networkCode", number.networkCode());
  }
}
