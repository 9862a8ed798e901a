package org.shiriki.concern;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shiriki.privacy.PhoneKey;

/// Keeps whether closed concerns were put right, in the eyes of those whom they concern: the
/// reporter, and who follows them. Who is to be asked is written down when a concern is closed, see
/// [Concerns#advance].
public interface Verdicts {
  /// For how long after a closing people are asked, and may have a concern reopened (domain rules,
  /// section 6a).
  Duration ASKED = Duration.ofDays(30);

  /// The closing that a person is to be asked about next.
  ///
  /// @param unlocked whether the person has shown that they may see their own reports; otherwise
  ///   nobody is asked who guards them with a PIN
  Optional<Closing> next(PhoneKey person, boolean unlocked, Instant now);

  /// Keeps a person's word on a closing, once. A no opens the concern again. Does nothing where
  /// nobody is waiting for that word.
  void say(Closing closing, PhoneKey person, Verdict verdict, Instant now);
}
