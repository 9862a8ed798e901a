package org.shiriki.dialogue;

import java.time.Instant;
import org.shiriki.place.Residence;

/// What a conversation knows of the person on the line.
///
/// @param greeted whether the person has chosen a language before
/// @param consented whether we may keep the person's number
/// @param askedUntil until when something waits to be asked of the person; long ago if nothing does
public record Caller(
    Language language, boolean greeted, Residence ward, boolean consented, Instant askedUntil) {
  /// Somebody who never called before.
  public static final Caller STRANGER =
      new Caller(Language.KISWAHILI, false, new Residence.Unasked(), false, Instant.EPOCH);

  public Caller speaking(Language chosen) {
    return new Caller(chosen, true, ward, consented, askedUntil);
  }

  /// The same, heard in a language that was not chosen yet.
  public Caller hearing(Language guessed) {
    return new Caller(guessed, greeted, ward, consented, askedUntil);
  }

  public Caller livingIn(Residence answer) {
    return new Caller(language, greeted, answer, consented, askedUntil);
  }

  public Caller consenting() {
    return new Caller(language, greeted, ward, true, askedUntil);
  }

  /// The same, to be asked something until an instant.
  public Caller askedUntil(Instant end) {
    return new Caller(language, greeted, ward, consented, end);
  }

  /// The person when all is deleted: the line is still open, and nothing is known any more but the
  /// language that they hear.
  public Caller forgotten() {
    return new Caller(language, false, new Residence.Unasked(), false, Instant.EPOCH);
  }
}
