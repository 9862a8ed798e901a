package org.shiriki.console;

import java.util.List;

/// A room's face in the browsers of staff.
public interface Pages {
  /// Its pages, in the order in which the menu has them.
  List<Page> pages();

  /// What it shows on the home page: what waits for whoever looks.
  default List<Tile> tiles() {
    return List.of();
  }
}
