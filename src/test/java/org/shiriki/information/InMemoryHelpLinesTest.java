package org.shiriki.information;

import java.util.List;

final class InMemoryHelpLinesTest implements HelpLinesContract {
  @Override
  public HelpLines helpLines(List<HelpLine> seed) {
    return new InMemoryHelpLines(seed);
  }
}
