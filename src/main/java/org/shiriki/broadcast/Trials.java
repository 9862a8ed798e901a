package org.shiriki.broadcast;

import org.shiriki.sms.Message;
import org.shiriki.staff.AuditEntry;

/// Broadcasts that are sent to their writer's own phone.
public interface Trials {
  /// Sends one, and keeps that it was. The same again does neither.
  void send(Message message, AuditEntry line);
}
