package org.shiriki.information;

import java.time.Instant;

/// A version of a topic, which never changes.
///
/// @param number counted from 1
/// @param author the account that wrote it; `house` for what a fresh gateway begins with
public record Edition(long number, Topic topic, String author, Instant at) {
  /// Who wrote what a fresh gateway begins with.
  static final String HOUSE = "house";
}
