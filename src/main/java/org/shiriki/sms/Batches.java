package org.shiriki.sms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shiriki.privacy.PhoneKey;

/// Messages of equal words and sender, brought together into as few requests as may be. In one
/// request a person stands once.
final class Batches {
  private record Words(String sender, String text) {}

  private static final class Batch {
    private final List<Dispatch> dispatches = new ArrayList<>();
    private final Set<PhoneKey> people = new HashSet<>();
  }

  private Batches() {}

  /// @param mostPeople in one request
  /// @param mostParts of all messages of one request together; a single message may have more
  static List<List<Dispatch>> of(List<Dispatch> dispatches, int mostPeople, int mostParts) {
    Map<Words, List<Batch>> batches = new LinkedHashMap<>();
    for (var dispatch : dispatches) {
      var words = new Words(dispatch.sender(), dispatch.text());
      var same = batches.computeIfAbsent(words, _ -> new ArrayList<>());
      var room = Math.clamp(mostParts / Math.max(1, dispatch.parts()), 1, mostPeople);
      add(same, dispatch, room);
    }
    return batches.values().stream()
        .flatMap(List::stream)
        .map(batch -> List.copyOf(batch.dispatches))
        .toList();
  }

  private static void add(List<Batch> same, Dispatch dispatch, int room) {
    if (same.isEmpty()
        || same.getLast().dispatches.size() >= room
        || same.getLast().people.contains(dispatch.to())) {
      same.add(new Batch());
    }
    same.getLast().dispatches.add(dispatch);
    same.getLast().people.add(dispatch.to());
  }
}
