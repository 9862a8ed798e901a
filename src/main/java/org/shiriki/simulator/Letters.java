package org.shiriki.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The SMS that were written to the short code, for whoever fetches them; the newest are kept.
final class Letters {
  private static final int KEPT = 1_000;
  private static final int AT_ONCE = 100;

  /// One of them, its fields in the carrier's order. When it is fetched its id is a whole number,
  /// and not the one that its callback names.
  record Written(
      @JsonProperty("linkId") String linkId,
      @JsonProperty("text") String text,
      @JsonProperty("to") String to,
      @JsonProperty("id") int id,
      @JsonProperty("date") Instant date,
      @JsonProperty("from") PhoneNumber from) {
    @Override
    public String toString() {
      return "Written[" + id + ']';
    }
  }

  private final Deque<Written> written = new ArrayDeque<>();
  private int last;

  synchronized void add(String linkId, String text, String to, Instant at, PhoneNumber from) {
    last++;
    written.addLast(new Written(linkId, text, to, last, at.truncatedTo(ChronoUnit.MILLIS), from));
    if (written.size() > KEPT) {
      written.removeFirst();
    }
  }

  /// Those that came after the one of an id, oldest first, so many at a time; 0 begins with the
  /// first.
  synchronized List<Written> after(int id) {
    return written.stream().filter(one -> one.id > id).limit(AT_ONCE).toList();
  }
}
