package org.shiriki.information;

import java.util.List;

/// Keeps help lines in a list.
public record InMemoryHelpLines(List<HelpLine> all) implements HelpLines {
  public InMemoryHelpLines {
    all = List.copyOf(all);
  }
}
