package org.shiriki.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.citizen.FirstName;
import org.shiriki.dialogue.Language;
import org.shiriki.privacy.Phone;

/// A person who asked for alerts on paper, and what proves that they agreed.
///
/// @param ward four digits
/// @param place of the alerts
/// @param signed when they signed
/// @param proof where the signed sheet is kept, such as `Form 12, Kaloleni baraza`
record SignUp(
    Phone phone,
    Language language,
    String ward,
    List<String> topics,
    Reach place,
    Instant signed,
    String proof,
    @Nullable FirstName name) {
  SignUp {
    topics = List.copyOf(topics);
  }

  Optional<FirstName> called() {
    return Optional.ofNullable(name);
  }
}
