package org.shiriki.information;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shiriki.api.Problem;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Preview;
import org.shiriki.dialogue.Turn;
import org.shiriki.information.InformationScreen.ReadTopic;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.sms.Segments;

/// Reads a topic before people do: what is wrong with it, and what phones will show, made by the
/// very screens that will show it.
final class TopicProof {
  private static final ZoneId KENYA = ZoneId.of("Africa/Nairobi");

  /// What came of it.
  ///
  /// @param sms how it is sent by SMS, in each language; nothing if it must not be
  record Read(List<Problem.Fault> faults, List<Preview> screens, List<Sms> sms) {}

  /// A text as it is sent.
  ///
  /// @param parts how many messages it takes, which is what it costs
  record Sms(Language language, int parts, int length) {}

  Read read(Topic topic) {
    var screens = new ArrayList<Preview>();
    var sms = new ArrayList<Sms>();
    for (var language : Language.values()) {
      screens.addAll(pages(topic, language));
      if (topic.fitForSms()) {
        var segments = Segments.of(topic.inFull(language));
        sms.add(new Sms(language, segments.parts(), segments.units()));
      }
    }
    return new Read(Arrays.asList(InformationApi.told(topic.faults())), screens, sms);
  }

  /// On the first moment of its last day, so that it is shown whatever its review date.
  private static List<Preview> pages(Topic topic, Language language) {
    var screens =
        new InformationScreens(() -> List.of(topic), List::of, _ -> false, _ -> Optional.empty());
    var turn =
        new Turn(
            "preview",
            new Phone("+254700000000"),
            new PhoneKey(""),
            Caller.STRANGER.speaking(language),
            topic.reviewBy().atStartOfDay(KENYA).toInstant());
    return Preview.of("topic", screens.show(new ReadTopic(topic.id()), turn), language);
  }
}
