package org.shiriki.broadcast;

import java.time.Instant;
import org.shiriki.broadcast.Recipients.Recipient;
import org.shiriki.dialogue.Language;
import org.shiriki.privacy.Operator;
import org.shiriki.sms.State;

/// One of a broadcast's people, as programs see them: nobody in particular.
///
/// @param place a ward or a county, its code; empty where that would tell who it is
record RecipientView(
    String id,
    String place,
    Language language,
    Operator network,
    State state,
    String reason,
    Instant at) {
  static RecipientView of(Recipient recipient, Whereabouts whereabouts) {
    return new RecipientView(
        recipient.id(),
        whereabouts.of(recipient.ward()),
        recipient.language(),
        recipient.operator(),
        recipient.state(),
        recipient.reason(),
        recipient.at());
  }
}
