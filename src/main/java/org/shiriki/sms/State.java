package org.shiriki.sms;

/// Where a message is. Each is in exactly one state, so the states of an audience add up to it.
///
/// ```
///            leased, checked          carrier's answer          report
///  QUEUED ────────────────────▶ SENDING ──────────▶ ACCEPTED ──────────▶ DELIVERED
///   │  ▲                         │ │ │                  │                   ▲
///   │  └──── surely not sent ────┘ │ └──▶ UNKNOWN ──────┴──▶ FAILED         │
///   │                              └──▶ FAILED   │                          │
///   └──▶ EXPIRED, SKIPPED, CANCELLED             └──────────────────────────┘
/// ```
///
/// UNKNOWN is a message that may have reached its person: it waits for its report or for a person,
/// and is never sent again by itself.
public enum State {
  QUEUED,
  SENDING,
  ACCEPTED,
  DELIVERED,
  FAILED,
  UNKNOWN,
  EXPIRED,
  SKIPPED,
  CANCELLED
}
