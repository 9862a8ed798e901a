package org.shiriki.houserules.offender.safety;

import org.shiriki.sms.Outbox;

/// A room of secrets that can send an SMS.
record Tells(Outbox outbox) {}
