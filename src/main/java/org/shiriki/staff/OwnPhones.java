package org.shiriki.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shiriki.privacy.Phone;

/// Keeps the phones of staff, which are believed to be theirs once they gave in a code that was
/// sent there.
public interface OwnPhones {
  /// How long a code is good.
  Duration GOOD_FOR = Duration.ofMinutes(10);

  /// How often a code may be given in.
  int TRIES = 5;

  /// How many codes an account is sent in a day, so that nobody is troubled by them.
  int CODES_A_DAY = 3;

  /// Where a phone is.
  ///
  /// ```
  ///         set             confirm
  ///  NONE ───────▶ WAITING ─────────▶ CONFIRMED
  ///   ▲ ▲            │  ▲                │  │
  ///   │ └─ code over ┘  └────── set ─────┘  │
  ///   └────────────── forget ───────────────┘
  /// ```
  enum Standing {
    NONE,
    WAITING,
    CONFIRMED
  }

  /// A phone as its owner sees it.
  ///
  /// @param ending its last three digits; empty without a phone
  /// @param codeUntil until when the code is good that is waited for; null where none is
  record OwnPhone(Standing state, String ending, @Nullable Instant codeUntil) {}

  /// What became of a code that was given in.
  enum Proof {
    CONFIRMED,
    WRONG,
    /// No code is waited for: none was sent, its time is over, or it was tried too often.
    OVER
  }

  /// Takes a number in place of any before it, and sends a code there.
  ///
  /// @param once names the request: asked again, it sends nothing new
  /// @return nothing if the day's codes are used up; all is then as it was
  Optional<OwnPhone> set(String account, Phone phone, UUID once, AuditEntry line);

  /// Confirms the number with the code. The right code again says the same again.
  Proof confirm(String account, String code, AuditEntry line);

  OwnPhone read(String account, Instant at);

  /// Lets the number go. What was sent today still counts.
  void forget(String account, AuditEntry line);

  /// The number, if it was confirmed.
  Optional<Phone> confirmed(String account);
}
