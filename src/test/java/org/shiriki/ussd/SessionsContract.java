package org.shiriki.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Frame;
import org.shiriki.dialogue.HouseScreen.Continue;
import org.shiriki.dialogue.HouseScreen.MainMenu;
import org.shiriki.dialogue.Screen;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// What every keeper of sessions promises.
interface SessionsContract {
  Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  PhoneKey AMINA = new PhoneKey("amina");
  Screen MENU = new MainMenu();

  Sessions sessions();

  private static Conversation conversation(Screen top) {
    return new Conversation(Caller.STRANGER, List.of(new Frame(top, List.of(0), 0)), 0, "");
  }

  private static Session begun(String id, Instant at, Screen top) {
    return begun(id, AMINA, at, top);
  }

  private static Session begun(String id, PhoneKey who, Instant at, Screen top) {
    var hop =
        new Hop(new SessionId(id), new Phone("+254700000001"), "*384*50#", "", "", Duration.ZERO);
    return Session.begin(hop, hop.text(), who, at, conversation(top), new Answer("Karibu", true));
  }

  @Test
  default void a_committed_session_is_kept_as_it_was() {
    var sessions = sessions();
    var session = begun("kept", NOON, MENU);

    sessions.commit(session);

    assertThat(sessions.kept(session.id())).contains(session);
    assertThat(sessions.near(session.id())).contains(session);
  }

  @Test
  default void what_was_answered_earlier_is_kept_with_it() {
    var sessions = sessions();
    var first = begun("earlier", NOON, MENU);
    var second =
        first.next("1", "1", NOON.plusSeconds(3), conversation(MENU), new Answer("Moja", true));
    sessions.commit(first);
    sessions.commit(second);

    var kept = sessions.kept(first.id()).orElseThrow();

    assertThat(kept.answerTo("")).contains(new Answer("Karibu", true));
    assertThat(kept.answerTo("1")).contains(new Answer("Moja", true));
    assertThat(kept.answerTo("1*2")).isEmpty();
  }

  @Test
  default void the_first_turn_kept_for_a_text_stays() {
    var sessions = sessions();
    var first = begun("first", NOON, MENU);
    sessions.commit(first);

    var second = sessions.commit(begun("first", NOON.plusSeconds(1), new Continue(List.of(), "")));

    assertThat(second).isEqualTo(first);
    assertThat(sessions.kept(first.id())).contains(first);
  }

  @Test
  default void what_was_answered_can_be_amended() {
    var sessions = sessions();
    var session = begun("amended", NOON, MENU);
    sessions.note(session);

    sessions.amend(session.answered(LastWords.SLOW));

    assertThat(sessions.kept(session.id()).orElseThrow().answer()).isEqualTo(LastWords.SLOW);
    assertThat(sessions.near(session.id()).orElseThrow().answer()).isEqualTo(LastWords.SLOW);
  }

  @Test
  default void an_unknown_session_is_nobodys() {
    assertThat(sessions().kept(new SessionId("never"))).isEmpty();
    assertThat(sessions().near(new SessionId("never"))).isEmpty();
  }

  @Test
  default void a_persons_last_open_session_is_found_where_it_broke_off() {
    var sessions = sessions();
    var juma = new PhoneKey("juma");
    sessions.commit(begun("old", juma, NOON, MENU));
    var last = begun("new", juma, NOON.plusSeconds(60), new Continue(List.of(), ""));
    sessions.commit(last);

    var found = sessions.latest(juma, NOON.minus(Duration.ofMinutes(10)));

    assertThat(found).contains(last);
  }

  @Test
  default void a_persons_last_session_is_known_to_have_ended() {
    var sessions = sessions();
    var neema = new PhoneKey("neema");
    var session = begun("ended", neema, NOON, new Continue(List.of(), ""));
    sessions.commit(session);
    sessions.commit(
        session.next(
            "99", "99", NOON.plusSeconds(5), conversation(MENU), new Answer("Kwaheri", false)));

    assertThat(sessions.latest(neema, NOON).orElseThrow().answer().open()).isFalse();
  }

  @Test
  default void a_session_from_too_long_ago_is_not_offered() {
    var sessions = sessions();
    var ali = new PhoneKey("ali");
    sessions.commit(begun("long ago", ali, NOON, MENU));

    assertThat(sessions.latest(ali, NOON.plusSeconds(1))).isEmpty();
  }

  @Test
  default void a_session_that_is_over_is_near_no_more() {
    var sessions = sessions();
    var session = begun("over", NOON, MENU);
    sessions.commit(session);

    var over = sessions.over(session.id());

    assertThat(over).contains(session);
    assertThat(sessions.near(session.id())).isEmpty();
  }

  @Test
  default void of_a_person_who_left_no_turn_is_kept_but_the_carriers_repeat_is_answered() {
    var sessions = sessions();
    var neema = new PhoneKey("neema");
    var first = begun("left", neema, NOON, MENU);
    sessions.note(first);
    var last =
        first.next("6", "6", NOON.plusSeconds(3), conversation(MENU), new Answer("Kwaheri", false));

    sessions.forget(last);

    assertThat(sessions.kept(last.id())).isEmpty();
    assertThat(sessions.latest(neema, NOON.minusSeconds(60))).isEmpty();
    assertThat(sessions.near(last.id()).flatMap(known -> known.answerTo("6")))
        .contains(new Answer("Kwaheri", false));
  }
}
