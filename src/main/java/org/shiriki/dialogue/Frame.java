package org.shiriki.dialogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;

/// A screen of the stack and how far its pages were turned.
///
/// @param turned where each page up to the present one began, counted in pieces of [Layout]; never
///   empty
/// @param next where the page after the one shown begins; 0 if that was the last
public record Frame(Screen screen, List<Integer> turned, int next) {
  public Frame {
    turned = List.copyOf(turned);
  }

  static Frame of(Screen screen) {
    return new Frame(screen, List.of(0), 0);
  }

  @JsonIgnore
  int from() {
    return turned.getLast();
  }

  @JsonIgnore
  boolean firstPage() {
    return turned.size() == 1;
  }

  Frame shown(Page page) {
    return new Frame(screen, turned, page.next());
  }

  Frame forward() {
    var pages = new ArrayList<>(turned);
    pages.add(next);
    return new Frame(screen, pages, 0);
  }

  Frame backward() {
    return new Frame(screen, turned.subList(0, turned.size() - 1), 0);
  }
}
