package org.shiriki.sms;

import java.util.Locale;

/// Why a message did not reach its person.
public enum Reason {
  /// Skipped: the person left or opted out.
  OPTED_OUT,
  /// Skipped: the lane needs a consent and none is in force.
  NO_CONSENT,
  /// Skipped: the person had their day's replies.
  BUDGET,
  /// Skipped: the person went on without being reminded.
  CAME_BACK,
  /// The carrier keeps the person's wish not to be written to; it is recorded as an opt-out here.
  BLOCKED,
  /// Skipped: the person had their week's alerts.
  CAP,
  /// Skipped: the person was sent the same words within a day.
  DUPLICATE,
  /// There is no such number.
  INVALID,
  /// The carrier has no way to the number's network.
  UNROUTABLE,
  /// The carrier holds the message for its risk rules.
  RISK,
  /// Our sender name is not ours, or not known.
  SENDER,
  /// The account is empty.
  NO_BALANCE,
  /// The network refused it.
  REJECTED,
  /// It was tried, and did not arrive.
  UNDELIVERED,
  /// The phone was off for too long.
  ABSENT,
  /// The carrier refused the request as a whole, and would again.
  REQUEST,
  /// What is kept of the message cannot be opened.
  UNREADABLE,
  /// Whoever sent it stopped half-way.
  LEASE,
  /// The carrier's answer was lost or cannot be understood.
  NO_ANSWER,
  OTHER;

  /// The word that is stored and shown: `no-consent`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
