package org.shiriki.broadcast;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shiriki.dialogue.Language;
import org.shiriki.privacy.Operator;
import org.shiriki.sms.Reason;
import org.shiriki.sms.State;

/// The people of a broadcast one by one, as far as their messages are still kept.
public interface Recipients {
  /// A person and what became of their message.
  ///
  /// @param id tells them apart within this broadcast, and leads nowhere outside of it
  /// @param ward where they live, its code; empty or `?` where that is not known
  /// @param language in which they were written to
  /// @param reason the name of a [Reason], or empty
  /// @param at when the message came to this state
  record Recipient(
      String id,
      String ward,
      Language language,
      Operator operator,
      State state,
      String reason,
      Instant at) {}

  /// Which people are wanted.
  ///
  /// @param states theirs; none for all
  /// @param reasons theirs; none for all
  /// @param wards where they live; nothing for everywhere
  record Filter(Set<State> states, Set<Reason> reasons, Optional<List<String>> wards) {}

  /// How many people a broadcast has in each ward.
  Map<String, Integer> wards(long broadcast);

  /// People in the order of their ids, which is none.
  ///
  /// @param after the id that the page begins behind; empty for the first
  List<Recipient> list(long broadcast, Filter filter, String after, int limit);
}
