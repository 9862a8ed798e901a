package org.shiriki.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.dialogue.Conversation;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.sms.Inbox.Ending;

/// What every inbox promises.
interface InboxContract {
  Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  Conversation TALK = Conversation.untouched();

  /// What is left of a letter, as `DONE, no sender, words`.
  String left(String id);

  /// An inbox on what all inboxes of this test keep, which is empty when the test begins.
  Inbox inbox();

  /// What waits in the outbox for a person.
  List<String> said(PhoneKey person);

  /// A person has all deleted.
  void forgets(PhoneKey person);

  private static Incoming sms(String id, Phone sender) {
    return new Incoming(id, sender.e164(), "Maji " + id, NOON);
  }

  private Letter next(Instant now) {
    return inbox().next(now).orElseThrow();
  }

  private void takes(Phone sender, String... ids) {
    List.of(ids).forEach(id -> inbox().take(sms(id, sender)));
  }

  private List<String> all(Instant now) {
    var taken = inbox().next(now);
    return taken.isEmpty()
        ? List.of()
        : Stream.concat(taken.map(Letter::id).stream(), finished(taken.get(), now).stream())
            .toList();
  }

  private List<String> finished(Letter letter, Instant now) {
    inbox().done(letter, Ending.OVER);
    return all(now);
  }

  @Test
  default void a_letter_is_given_out_as_it_was_written() {
    takes(Town.AMINA, "a");

    assertThat(inbox().next(NOON))
        .contains(new Letter("a", Town.VAULT.keyOf(Town.AMINA), Town.AMINA, "Maji a", NOON, 1));
  }

  @Test
  default void the_same_id_is_kept_once() {
    var first = inbox().take(sms("a", Town.AMINA));

    var again = inbox().take(sms("a", Town.AMINA));

    assertThat(first).isTrue();
    assertThat(again).isFalse();
    assertThat(all(NOON)).containsExactly("a");
  }

  @Test
  default void one_that_is_answered_and_comes_again_is_not_answered_again() {
    takes(Town.AMINA, "a");
    all(NOON);

    assertThat(inbox().take(sms("a", Town.AMINA))).isFalse();

    assertThat(all(NOON)).isEmpty();
  }

  @Test
  default void the_oldest_is_given_out_first() {
    takes(Town.AMINA, "a");
    takes(Town.BARAKA, "b");
    takes(Town.AMINA, "c");

    assertThat(all(NOON)).containsExactly("a", "b", "c");
  }

  @Test
  default void while_one_is_in_hand_its_writers_next_one_waits_and_others_do_not() {
    takes(Town.AMINA, "a", "b");
    takes(Town.BARAKA, "c");

    var first = next(NOON);

    assertThat(next(NOON).id()).isEqualTo("c");
    assertThat(inbox().next(NOON)).isEmpty();
    inbox().done(first, Ending.OVER);
    assertThat(next(NOON).id()).isEqualTo("b");
  }

  @Test
  default void two_nodes_never_have_two_letters_of_one_person_in_hand() throws Exception {
    var people = List.of(Town.AMINA, Town.BARAKA, Town.CHARO);
    IntStream.range(0, 45).forEach(number -> takes(people.get(number % 3), "l" + number));
    var inHand = ConcurrentHashMap.<PhoneKey>newKeySet();
    var clashes = new ConcurrentLinkedQueue<String>();
    var answered = new ConcurrentLinkedQueue<String>();

    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      nodes.invokeAll(
          Collections.nCopies(4, Executors.callable(() -> answerAll(inHand, clashes, answered))));
    }
    answerAll(inHand, clashes, answered);

    assertThat(clashes).isEmpty();
    assertThat(answered).hasSize(45).doesNotHaveDuplicates();
  }

  private void answerAll(
      Set<PhoneKey> inHand,
      ConcurrentLinkedQueue<String> clashes,
      ConcurrentLinkedQueue<String> answered) {
    for (var taken = inbox().next(NOON); taken.isPresent(); taken = inbox().next(NOON)) {
      var letter = taken.get();
      if (!inHand.add(letter.key())) {
        clashes.add(letter.id());
      }
      answered.add(letter.id());
      inHand.remove(letter.key());
      inbox().done(letter, Ending.OVER);
    }
  }

  @Test
  default void one_that_is_in_hand_too_long_is_given_out_again() {
    takes(Town.AMINA, "a", "b");
    next(NOON);

    var later = NOON.plus(Inbox.LEASE);

    assertThat(inbox().next(later.minusSeconds(1))).isEmpty();
    assertThat(next(later)).extracting(Letter::id, Letter::attempt).containsExactly("a", 2);
  }

  @Test
  default void who_has_a_letter_in_hand_no_longer_changes_nothing() {
    takes(Town.AMINA, "a");
    var slow = next(NOON);
    var quick = next(NOON.plus(Inbox.LEASE));

    inbox().done(slow, new Ending(TALK, true));
    inbox().failed(slow, NOON);

    assertThat(inbox().thread(slow.key(), NOON)).isEmpty();
    assertThat(inbox().next(NOON.plus(Inbox.LEASE))).isEmpty();
    inbox().done(quick, new Ending(TALK, false));
    assertThat(inbox().thread(slow.key(), NOON)).contains(TALK);
    inbox().done(slow, Ending.OVER);
    assertThat(inbox().thread(slow.key(), NOON)).contains(TALK);
    assertThat(left("a")).isEqualTo("DONE, no sender, words");
  }

  @Test
  default void what_is_answered_keeps_its_words_and_not_who_wrote_them() {
    takes(Town.AMINA, "a");

    inbox().done(next(NOON), Ending.OVER);

    assertThat(left("a")).isEqualTo("DONE, no sender, words");
  }

  @Test
  default void what_few_may_read_keeps_neither() {
    takes(Town.AMINA, "a");

    inbox().done(next(NOON), Ending.BURNT);

    assertThat(left("a")).isEqualTo("DONE, no sender, no words");
  }

  @Test
  default void what_cannot_be_answered_rests_a_while_and_comes_again() {
    takes(Town.AMINA, "a");
    inbox().failed(next(NOON), NOON);

    assertThat(inbox().next(NOON)).isEmpty();

    assertThat(next(NOON.plus(Inbox.PAUSE)).attempt()).isEqualTo(2);
  }

  @Test
  default void what_fails_five_times_is_left_for_staff_and_lets_the_next_one_through() {
    takes(Town.AMINA, "a", "b");
    var now = NOON;
    for (var attempt = 1; attempt <= Inbox.ATTEMPTS; attempt++) {
      inbox().failed(next(now), now);
      now = now.plus(Duration.ofMinutes(1));
    }

    assertThat(next(now).id()).isEqualTo("b");
    assertThat(left("a")).isEqualTo("FAILED, sender, words");
  }

  @Test
  default void what_its_nodes_die_of_five_times_is_left_for_staff_and_lets_the_next_one_through() {
    takes(Town.AMINA, "a", "b");
    var now = NOON;
    for (var attempt = 1; attempt <= Inbox.ATTEMPTS; attempt++) {
      assertThat(next(now)).extracting(Letter::id, Letter::attempt).containsExactly("a", attempt);
      now = now.plus(Inbox.LEASE);
    }

    assertThat(next(now).id()).isEqualTo("b");

    assertThat(left("a")).isEqualTo("FAILED, sender, words");
  }

  @Test
  default void an_answer_is_said_when_its_letter_is_done_and_once() {
    takes(Town.AMINA, "a");
    var letter = next(NOON);
    assertThat(said(letter.key())).isEmpty();

    inbox().done(letter, Ending.OVER.saying(answer("Asante")));
    inbox().done(letter, Ending.OVER.saying(answer("Asante")));

    assertThat(said(letter.key())).containsExactly("Asante");
  }

  @Test
  default void what_is_said_is_what_the_thread_goes_on_with_whoever_was_slow() {
    takes(Town.AMINA, "a");
    var slow = next(NOON);
    var quick = next(NOON.plus(Inbox.LEASE));

    inbox().done(slow, Ending.OVER.saying(answer("Kwaheri")));
    inbox().done(quick, new Ending(TALK, false).saying(answer("Karibu")));

    assertThat(said(quick.key())).containsExactly("Karibu");
    assertThat(inbox().thread(quick.key(), NOON)).contains(TALK);
  }

  @Test
  default void who_has_all_deleted_by_a_letter_is_told_so() {
    takes(Town.AMINA, "a");
    var letter = next(NOON);
    forgets(letter.key());

    inbox().done(letter, Ending.OVER.saying(answer("Kwaheri")));

    assertThat(said(letter.key())).containsExactly("Kwaheri");
  }

  private static Message answer(String text) {
    return new Message(Town.VAULT.keyOf(Town.AMINA), Town.AMINA, Message.Lane.REPLY, text, "sms/a");
  }

  @Test
  default void a_thread_lives_a_day() {
    takes(Town.AMINA, "a");
    var letter = next(NOON);
    inbox().done(letter, new Ending(TALK, false));

    var day = NOON.plus(Inbox.THREAD);

    assertThat(inbox().thread(letter.key(), day.minusSeconds(1))).contains(TALK);
    assertThat(inbox().thread(letter.key(), day)).isEmpty();
    assertThat(inbox().thread(Town.VAULT.keyOf(Town.BARAKA), NOON)).isEmpty();
  }

  @Test
  default void what_is_over_leaves_no_thread() {
    takes(Town.AMINA, "a", "b");
    inbox().done(next(NOON), new Ending(TALK, false));

    inbox().done(next(NOON), Ending.OVER);

    assertThat(inbox().thread(Town.VAULT.keyOf(Town.AMINA), NOON)).isEmpty();
  }

  @Test
  default void a_sender_that_is_no_phone_is_ignored_for_good() {
    assertThat(inbox().take(new Incoming("a", "MTN", "Win a prize", NOON))).isTrue();

    assertThat(inbox().next(NOON.plus(Duration.ofDays(1)))).isEmpty();

    assertThat(left("a")).startsWith("IGNORED");
  }

  @Test
  default void with_a_person_go_letters_and_threads_and_nobody_elses() {
    takes(Town.AMINA, "a", "b");
    takes(Town.BARAKA, "c", "d");
    inbox().done(next(NOON), new Ending(TALK, false));
    var held = next(NOON);
    inbox().done(next(NOON), new Ending(TALK, false));

    forgets(Town.VAULT.keyOf(Town.AMINA));
    inbox().done(held, new Ending(TALK, false));

    assertThat(List.of(left("a"), left("b"))).containsOnly("nothing");
    assertThat(inbox().thread(Town.VAULT.keyOf(Town.AMINA), NOON)).isEmpty();
    assertThat(inbox().thread(Town.VAULT.keyOf(Town.BARAKA), NOON)).contains(TALK);
    assertThat(all(NOON)).containsExactly("d");
  }
}
