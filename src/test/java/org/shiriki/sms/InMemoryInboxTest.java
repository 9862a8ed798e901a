package org.shiriki.sms;

import java.util.List;
import org.shiriki.Town;
import org.shiriki.privacy.PhoneKey;

class InMemoryInboxTest implements InboxContract {
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final InMemoryInbox inbox = new InMemoryInbox(Town.VAULT, outbox);

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public List<String> said(PhoneKey person) {
    return outbox.waiting(person).stream().map(Message::text).toList();
  }

  @Override
  public void forgets(PhoneKey person) {
    inbox.forget(person);
  }

  @Override
  public String left(String id) {
    return inbox
        .find(id)
        .map(kept ->
            kept.state()
                + (kept.state().equals("DONE") ? ", no sender, " : ", sender, ")
                + (kept.burnt() ? "no words" : "words"))
        .orElse("nothing");
  }
}
