package org.shiriki.phrase;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.shiriki.dialogue.Text;

/// Words that are ready.
///
/// @param title what staff find it by
/// @param text what citizens read
public record Phrase(
    @JsonProperty("id") UUID id,
    @JsonProperty("title") String title,
    @JsonProperty("text") Text text,
    @JsonProperty("version") long version) {}
