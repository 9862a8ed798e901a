package org.shiriki.information;

import java.util.Arrays;
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
      return named(heard.rest()).map(Opening::of).or(() -> list(heard.rest()));
    }
    return heard.act().isEmpty() ? topic(heard.whole()).map(Opening::of) : Optional.empty();
  }

  /// Whether a text asks for a topic and says nothing else, whatever the topic's name may mean
  /// elsewhere.
  public boolean onlyNames(Heard heard) {
    return heard.asksFor("info")
        ? topic(heard.rest()).isPresent()
        : heard.act().isEmpty() && topic(heard.whole()).isPresent();
  }

  /// The one topic among the words of a question.
  private Optional<Screen> named(String rest) {
    var found =
        Arrays.stream(Vocabulary.plain(rest).split(" "))
            .flatMap(word -> topic(word).stream())
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// A word that is no topic is answered with those that are; a sentence is not about any.
  private static Optional<Opening> list(String rest) {
    return rest.contains(" ")
        ? Optional.empty()
        : Optional.of(new Opening(ChooseTopic.unlisted(), rest.matches("\\d{1,2}") ? rest : ""));
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
