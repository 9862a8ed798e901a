package org.shiriki.concern;

import java.time.Instant;
import java.util.List;

/// How many concerns were raised and what became of them, before anything is hidden.
///
/// @param counties by the code of the county, the codes in order
/// @param categories by the id of the category, in the order of the menu
/// @param done what was put right in a county about one thing, the most first
public record Sums(List<Sum> counties, List<Sum> categories, List<Done> done) {
  public Sums {
    counties = List.copyOf(counties);
    categories = List.copyOf(categories);
    done = List.copyOf(done);
  }

  /// One line.
  public record Sum(String id, int raised, int answered, int fixed) {}

  /// What was put right.
  ///
  /// @param days how long half of it took at most
  public record Done(String county, String category, int fixed, int days) {}

  /// Keeps what is summed.
  @FunctionalInterface
  public interface Keeper {
    /// The sums as they were at a moment.
    Sums until(Instant moment);
  }
}
