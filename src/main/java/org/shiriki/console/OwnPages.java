package org.shiriki.console;

import java.util.List;
import java.util.Map;
import org.shiriki.api.Problem;

/// What everybody of the staff has: home, themselves, and their second factor.
final class OwnPages implements Pages {
  private final List<Tile> tiles;
  private final Painter painter;

  OwnPages(List<Pages> rooms, Painter painter) {
    this.tiles = rooms.stream().flatMap(room -> room.tiles().stream()).toList();
    this.painter = painter;
  }

  @Override
  public List<Page> pages() {
    return List.of(
        Page.open("", this::home),
        Page.open("/second-factor", _ -> View.of("console/second-factor.jte")),
        Page.open("/me", OwnPages::me));
  }

  private View home(Look look) {
    var parts =
        tiles.stream()
            .filter(tile -> look.may(tile.needs()))
            .map(tile ->
                (gg.jte.Content)
                    output -> output.writeContent(painter.paint(tile.show().of(look), look)))
            .toList();
    return View.of("console/home.jte").with("parts", parts);
  }

  private static View me(Look look) {
    return View.of("console/me.jte")
        .with("me", look.ask("readMe"))
        .with("visits", look.ask("listVisits"))
        .with("phone", look.ask("readMyPhone"))
        .with("tokens", look.tried("listTokens", Map.of(), Map.of()));
  }

  /// Words for a person about a page that is not theirs.
  static View refused(Problem problem) {
    return new View("console/refused.jte", Map.of("problem", problem));
  }
}
