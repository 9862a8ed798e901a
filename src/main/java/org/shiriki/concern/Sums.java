package org.shiriki.concern;

import java.util.List;

/// How many concerns were raised and what became of them, before anything is hidden.
///
/// @param counties by the code of the county, the codes in order
/// @param categories by the id of the category, in the order of the menu
/// @param stories what was put right lately and has a title, the latest first
public record Sums(List<Sum> counties, List<Sum> categories, List<Story> stories) {
  /// One line.
  public record Sum(String id, int raised, int answered, int fixed) {}

  /// One concern that was put right.
  public record Story(String title, String category, String county, int days) {}

  /// Keeps what is summed.
  @FunctionalInterface
  public interface Keeper {
    Sums sums();
  }

  public Sums {
    counties = List.copyOf(counties);
    categories = List.copyOf(categories);
    stories = List.copyOf(stories);
  }
}
