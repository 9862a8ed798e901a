package org.shiriki.broadcast;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shiriki.api.Problem.Fault;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;

/// Where audiences are, and which topics there are.
///
/// @param topics those that can be subscribed to, by their ids
public record Reach(Places places, Supplier<Set<String>> topics) {
  /// The counties of an audience; none if it is for everywhere.
  List<String> counties(Audience audience) {
    return audience.places().stream()
        .map(code -> places.ward(code).map(Ward::county).orElse(code))
        .distinct()
        .toList();
  }

  List<Fault> faults(Audience audience) {
    var strange =
        audience.places().stream()
            .filter(code -> places.ward(code).isEmpty() && places.county(code).isEmpty())
            .map(code -> new Fault("/audience/places", "There is no place " + code + "."));
    var unknown =
        audience instanceof Audience.Subscribers(var wanted, _, _)
            ? wanted.stream()
                .filter(topic -> !topics.get().contains(topic))
                .map(topic -> new Fault("/audience/topics", "There is no topic " + topic + "."))
            : Stream.<Fault>empty();
    return Stream.concat(strange, unknown).toList();
  }
}
