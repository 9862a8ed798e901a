package org.shiriki.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shiriki.console.Doc;

/// How many signed up for something, by their language.
///
/// @param what a place or a topic
public record SubscriberTally(String what, long sw, long en) {
  public long all() {
    return sw + en;
  }

  /// The counts added up by something of them, the largest first.
  static List<SubscriberTally> of(List<Doc> counts, Function<Doc, String> by) {
    Map<String, SubscriberTally> found = new LinkedHashMap<>();
    for (var count : counts) {
      var people = count.number("people");
      var kiswahili = count.text("language").equals("sw");
      found.merge(
          by.apply(count),
          new SubscriberTally(by.apply(count), kiswahili ? people : 0, kiswahili ? 0 : people),
          SubscriberTally::and);
    }
    return found.values().stream()
        .sorted((one, other) -> Long.compare(other.all(), one.all()))
        .toList();
  }

  private SubscriberTally and(SubscriberTally other) {
    return new SubscriberTally(what, sw + other.sw, en + other.en);
  }
}
