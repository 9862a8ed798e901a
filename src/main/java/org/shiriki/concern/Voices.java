package org.shiriki.concern;

import java.util.List;
import org.shiriki.place.Residence;
import org.shiriki.privacy.PhoneKey;

/// Keeps who said "me too" to a concern: each person once.
public interface Voices {
  /// How many open concerns are offered at most, so that they fit one screen.
  int OFFERED = 3;

  /// The open concerns of a ward about one thing, those of most voices first, then the newest; not
  /// those that the person filed under their own number, and none where the ward is not known.
  List<OpenConcern> open(String category, Residence ward, PhoneKey person);

  /// Adds a person's voice to an open concern that is not their own. The same voice again is not
  /// counted again; whether the person wants to follow is as they said last. Nobody is linked to a
  /// concern who has not consented.
  ///
  /// @return whether the concern is there and still open
  boolean add(Reference concern, PhoneKey person, boolean follows);
}
