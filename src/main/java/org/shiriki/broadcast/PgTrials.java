package org.shiriki.broadcast;

import org.shiriki.pg.Database;
import org.shiriki.sms.Message;
import org.shiriki.sms.PgOutbox;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;

/// Trials in PostgreSQL: the message and its line of the audit are there together or not at all.
public record PgTrials(Database database, PgOutbox outbox, PgAudit audit) implements Trials {
  @Override
  public void send(Message message, AuditEntry line) {
    database.transaction(transaction -> {
      var fresh = outbox.put(transaction, message);
      if (fresh) {
        audit.add(transaction, line);
      }
      return fresh;
    });
  }
}
