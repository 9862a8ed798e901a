package org.shiriki.information;

import java.util.Optional;
import java.util.stream.Stream;
import org.shiriki.dialogue.HouseScreen.ByPhone;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Turn;
import org.shiriki.information.InformationScreen.ChooseTopic;
import org.shiriki.information.InformationScreen.ReadTopic;
import org.shiriki.sms.Heard;
import org.shiriki.sms.Keywords;
import org.shiriki.sms.Opening;
import org.shiriki.sms.Vocabulary;

/// Reading by SMS: `HABARI BAJETI`, or a topic's keyword alone. A topic that must not lie about on
/// a phone is read by phone only.
public final class InformationKeywords implements Keywords {
  private final Topics topics;

  public InformationKeywords(Topics topics) {
    this.topics = topics;
  }

  @Override
  public Optional<Opening> hear(Heard heard, Turn turn) {
    if (heard.asksFor("info")) {
      return Optional.of(topic(heard.rest()).map(Opening::of).orElseGet(() -> list(heard.rest())));
    }
    return heard.act().isEmpty() ? topic(heard.whole()).map(Opening::of) : Optional.empty();
  }

  private static Opening list(String rest) {
    var number = rest.strip();
    return new Opening(ChooseTopic.unlisted(), number.matches("\\d{1,2}") ? number : "");
  }

  private Optional<Screen> topic(String word) {
    var plain = Vocabulary.plain(word);
    return topics.all().stream()
        .filter(topic -> keywords(topic).anyMatch(keyword -> Vocabulary.alike(keyword, plain)))
        .findFirst()
        .map(topic -> topic.fitForSms() ? new ReadTopic(topic.id()) : new ByPhone());
  }

  private static Stream<String> keywords(Topic topic) {
    return Stream.of(topic.keyword().sw(), topic.keyword().en()).map(Vocabulary::plain);
  }
}
