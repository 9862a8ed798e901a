package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Language;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.sms.Heard;
import org.shiriki.sms.Inbox;
import org.shiriki.sms.Incoming;
import org.shiriki.sms.Letter;
import org.shiriki.sms.Message;
import org.shiriki.sms.Vocabulary;

/// What the door of words does beside talking.
class SmsDoorTest {
  private static final PhoneKey AMINA = Town.VAULT.keyOf(Town.AMINA);

  private final TestHouse house = new TestHouse();

  /// The inbox of a node that is killed when it has answered, before that is kept.
  private record Dying(Inbox inbox) implements Inbox {
    @Override
    public boolean take(Incoming sms) {
      return inbox.take(sms);
    }

    @Override
    public Optional<Letter> next(Instant now) {
      return inbox.next(now);
    }

    @Override
    public Optional<Conversation> thread(PhoneKey person, Instant now) {
      return inbox.thread(person, now);
    }

    @Override
    public void done(Letter letter, Ending ending) {}

    @Override
    public void failed(Letter letter, Instant now) {}
  }

  private List<String> received() {
    return house.outbox().waiting(AMINA).stream().map(Message::text).toList();
  }

  /// Amina writes; the node dies having answered, and another one finds the letter.
  private void writesWhileANodeDies(String id, String words) {
    var letters = house.inbox();
    var dying = house.door(new Dying(letters));
    dying.take(new Incoming(id, Town.AMINA.e164(), words, house.clock().instant()));
    dying.answerAll();
    house.clock().pass(Inbox.LEASE);
    house.door(letters).answerAll();
  }

  @Test
  void a_letter_that_was_answered_by_a_node_that_died_is_answered_once() {
    writesWhileANodeDies("1", "MSAADA");

    assertThat(received()).hasSize(1);
  }

  @Test
  void a_report_that_is_sent_while_nodes_die_is_filed_once() {
    var before = house.concerns().filed();
    for (var words : List.of("RIPOTI maji hayatoki tangu juzi", "Mtongwe", "2", "1")) {
      writesWhileANodeDies(words, words);
    }

    assertThat(house.concerns().filed()).isEqualTo(before + 1);
    assertThat(received()).hasSize(4).last().asString().contains("Imepokewa");
  }

  /// What an opening does may change what it shows when it is played again.
  @ParameterizedTest
  @ValueSource(strings = {"MAONI 1", "RIPOTI maji hayatoki tangu juzi", "HABARI", "JIUNGE", "WADI"})
  void the_conversation_goes_on_where_the_person_was_left(String words) {
    writesWhileANodeDies("1", words);

    var talk = house.inbox().thread(AMINA, house.clock().instant()).orElseThrow();
    var shown = house.view(Town.AMINA, talk).text().in(talk.caller().language());
    assertThat(received())
        .hasSize(1)
        .first()
        .asString()
        .startsWith(shown.replaceAll("(?s)[\\f\n].*", ""));
  }

  @Test
  void who_left_while_a_node_died_is_told_once() {
    writesWhileANodeDies("1", "ondoa");

    assertThat(received()).hasSize(1);
  }

  @Test
  void who_has_all_deleted_leaves_no_letter() {
    var question = house.write(Town.AMINA, "FUTA").getFirst();
    var code = question.replaceAll("(?s).*?(\\d{4}).*", "$1");

    assertThat(house.write(Town.AMINA, code)).first().asString().contains("Tumefuta");

    assertThat(house.write(Town.AMINA, "1")).first().asString().startsWith("Uko hatarini?");
  }

  @TestFactory
  Stream<DynamicTest> every_word_of_the_vocabulary_leads_somewhere() {
    return Vocabulary.read(Path.of("config")).acts().stream()
        .filter(act -> !List.of("leave", "thanks").contains(act))
        .map(act -> DynamicTest.dynamicTest(act, () -> assertThat(opened(act)).isPresent()));
  }

  private Optional<String> opened(String act) {
    var heard = new Heard(act, Optional.of(Language.KISWAHILI), "", act, "");
    var turn = house.turn(Town.AMINA);
    return house.keywords().stream()
        .flatMap(feature -> feature.hear(heard, turn).stream())
        .findFirst()
        .map(opening -> opening.screen().getClass().getSimpleName());
  }

  @Test
  void a_word_that_no_feature_knows_leads_nowhere() {
    assertThat(opened("dance")).isEmpty();
  }
}
