package org.shiriki.africastalking;

import io.vertx.ext.web.Router;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;
import org.shiriki.sms.Reason;
import org.shiriki.sms.Report;
import org.shiriki.sms.Report.Meaning;
import org.shiriki.sms.Reports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The callbacks about what we sent: `POST /at/{key}/sms/reports` for each step of a delivery,
/// `POST /at/{key}/sms/opt-outs` when a person tells AT to bring no more.
public final class ReportCallbacks {
  private static final Logger LOG = LoggerFactory.getLogger(ReportCallbacks.class);
  private static final int LARGEST_BODY = 8 * 1024;
  private static final int LONGEST_WORDS = 80;
  private static final Predicate<String> MESSAGE_ID =
      Pattern.compile("[\\x21-\\x7e]{1,100}").asMatchPredicate();

  private final Reports reports;
  private final Vault vault;
  private final FormRoute route;

  public ReportCallbacks(Reports reports, Vault vault, CallbackKeys keys) {
    this.reports = reports;
    this.vault = vault;
    this.route = new FormRoute(keys, LARGEST_BODY);
  }

  /// Adds the callbacks to a router.
  public void mount(Router router) {
    route.mount(router, "/sms/reports", this::report);
    route.mount(router, "/sms/opt-outs", this::optOut);
  }

  private void report(Form form) {
    var id = form.one("id").filter(MESSAGE_ID);
    var status = form.one("status").map(ReportCallbacks::word).orElse("");
    if (id.isEmpty() || status.isEmpty()) {
      LOG.atWarn().log("A report of delivery lacks its message or its status");
      return;
    }
    var failure = form.one("failureReason").map(ReportCallbacks::word).orElse("");
    var words = (status + ' ' + failure).strip();
    var person = form.one("phoneNumber").flatMap(Phone::read).map(vault::keyOf).orElse(null);
    var operator = Network.operator(form.one("networkCode").orElse(""));
    reports.keep(new Report(id.get(), words, meaning(status, failure), person, operator));
  }

  private void optOut(Form form) {
    form.one("phoneNumber")
        .flatMap(Phone::read)
        .map(vault::keyOf)
        .ifPresentOrElse(
            reports::optOut, () -> LOG.atWarn().log("An opt-out names no readable number"));
  }

  /// AT's word, without anything that could be more than words.
  private static String word(String raw) {
    var word = raw.replaceAll("[^A-Za-z0-9 _-]", "").strip();
    return word.length() <= LONGEST_WORDS ? word : word.substring(0, LONGEST_WORDS);
  }

  /// AT's documentation, November 2026; its spellings vary.
  private static Meaning meaning(String status, String failure) {
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "success" -> new Report.Arrived();
      case "sent", "submitted", "buffered" -> new Report.OnItsWay();
      case "failed" -> new Report.Failed(reason(failure, Reason.UNDELIVERED));
      case "rejected" -> new Report.Failed(reason(failure, Reason.REJECTED));
      case "absentsubscriber" -> new Report.Failed(Reason.ABSENT);
      case "expired" -> new Report.Failed(Reason.UNDELIVERED);
      default -> new Report.Unclear();
    };
  }

  private static Reason reason(String failure, Reason otherwise) {
    return switch (failure.toLowerCase(Locale.ROOT)) {
      case "userinblacklist" -> Reason.BLOCKED;
      case "userdoesnotexist" -> Reason.INVALID;
      case "userisinactive", "useraccountsuspended" -> Reason.ABSENT;
      case "notnetworksubcriber", "notnetworksubscriber" -> Reason.UNROUTABLE;
      case "insufficientcredit" -> Reason.NO_BALANCE;
      case "donotdisturbrejection" -> Reason.REJECTED;
      default -> otherwise;
    };
  }
}
