package org.shiriki.staff;

/// Something that a member of staff may be allowed to do; which role may what is in [Role].
///
/// An operation of the API names the right that it needs in its contract, as `x-right`.
public enum Right {
  /// See broadcasts, their estimates and what became of them.
  BROADCAST_SEE,
  /// Write, revise and submit broadcasts.
  BROADCAST_WRITE,
  /// Approve or reject what another person wrote; hold broadcasts up and let them go on.
  BROADCAST_APPROVE,
  /// Count subscribers by place and language.
  SUBSCRIBER_COUNT,
  /// Bring in sign-ups from paper, with their proof of consent.
  SUBSCRIBER_IMPORT,
  /// See topics, help lines and alert topics, drafts too.
  CONTENT_SEE,
  /// Write topics, help lines and alert topics.
  CONTENT_WRITE,
  /// Let the phones show them, and take them back.
  CONTENT_PUBLISH,
  /// See polls and their results as far as those may be seen.
  POLL_SEE,
  /// Write and schedule polls.
  POLL_WRITE,
  /// Open and close polls, and publish results.
  POLL_PUBLISH,
  /// See concerns.
  CONCERN_SEE,
  /// Assign, refer, merge and tag concerns, and write notes for colleagues.
  CONCERN_TRIAGE,
  /// Reply to citizens, keep duty bearers' answers, and bring concerns to a status.
  CONCERN_ANSWER,
  /// Open the sensitive cases that one is named on.
  CASE_HANDLE,
  /// Name handlers on sensitive cases.
  CASE_ASSIGN,
  /// See a phone number, for a reason that is kept.
  NUMBER_REVEAL,
  /// See offices, routes and places.
  OFFICE_SEE,
  /// Change offices and routes.
  OFFICE_WRITE,
  /// Answer what citizens ask about their data.
  REQUEST_HANDLE,
  /// Keep the register of incidents.
  INCIDENT_HANDLE,
  /// See what retention would remove, and change its periods.
  RETENTION_HANDLE,
  /// See statistics, and when jobs run.
  STATISTICS_SEE,
  /// Set up webhooks.
  WEBHOOK_WRITE,
  /// See accounts and organisations.
  STAFF_SEE,
  /// Make accounts, and say what they may.
  STAFF_WRITE,
  /// Make API tokens for oneself.
  TOKEN_OWN,
  /// Read, verify and export the audit.
  AUDIT_SEE;

  /// Whether it shows, moves or counts concerns.
  boolean isOverConcerns() {
    return this == CONCERN_SEE
        || this == CONCERN_TRIAGE
        || this == CONCERN_ANSWER
        || this == STATISTICS_SEE;
  }
}
