package org.shiriki.citizen;

import java.util.Optional;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Screen;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// Keeps the people who called.
public interface Citizens {
  /// What a conversation needs to know of a caller; [Caller#STRANGER] if nothing is kept.
  Caller recognise(PhoneKey key);

  /// Keeps the language that a person chose.
  void speaks(PhoneKey key, Language language);

  /// Keeps a person's ward. Does nothing for somebody who has not consented.
  void livesIn(PhoneKey key, Residence ward);

  /// Keeps what a person wants to be called. Does nothing for somebody who has not consented.
  void isCalled(PhoneKey key, FirstName name);

  /// Keeps a person's consent and, from now on, their number, whose network it is on, and their
  /// ward. Said twice, kept once.
  void consents(PhoneKey key, Phone phone, Residence ward, Consent consent);

  /// Forgets a person, at once and whole: the consents are marked as withdrawn, all else goes or
  /// becomes anonymous, and a mark stays that nobody is to write to them.
  void leave(PhoneKey key);

  /// Whether this person left and has not asked for messages since; nothing is sent to them.
  boolean suppressed(PhoneKey key);

  /// What a person is shown who asks for an SMS that would not come: why not, and how to undo it.
  /// Empty if it would come.
  Optional<Screen> unreachable(PhoneKey key);

  /// Marks that nobody is to write to a person of themselves; all else stays.
  ///
  /// @return whether there was no such mark
  boolean wantsNoMessages(PhoneKey key);

  /// Why a person gets no messages, if they did not ask for it on the phone and were not told there
  /// since. While there is something to tell, [#recognise] says that a question waits.
  Optional<Stop> untold(PhoneKey key);

  /// Keeps that a person was told.
  void told(PhoneKey key);

  /// Takes the mark of a person who left away, because they ask for messages again.
  void welcomesMessages(PhoneKey key);

  /// All that this room holds of a person.
  Optional<Citizen> find(PhoneKey key);
}
