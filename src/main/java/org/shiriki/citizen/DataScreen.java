package org.shiriki.citizen;

import java.time.Instant;
import org.shiriki.dialogue.Screen;

/// The screens on which people use their rights over their data.
///
/// ```
/// MyData ──> Correct ──> (language, ward) ; AskStaff ──> Asked
///    ├──> AskStaff ──> Asked
///    ├──> LeaveAlerts ──> AlertsLeft
///    └──> Leave ──> (last words)
/// ```
public sealed interface DataScreen extends Screen {
  /// What can be corrected at once, and what staff correct.
  record Correct() implements DataScreen {}

  /// Says what staff will do, and asks whether they shall.
  record AskStaff(DataRequest.Kind kind) implements DataScreen {}

  /// The receipt: under which reference, and by when.
  record Asked(DataRequest.Kind kind, Ticket reference, Instant due) implements DataScreen {}

  /// Says that without consent nothing is kept that staff could hand over.
  record NothingToAsk() implements DataScreen {}

  /// Asks whether to end all alerts.
  record LeaveAlerts() implements DataScreen {}

  /// Says that all alerts have ended.
  record AlertsLeft() implements DataScreen {}

  /// Asks to type a code that deletes everything.
  ///
  /// @param code four digits, none of them a key; empty until the person has come to the screen
  record Leave(String code) implements DataScreen {
    /// The question before its code is drawn.
    public static Leave asked() {
      return new Leave("");
    }
  }

  /// Tells on the next dial that no SMS comes any more, and how it comes again.
  record SmsStopped(Stop why) implements DataScreen {}

  /// Asks whether SMS may come again after leaving.
  record SmsAgain() implements DataScreen {}

  /// Says that SMS may come again.
  record SmsComes() implements DataScreen {}
}
