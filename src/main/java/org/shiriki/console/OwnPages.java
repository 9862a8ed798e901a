package org.shiriki.console;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
            .flatMap(tile -> part(tile, look))
            .toList();
    return View.of("console/home.jte").with("parts", parts);
  }

  /// A part of the home page; what is refused to whoever looks, since their right has limits, is
  /// not there for them.
  private Stream<Content> part(Tile tile, Look look) {
    try {
      var html = painter.paint(tile.show().of(look), look);
      return Stream.of(output -> output.writeContent(html));
    } catch (Unshown _) {
      return Stream.empty();
    }
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
