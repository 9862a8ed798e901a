package org.shiriki.citizen;

import java.time.Instant;
import org.shiriki.dialogue.Language;

/// A person's consent, with what proves it.
///
/// @param wording the words that the person agreed to, in full
public record Consent(String wording, Language language, Channel channel, Instant at) {}
