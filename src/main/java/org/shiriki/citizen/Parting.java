package org.shiriki.citizen;

import org.shiriki.pg.Transaction;
import org.shiriki.privacy.PhoneKey;

/// Cuts what leads from a feature's rows to a person who deletes everything, where the database
/// cannot do it by itself.
@FunctionalInterface
public interface Parting {
  /// Cuts it in the transaction that forgets the person. Said twice, done once.
  void part(Transaction transaction, PhoneKey person);
}
