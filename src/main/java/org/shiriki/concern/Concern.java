package org.shiriki.concern;

import java.time.Instant;
import org.shiriki.place.Residence;

/// A concern as its reporter may see it on any phone: without its words.
///
/// @param category the category's id
public record Concern(
    Reference reference, String category, Residence ward, Status status, Instant filed) {
  Concern at(Status now) {
    return new Concern(reference, category, ward, now, filed);
  }
}
