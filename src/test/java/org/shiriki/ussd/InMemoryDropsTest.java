package org.shiriki.ussd;

import java.time.Instant;
import java.util.List;
import org.shiriki.dialogue.Language;
import org.shiriki.privacy.PhoneKey;

class InMemoryDropsTest implements DropsContract {
  private final InMemoryDrops drops = new InMemoryDrops();

  @Override
  public Drops drops() {
    return drops;
  }

  @Override
  public void comes(PhoneKey person, Instant at, boolean open) {
    drops.turn(new Drop(person, Language.ENGLISH, at, TALK), open);
  }

  @Override
  public List<String> sent(PhoneKey person) {
    return drops.sent(person);
  }
}
