package org.shiriki.information;

import java.util.List;
import org.shiriki.dialogue.Screen;

/// The screens of what people can read.
public sealed interface InformationScreen extends Screen {
  /// The topics by title.
  ///
  /// @param topics the ids of those offered, so that a number goes on meaning the same topic
  record ChooseTopic(List<String> topics) implements InformationScreen {
    public ChooseTopic {
      topics = List.copyOf(topics);
    }

    /// The list yet to be made, which is done when a person comes to it.
    public static ChooseTopic unlisted() {
      return new ChooseTopic(List.of());
    }
  }

  /// A topic, page by page.
  record ReadTopic(String topic) implements InformationScreen {}

  /// Asks whether to send a topic by SMS, of somebody who has only now consented.
  record SendTopic(String topic) implements InformationScreen {}

  /// Says that a topic will come by SMS.
  record OnItsWay(String topic) implements InformationScreen {}

  /// Says that a topic was asked for before, on the same day.
  record AskedToday(String topic) implements InformationScreen {}

  /// Whom to call.
  record HelpNumbers() implements InformationScreen {}
}
