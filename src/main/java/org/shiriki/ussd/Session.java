package org.shiriki.ussd;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Secrets;
import org.shiriki.privacy.PhoneKey;

/// One dialling as far as it has come: its latest turn, and what was answered to the earlier ones.
///
/// @param begun when the first hop came
/// @param at when the latest hop came
/// @param text everything typed so far, as the carrier last sent it, with secrets masked
/// @param brief whether something was said in it that stays private: its turns are kept only as
///   long as the carrier may ask for them
/// @param answer what was answered to that text
public record Session(
    SessionId id,
    PhoneKey phone,
    String code,
    Instant begun,
    Instant at,
    String text,
    boolean brief,
    Conversation conversation,
    Answer answer,
    List<Said> earlier) {

  public Session {
    earlier = List.copyOf(earlier);
  }

  /// What was answered when the text was still shorter.
  ///
  /// @param length of the text then, in characters
  public record Said(int length, Answer answer) {}

  /// A session after its first hop.
  ///
  /// @param heard the hop's text as it may be kept
  static Session begin(
      Hop hop,
      String heard,
      PhoneKey phone,
      Instant now,
      Conversation conversation,
      Answer answer) {
    return new Session(
        hop.session(),
        phone,
        hop.code(),
        now,
        now,
        heard,
        conversation.staysPrivate(),
        conversation,
        answer,
        List.of());
  }

  /// The same session after one that took too long and whose text it repeats.
  Session following(Session expired) {
    var quiet = brief || expired.brief;
    return new Session(id, phone, code, begun, at, text, quiet, conversation, answer, earlier);
  }

  /// The session after another hop.
  ///
  /// @param heard the tail of the text as it may be kept
  Session next(String longer, String heard, Instant now, Conversation then, Answer given) {
    var said = new ArrayList<>(earlier);
    said.add(new Said(text.length(), answer));
    var before = longer.length() - heard.length();
    var kept = text.isEmpty() ? "" : continues(longer) ? text + '*' : Secrets.mask(before);
    var quiet = brief || conversation.staysPrivate() || then.staysPrivate();
    return new Session(id, phone, code, begun, now, kept + heard, quiet, then, given, said);
  }

  /// The same session with nothing in it that was said or answered.
  Session emptied() {
    return new Session(
        id, phone, code, begun, at, "", brief, conversation, new Answer("", false), List.of());
  }

  private boolean continues(String longer) {
    return Secrets.begins(longer, text + '*');
  }

  /// Whether a hop is of this session: a session never changes its phone or code.
  boolean isOf(PhoneKey caller, Hop hop) {
    return phone.equals(caller) && code.equals(hop.code());
  }

  /// What was answered to a text that tells nothing new: one that was answered before, or one that
  /// is no longer than what is kept, which the carrier sends late or by mistake.
  Optional<Answer> answerTo(String asked) {
    if (asked.length() > text.length()) {
      return Optional.empty();
    }
    return Optional.of(
        Secrets.begins(asked, text.substring(0, asked.length()))
            ? earlier.stream()
                .filter(said -> said.length == asked.length())
                .map(Said::answer)
                .findFirst()
                .orElse(answer)
            : answer);
  }

  /// What was typed since: the tail by length. Where the carrier's text does not continue what is
  /// kept, its last part.
  String tail(String longer) {
    if (text.isEmpty()) {
      return longer;
    }
    return continues(longer)
        ? longer.substring(text.length() + 1)
        : longer.substring(longer.lastIndexOf('*') + 1);
  }

  /// Whether it has lasted too long, or the person has kept silent too long.
  ///
  /// @param grace how much longer than usual the network waits for an answer
  boolean expired(UssdLimits limits, Duration grace, Instant now) {
    return begun.plus(limits.session()).isBefore(now)
        || at.plus(limits.idle()).plus(grace).isBefore(now);
  }

  /// The same session with another answer to its latest text: the one that the person got.
  Session answered(Answer given) {
    return new Session(id, phone, code, begun, at, text, brief, conversation, given, earlier);
  }

  /// The latest turn as another node kept it, after the earlier ones as they are known here.
  Session asKept(Session other) {
    return new Session(
        id,
        phone,
        code,
        other.begun,
        other.at,
        other.text,
        other.brief,
        other.conversation,
        other.answer,
        earlier);
  }

  @Override
  public String toString() {
    return "Session[" + id.text() + "]";
  }
}
