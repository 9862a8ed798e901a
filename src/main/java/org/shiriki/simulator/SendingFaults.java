package org.shiriki.simulator;

/// What goes wrong at the carrier's sending API, from now on and for everybody.
///
/// @param delayMillis how long it thinks before it answers
/// @param status an HTTP status that it answers instead of taking anything; 0 for none
/// @param html it answers a page of HTML instead of taking anything
/// @param dropAfterAccept it takes the message and hangs up without an answer
/// @param dollars the total is in another currency than the prices of the recipients
/// @param reportMillis how long each step of a delivery takes
/// @param duplicateReports every report comes twice
/// @param reorderedReports the last report comes first
record SendingFaults(
    int delayMillis,
    int status,
    boolean html,
    boolean dropAfterAccept,
    boolean dollars,
    int reportMillis,
    boolean duplicateReports,
    boolean reorderedReports) {
  static final SendingFaults NONE = new SendingFaults(0, 0, false, false, false, 300, false, false);
  private static final int LONGEST_DELAY = 60_000;

  SendingFaults {
    if (delayMillis < 0 || delayMillis > LONGEST_DELAY) {
      throw new IllegalArgumentException(
          "delayMillis must be between 0 and %d".formatted(LONGEST_DELAY));
    }
    if (reportMillis < 0 || reportMillis > LONGEST_DELAY) {
      throw new IllegalArgumentException(
          "reportMillis must be between 0 and %d".formatted(LONGEST_DELAY));
    }
    if (status != 0 && (status < 200 || status > 599)) {
      throw new IllegalArgumentException("status must be 0, or one of HTTP from 200 to 599");
    }
  }
}
