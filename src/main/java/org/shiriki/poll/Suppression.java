package org.shiriki.poll;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which counts of a question stay hidden, so that no small group can be seen or computed.
///
/// A count under the limit is hidden. What is hidden can be computed from the sum, which is known,
/// unless more is hidden with it: the next smallest counts, until at least two are hidden, together
/// they reach the limit, and they are not all alike. Counts that are alike are hidden together, so
/// that no rule of order tells them apart. Where fewer than the limit answered at all, everything
/// is hidden.
///
/// @param hidden the places of the hidden counts, from 0
record Suppression(Set<Integer> hidden) {
  /// No group of fewer is shown (domain of public counts: none below 10).
  static final int FEWEST = 10;

  Suppression {
    hidden = Set.copyOf(hidden);
  }

  /// What to hide of these counts, whose sum is known to everybody.
  static Suppression of(int... counts) {
    return under(FEWEST, counts);
  }

  static Suppression under(int fewest, int... counts) {
    var places = IntStream.range(0, counts.length).boxed().collect(Collectors.toSet());
    if (Arrays.stream(counts).sum() < fewest) {
      return new Suppression(places);
    }
    var hidden =
        places.stream()
            .filter(place -> counts[place] < fewest)
            .collect(Collectors.toCollection(TreeSet::new));
    while (!hidden.isEmpty() && hidden.size() < counts.length && !safe(fewest, counts, hidden)) {
      var next =
          places.stream()
              .filter(place -> !hidden.contains(place))
              .mapToInt(place -> counts[place])
              .min()
              .orElseThrow();
      hide(next, counts, hidden);
    }
    return new Suppression(hidden);
  }

  private static void hide(int count, int[] counts, Set<Integer> hidden) {
    IntStream.range(0, counts.length).filter(place -> counts[place] == count).forEach(hidden::add);
  }

  private static boolean safe(int fewest, int[] counts, Set<Integer> hidden) {
    var values = hidden.stream().map(place -> counts[place]).toList();
    return values.stream().distinct().count() > 1
        && values.stream().mapToInt(count -> count).sum() >= fewest;
  }

  boolean hides(int place) {
    return hidden.contains(place);
  }
}
