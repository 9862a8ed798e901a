package org.shiriki.console;

import java.util.List;
import java.util.stream.Stream;
import org.shiriki.console.Page.Group;
import org.shiriki.dialogue.Text;

/// The menu of the console.
public record Menu(List<Page> pages) {
  public Menu {
    pages = List.copyOf(pages);
  }

  /// A line of it.
  public record Line(String address, Text label) {}

  /// Its parts.
  public List<Group> groups() {
    return List.of(Group.values());
  }

  /// The lines of a part that somebody may go to.
  public List<Line> lines(Group group, Look look) {
    return pages.stream()
        .filter(page -> page.needs().map(look::may).orElse(true))
        .flatMap(page -> line(page, group))
        .toList();
  }

  private static Stream<Line> line(Page page, Group group) {
    return page.entry().stream()
        .filter(entry -> entry.group() == group)
        .map(entry -> new Line(Console.PATH + page.path(), entry.label()));
  }
}
