package org.shiriki.staff;

import static org.shiriki.staff.Right.AUDIT_SEE;
import static org.shiriki.staff.Right.BROADCAST_APPROVE;
import static org.shiriki.staff.Right.BROADCAST_SEE;
import static org.shiriki.staff.Right.BROADCAST_WRITE;
import static org.shiriki.staff.Right.CASE_ASSIGN;
import static org.shiriki.staff.Right.CASE_HANDLE;
import static org.shiriki.staff.Right.CONCERN_ANSWER;
import static org.shiriki.staff.Right.CONCERN_SEE;
import static org.shiriki.staff.Right.CONCERN_TRIAGE;
import static org.shiriki.staff.Right.CONTENT_PUBLISH;
import static org.shiriki.staff.Right.CONTENT_SEE;
import static org.shiriki.staff.Right.CONTENT_WRITE;
import static org.shiriki.staff.Right.INCIDENT_HANDLE;
import static org.shiriki.staff.Right.NUMBER_REVEAL;
import static org.shiriki.staff.Right.OFFICE_SEE;
import static org.shiriki.staff.Right.OFFICE_WRITE;
import static org.shiriki.staff.Right.POLL_PUBLISH;
import static org.shiriki.staff.Right.POLL_SEE;
import static org.shiriki.staff.Right.POLL_WRITE;
import static org.shiriki.staff.Right.REQUEST_HANDLE;
import static org.shiriki.staff.Right.RETENTION_HANDLE;
import static org.shiriki.staff.Right.STAFF_SEE;
import static org.shiriki.staff.Right.STAFF_WRITE;
import static org.shiriki.staff.Right.STATISTICS_SEE;
import static org.shiriki.staff.Right.SUBSCRIBER_COUNT;
import static org.shiriki.staff.Right.SUBSCRIBER_IMPORT;
import static org.shiriki.staff.Right.TOKEN_OWN;
import static org.shiriki.staff.Right.WEBHOOK_WRITE;

import java.util.Set;

/// What somebody is here, and with it what they may do: the one table of rights.
///
/// A director runs the house but opens no sensitive case unless they are named on it, which takes
/// the role of a case officer; whoever writes a broadcast never approves it, whatever their roles.
/// A partner sees the concerns that were referred to their own organisation, and no others.
@SuppressWarnings("ImmutableEnumChecker") // its rights are a set that nobody can change
public enum Role {
  DIRECTOR(
      BROADCAST_SEE,
      BROADCAST_WRITE,
      BROADCAST_APPROVE,
      SUBSCRIBER_COUNT,
      SUBSCRIBER_IMPORT,
      CONTENT_SEE,
      CONTENT_WRITE,
      CONTENT_PUBLISH,
      POLL_SEE,
      POLL_WRITE,
      POLL_PUBLISH,
      CONCERN_SEE,
      CONCERN_TRIAGE,
      CONCERN_ANSWER,
      CASE_ASSIGN,
      OFFICE_SEE,
      OFFICE_WRITE,
      STATISTICS_SEE,
      WEBHOOK_WRITE,
      STAFF_SEE,
      STAFF_WRITE,
      TOKEN_OWN,
      AUDIT_SEE),
  EDITOR(
      BROADCAST_SEE,
      BROADCAST_WRITE,
      SUBSCRIBER_COUNT,
      SUBSCRIBER_IMPORT,
      CONTENT_SEE,
      CONTENT_WRITE,
      CONTENT_PUBLISH,
      POLL_SEE,
      POLL_WRITE,
      OFFICE_SEE,
      STATISTICS_SEE,
      TOKEN_OWN),
  CASE_OFFICER(
      CONTENT_SEE,
      CONCERN_SEE,
      CONCERN_TRIAGE,
      CONCERN_ANSWER,
      CASE_HANDLE,
      NUMBER_REVEAL,
      OFFICE_SEE,
      STATISTICS_SEE,
      TOKEN_OWN),
  DATA_PROTECTION_OFFICER(
      REQUEST_HANDLE,
      INCIDENT_HANDLE,
      RETENTION_HANDLE,
      NUMBER_REVEAL,
      STATISTICS_SEE,
      STAFF_SEE,
      TOKEN_OWN,
      AUDIT_SEE),
  COUNTY_DESK(CONTENT_SEE, CONCERN_SEE, CONCERN_TRIAGE, CONCERN_ANSWER, OFFICE_SEE, STATISTICS_SEE),
  VOLUNTEER(CONTENT_SEE, CONCERN_SEE, CONCERN_TRIAGE, OFFICE_SEE),
  PARTNER(CONTENT_SEE, POLL_SEE, CONCERN_SEE, OFFICE_SEE, STATISTICS_SEE, TOKEN_OWN),
  BOARD(BROADCAST_SEE, CONTENT_SEE, POLL_SEE, OFFICE_SEE, STATISTICS_SEE, AUDIT_SEE);

  private final Set<Right> rights;

  Role(Right... rights) {
    this.rights = Set.of(rights);
  }

  /// What it may do.
  public Set<Right> rights() {
    return rights;
  }

  /// Whether of all concerns it holds for those only that are with an office of one's own
  /// organisation, as a partner's rights do.
  public boolean onlyReferred(Right right) {
    return this == PARTNER && right.isOverConcerns();
  }

  /// Whether it must prove itself with a second factor: it decides over people and their data.
  public boolean needsSecondFactor() {
    return this == DIRECTOR || this == DATA_PROTECTION_OFFICER;
  }
}
