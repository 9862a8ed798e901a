package org.shiriki.alert;

/// A topic of alerts as staff keep it.
///
/// @param position its place in the menu, the smallest first
/// @param offered whether phones offer it; who has chosen it keeps it in any case
/// @param version counts what staff did to it
public record Offer(AlertTopic topic, int position, boolean offered, long version) {
  /// What other words and another place make of it.
  Offer revised(AlertTopic words, int place) {
    return new Offer(words, place, offered, version + 1);
  }

  /// The same, offered or not.
  Offer offered(boolean now) {
    return new Offer(topic, position, now, version + 1);
  }
}
