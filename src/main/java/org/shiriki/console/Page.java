package org.shiriki.console;

import java.util.Optional;
import org.shiriki.dialogue.Text;
import org.shiriki.staff.Right;

/// A page of the console.
///
/// @param path under `/console`, with places as in `/concerns/:reference`
/// @param needs the right without which the page is not there; nothing where an account is enough
/// @param entry its line in the menu, if it has one
public record Page(String path, Optional<Right> needs, Optional<Entry> entry, Show show) {
  /// A line in the menu.
  public record Entry(Group group, Text label) {}

  /// The parts of the menu, in their order.
  public enum Group {
    LISTEN,
    TELL,
    ASK,
    HOUSE,
    CARE;

    public Text label() {
      return switch (this) {
        case LISTEN -> Text.of("Sikiliza", "Listen");
        case TELL -> Text.of("Eleza", "Tell");
        case ASK -> Text.of("Uliza", "Ask");
        case HOUSE -> Text.of("Nyumba", "House");
        case CARE -> Text.of("Ulinzi", "Care");
      };
    }
  }

  /// Makes what a page shows.
  @FunctionalInterface
  public interface Show {
    View of(Look look);
  }

  /// A page that stands in the menu.
  public static Page listed(String path, Right needs, Group group, Text label, Show show) {
    return new Page(path, Optional.of(needs), Optional.of(new Entry(group, label)), show);
  }

  /// A page that others lead to.
  public static Page of(String path, Right needs, Show show) {
    return new Page(path, Optional.of(needs), Optional.empty(), show);
  }

  /// A page for whoever has an account.
  public static Page open(String path, Show show) {
    return new Page(path, Optional.empty(), Optional.empty(), show);
  }
}
