package org.shiriki.broadcast;

import java.util.function.Function;
import java.util.function.Predicate;
import org.shiriki.api.Call;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;
import org.shiriki.dialogue.Language;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.sms.Message;
import org.shiriki.sms.Segments;
import org.shiriki.staff.OwnPhones;

/// A broadcast as it comes to one's own phone, before it goes to anybody else's.
///
/// @param keys the key of a number
/// @param stopped whether a person wants no messages
public record Rehearsal(
    OwnPhones phones, Function<Phone, PhoneKey> keys, Predicate<PhoneKey> stopped, Trials trials) {
  private record Wish(Language language) {}

  Reply held(Call call, Broadcast broadcast) {
    var language = call.body(Wish.class).language();
    var words = Wording.example(broadcast.draft(), language);
    if (words.isBlank()) {
      return Reply.unacceptable(
          "Nothing is written in this language.", new Fault("/language", "Choose another."));
    }
    return phones
        .confirmed(call.colleague().account())
        .map(phone -> sent(call, broadcast, language, words, phone))
        .orElseGet(() ->
            Reply.conflict("You have no confirmed phone here. Give its number at /me/phone."));
  }

  private Reply sent(Call call, Broadcast broadcast, Language language, String words, Phone phone) {
    var key = keys.apply(phone);
    if (stopped.test(key)) {
      return Reply.conflict(
          "Your phone asked for no messages and gets none. Dial our code on it to have them again.");
    }
    var once = "broadcast-trial/%d/%s".formatted(broadcast.id(), call.id());
    trials.send(
        new Message(key, phone, Message.Lane.REPLY, words, once),
        call.did("broadcast.tried", "broadcast/" + broadcast.id(), ""));
    return Reply.item(new BroadcastView.Said(language, words, Segments.of(words)));
  }
}
