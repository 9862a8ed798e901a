package org.shiriki;

import java.util.Optional;
import java.util.function.Supplier;
import org.shiriki.concern.Concerns;
import org.shiriki.concern.DangerWatch;
import org.shiriki.concern.Draft;
import org.shiriki.information.HelpLines;
import org.shiriki.information.InformationKeywords;
import org.shiriki.office.Directory;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.safety.DangerDesk;
import org.shiriki.safety.DangerWords;
import org.shiriki.safety.Hotline;
import org.shiriki.safety.Hotlines;
import org.shiriki.safety.OrdinaryDesk;
import org.shiriki.sms.SmsDoor;

/// What safety and its neighbours hand each other; none of them knows another.
final class Handover {
  private static final PhoneKey NOBODY = new PhoneKey("");

  private Handover() {}

  /// From concern to safety: reports that tell of danger.
  static DangerWatch watch(DangerWords words) {
    return draft ->
        words.hear(draft.id(), draft.category(), draft.ward(), draft.text(), draft.remedy());
  }

  /// From words to safety: all but the bare name of a topic, such as `HABARI HONGO`.
  static SmsDoor.Guard guard(DangerDesk desk, InformationKeywords reading) {
    return (turn, heard) ->
        reading.onlyNames(heard) ? Optional.empty() : desk.takeOver(turn, heard.whole());
  }

  /// From safety back to concern: reports that a person found to be ordinary, without a name.
  static OrdinaryDesk desk(Concerns concerns, Supplier<Directory> directory, Places places) {
    return (id, ward, story, at) -> {
      var known = ward.known().flatMap(places::ward);
      var route =
          directory
              .get()
              .route(
                  story.about(),
                  known.map(Ward::county).orElse(Directory.ANY),
                  known.map(Ward::code).orElse(Directory.ANY));
      var draft = new Draft(id, story.about(), ward, story.text(), story.remedy(), true);
      concerns.file(draft, NOBODY, route, at);
    };
  }

  /// From information to safety: whom to call.
  static Hotlines hotlines(HelpLines lines) {
    return () ->
        lines.all().stream()
            .map(line -> new Hotline(line.id(), line.name(), line.numbers()))
            .toList();
  }
}
