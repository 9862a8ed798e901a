package org.shiriki.concern;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shiriki.citizen.Holding;
import org.shiriki.dialogue.Text;
import org.shiriki.office.Directory.Route;
import org.shiriki.privacy.PhoneKey;

/// Keeps the concerns that were filed.
public interface Concerns extends Holding {
  /// How many of a person's own concerns are listed.
  int LISTED = 20;

  /// Files a draft. The same draft again, at once or after a crash, changes nothing and gives the
  /// same reference. A draft without a name keeps nothing of the caller; nor does any other if the
  /// caller has not consented.
  Reference file(Draft draft, PhoneKey caller, Route route, Instant at);

  /// Keeps that an office has brought a concern to a status. When that closes it, those whom it
  /// concerns are to be asked whether it was put right, see [Verdicts]; when it opens again, no
  /// longer. Whoever it concerns and agreed to SMS is told of a new status by one, without the
  /// office's words. Does nothing for an unknown reference.
  void advance(Reference reference, Progress.Event event);

  /// A person's own concerns and those that they follow, newest first, at most [#LISTED].
  List<Concern> reportedBy(PhoneKey reporter);

  /// How many concerns a person has filed under their own number.
  int count(PhoneKey reporter);

  /// How many concerns of others a person follows.
  int followed(PhoneKey follower);

  /// A concern and all that became of it, whoever filed it.
  Optional<Progress> find(Reference reference);

  @Override
  default Text about(PhoneKey key) {
    return Text.of("Hoja: {own}, unazofuata: {followed}", "Concerns: {own}, followed: {followed}")
        .with("own", count(key))
        .with("followed", followed(key));
  }
}
