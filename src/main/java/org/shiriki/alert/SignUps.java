package org.shiriki.alert;

import java.util.List;
import org.shiriki.staff.AuditEntry;

/// Brings in people who signed up on paper.
public interface SignUps {
  /// What becomes of a person.
  enum Standing {
    /// They are kept from now on.
    NEW,
    /// They agreed before; they get the topics that they lack.
    KNOWN,
    /// They left, or wanted no messages; a sheet of paper does not undo that, only they do.
    LEFT
  }

  /// How many people want a topic for a place, in a language.
  ///
  /// @param place a ward's four digits, a county's three, or `*`
  record Count(String topic, String place, String language, long people) {}

  /// What would become of each of them, in their order. Changes nothing.
  List<Standing> look(List<SignUp> people);

  /// Keeps them all or none; those who left are left alone. The same again changes nothing.
  ///
  /// @return what each of them was before
  List<Standing> bring(List<SignUp> people, AuditEntry line);

  /// How many people want what, by topic, place and language.
  List<Count> counts();
}
