package org.shiriki;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shiriki.alert.AlertTopicPages;
import org.shiriki.alert.SubscriberPages;
import org.shiriki.broadcast.BroadcastPages;
import org.shiriki.concern.ConcernPages;
import org.shiriki.console.Pages;
import org.shiriki.information.InformationPages;
import org.shiriki.office.Directory;
import org.shiriki.office.OfficePages;
import org.shiriki.office.PlacePages;
import org.shiriki.phrase.PhrasePages;
import org.shiriki.place.Places;
import org.shiriki.poll.PollPages;
import org.shiriki.safety.CasePages;

/// Every room's face in the browsers of staff, in the order of the menu; a new one is a line here.
final class StaffPages {
  private StaffPages() {}

  static List<Pages> all(Supplier<Directory> directory, Places places, Care care) {
    return Stream.concat(
            Stream.of(
                new ConcernPages(directory),
                new PhrasePages(),
                new CasePages(),
                new BroadcastPages(),
                new AlertTopicPages(),
                new SubscriberPages(places),
                new InformationPages(),
                new PollPages(),
                new OfficePages(directory),
                new PlacePages()),
            care.pages().stream())
        .toList();
  }
}
