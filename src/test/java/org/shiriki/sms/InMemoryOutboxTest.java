package org.shiriki.sms;

import java.util.List;
import org.shiriki.privacy.PhoneKey;

class InMemoryOutboxTest implements OutboxContract {
  private final InMemoryOutbox outbox = new InMemoryOutbox();

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public List<String> waiting(PhoneKey person) {
    return outbox.waiting(person).stream().map(Message::text).toList();
  }
}
