package org.shiriki.api;

import org.jspecify.annotations.Nullable;

/// Keeps what was answered to a request that may be repeated, for a day.
public interface Once {
  /// A request as its caller names it.
  ///
  /// @param account whose it is
  /// @param key the operation and the caller's word
  /// @param hash of what was sent
  record Name(String account, String key, String hash) {}

  /// What is known of a request.
  sealed interface Known {
    /// Nobody answered it yet; do it. Done twice at once, the keepers' unique keys decide.
    record Open() implements Known {}

    /// It was answered so.
    record Answered(Reply.Created reply) implements Known {}

    /// Another request had the same name.
    record Other() implements Known {}
  }

  /// Looks a request up, and keeps that it came.
  Known ask(Name name);

  /// Keeps what was answered; nothing for one that was refused, which may come again, mended.
  void keep(Name name, Reply.@Nullable Created reply);
}
