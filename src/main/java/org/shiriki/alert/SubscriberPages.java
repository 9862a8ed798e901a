package org.shiriki.alert;

import static org.shiriki.console.Page.Group.TELL;
import static org.shiriki.staff.Right.CONTENT_SEE;
import static org.shiriki.staff.Right.SUBSCRIBER_COUNT;
import static org.shiriki.staff.Right.SUBSCRIBER_IMPORT;

import java.util.List;
import org.shiriki.console.Choice;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;

/// Who gets alerts, in the browsers of staff: counted, and brought in from paper.
public final class SubscriberPages implements Pages {
  private final Places places;

  public SubscriberPages(Places places) {
    this.places = places;
  }

  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/subscribers",
            SUBSCRIBER_COUNT,
            TELL,
            Text.of("Waliojisajili", "Subscribers"),
            this::counts),
        Page.of(
            "/subscribers/import",
            SUBSCRIBER_IMPORT,
            look -> View.of("alert/bring.jte").with("topics", topics(look))));
  }

  private View counts(Look look) {
    var all = look.ask("countSubscribers").items();
    var topic = look.query("topic");
    var county = look.query("county");
    var wanted =
        all.stream()
            .filter(count -> topic.isEmpty() || count.text("topic").equals(topic))
            .filter(count -> county.isEmpty() || county(count.text("place")).equals(county))
            .toList();
    return View.of("alert/subscribers.jte")
        .with("topics", topics(look))
        .with("byTopic", SubscriberTally.of(wanted, count -> count.text("topic")))
        .with("byCounty", SubscriberTally.of(wanted, count -> county(count.text("place"))))
        .with("byPlace", SubscriberTally.of(wanted, count -> count.text("place")));
  }

  /// A place's county; `*` for everywhere.
  private String county(String place) {
    return places.ward(place).map(Ward::county).orElse(place);
  }

  private static List<Choice> topics(Look look) {
    return look.may(CONTENT_SEE)
        ? look.choices(look.ask("listAlertTopics").items(), "title")
        : List.of();
  }
}
