package org.shiriki.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.shiriki.dialogue.Gsm7;

/// What a simulated phone shows, as its page, tests and terminal read it.
///
/// @param session empty before the first session
/// @param open an answer is expected
/// @param screen the text without its prefix
/// @param septets the room that the whole answer takes, prefix included
/// @param tooLong the answer does not fit one screen, and a network may cut it
/// @param problem a sentence about what went wrong, absent in JSON if nothing did
record Screen(
    PhoneNumber phone,
    String session,
    boolean open,
    String screen,
    int septets,
    boolean tooLong,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        String problem) {
  static final int ROOM = 160;
  private static final String FOREIGN_LETTERS =
      "This screen holds characters that a basic phone cannot show.";

  static Screen blank(PhoneNumber phone) {
    return new Screen(phone, "", false, "", 0, false, "");
  }

  /// A session that has just been dialled.
  static Screen calling(Session session) {
    return new Screen(session.phone(), session.id(), true, "", 0, false, "");
  }

  static Screen of(Session session, Reply reply) {
    var septets = septets(reply.body());
    return new Screen(
        session.phone(),
        session.id(),
        reply instanceof Reply.Continues,
        shown(reply),
        septets,
        septets > ROOM,
        problem(reply));
  }

  Screen with(String newProblem) {
    return new Screen(phone, session, open, screen, septets, tooLong, newProblem);
  }

  /// The session is over before its time, and the phone shows nothing any more.
  Screen cut(String why) {
    return new Screen(phone, session, false, "", 0, false, why);
  }

  private static String shown(Reply reply) {
    return switch (reply) {
      case Reply.Continues continues -> continues.body().substring(Reply.GOES_ON.length());
      case Reply.Ends ends -> ends.body().substring(Reply.IS_LAST.length());
      case Reply.Unusable unusable -> unusable.body();
    };
  }

  private static String problem(Reply reply) {
    if (reply instanceof Reply.Unusable unusable) {
      return unusable.reason();
    }
    return Gsm7.allGsm7(reply.body()) ? "" : FOREIGN_LETTERS;
  }

  /// A character outside the alphabet counts as the one mark that a phone would put in its place.
  private static int septets(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .mapToInt(letter -> Gsm7.allGsm7(letter) ? Gsm7.septets(letter) : 1)
        .sum();
  }
}
