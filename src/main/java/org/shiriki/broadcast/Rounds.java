package org.shiriki.broadcast;

/// What moves broadcasts on: begins those whose time has come and ends those that are through.
/// Every node makes its rounds; each step is taken by one.
public record Rounds(Broadcasts broadcasts, Mailings mailings) {
  public void round() {
    broadcasts.due().forEach(mailings::queue);
    broadcasts.tidy();
  }
}
