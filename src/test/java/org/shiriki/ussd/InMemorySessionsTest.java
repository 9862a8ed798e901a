package org.shiriki.ussd;

class InMemorySessionsTest implements SessionsContract {
  private final InMemorySessions sessions = new InMemorySessions();

  @Override
  public Sessions sessions() {
    return sessions;
  }
}
