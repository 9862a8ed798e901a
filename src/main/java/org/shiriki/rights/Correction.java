package org.shiriki.rights;

import org.jspecify.annotations.Nullable;
import org.shiriki.citizen.FirstName;
import org.shiriki.dialogue.Language;
import org.shiriki.place.Residence;

/// What is put right of what is held; what is null stays.
public record Correction(
    @Nullable Language language, @Nullable Residence ward, @Nullable FirstName name) {
  /// Which fields, for the audit.
  String fields() {
    return ((language == null ? "" : "language ")
            + (ward == null ? "" : "ward ")
            + (name == null ? "" : "name "))
        .strip();
  }
}
