package org.shiriki.alert;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Problem;
import org.shiriki.api.Reply;
import org.shiriki.dialogue.Preview;
import org.shiriki.dialogue.Proof;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Places;
import org.shiriki.staff.Scope;

/// Topics of alerts for staff and their programs: what people can choose to be told of.
public final class AlertTopicApi implements Api {
  private final Offers offers;
  private final AlertProof proof;

  public AlertTopicApi(Offers offers, Places places) {
    this.offers = offers;
    this.proof = new AlertProof(places);
  }

  @Override
  public String name() {
    return "alert-topics";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listAlertTopics", this::list,
        "createAlertTopic", this::create,
        "lintAlertTopic", this::lint,
        "getAlertTopic", call -> sees(call) ? get(call.path("id")) : Reply.missing(),
        "reviseAlertTopic", call -> changed(call, offer -> revise(call, offer)),
        "offerAlertTopic", call -> changed(call, offer -> offer(call, offer)),
        "withdrawAlertTopic", call -> changed(call, offer -> withdraw(call, offer)));
  }

  /// A topic as it is sent.
  record Words(int position, Text title, Text about) {
    AlertTopic topic(String id) {
      return new AlertTopic(id, title, about);
    }
  }

  private record Fresh(String id, Words words) {}

  /// A topic in full.
  record Sheet(String id, boolean offered, Words words) {
    static Sheet of(Offer offer) {
      var topic = offer.topic();
      return new Sheet(
          topic.id(), offer.offered(), new Words(offer.position(), topic.title(), topic.about()));
    }
  }

  /// A topic in a list.
  record Line(
      String id,
      int position,
      boolean offered,
      String titleSw,
      String titleEn,
      String aboutSw,
      String aboutEn) {}

  /// What came of reading it before people do.
  record Read(List<Problem.Fault> faults, List<Preview> screens) {}

  private static boolean sees(Call call) {
    return call.scope().touches(List.of());
  }

  /// What people of every place choose from is changed by who is kept to none.
  private static boolean mayChange(Call call) {
    return call.scope().covers(Scope.ANY, Scope.ANY);
  }

  private Reply list(Call call) {
    if (!sees(call)) {
      return Reply.all(List.of());
    }
    var after =
        call.after(2)
            .filter(values -> values.getFirst().matches("\\d{1,9}"))
            .orElse(List.of("-1", ""));
    var found = offers.page(Integer.parseInt(after.getFirst()), after.getLast(), call.limit() + 1);
    var rows = found.stream().limit(call.limit()).map(AlertTopicApi::line).toList();
    var last = rows.isEmpty() ? null : rows.getLast();
    return new Reply.Rows(
        rows,
        last == null || found.size() <= call.limit() ? "" : Cursor.of(last.position, last.id));
  }

  private static Line line(Offer offer) {
    var topic = offer.topic();
    return new Line(
        topic.id(),
        offer.position(),
        offer.offered(),
        topic.title().sw(),
        topic.title().en(),
        topic.about().sw(),
        topic.about().en());
  }

  private Reply get(String id) {
    return offers
        .find(id)
        .map(offer -> Reply.item(Sheet.of(offer), offer.version()))
        .orElseGet(Reply::missing);
  }

  private Reply lint(Call call) {
    var topic = call.body(Words.class).topic("draft");
    return Reply.item(new Read(List.of(told(topic)), proof.screens(topic)));
  }

  private static Problem.Fault[] told(AlertTopic topic) {
    return topic.faults().stream()
        .map(fault -> new Problem.Fault(Proof.pointer(fault), fault))
        .toArray(Problem.Fault[]::new);
  }

  private static Reply refused(AlertTopic topic) {
    return Reply.unacceptable("Phones cannot show it so.", told(topic));
  }

  private Reply create(Call call) {
    if (!mayChange(call)) {
      return Reply.missing();
    }
    var fresh = call.body(Fresh.class);
    var offer = new Offer(fresh.words.topic(fresh.id), fresh.words.position, false, 1);
    if (!offers.add(offer, call.id(), call.did("alerttopic.created", subject(fresh.id), ""))) {
      return Reply.conflict("There is an alert topic with this id; take another.");
    }
    return offers
        .find(fresh.id)
        .<Reply>map(
            kept -> Reply.created("/alert-topics/" + fresh.id, Sheet.of(kept), kept.version()))
        .orElseGet(Reply::missing);
  }

  private Reply changed(Call call, Function<Offer, Reply> then) {
    if (!mayChange(call)) {
      return Reply.missing();
    }
    return offers
        .find(call.path("id"))
        .map(offer -> offer.version() == call.expected() ? then.apply(offer) : Reply.stale())
        .orElseGet(Reply::missing);
  }

  /// What is offered has no faults; what is not may have some until it is.
  private Reply revise(Call call, Offer offer) {
    var words = call.body(Words.class);
    var topic = words.topic(offer.topic().id());
    return offer.offered() && !topic.faults().isEmpty()
        ? refused(topic)
        : replace(call, "alerttopic.revised", offer.revised(topic, words.position));
  }

  private Reply offer(Call call, Offer offer) {
    if (offer.offered()) {
      return Reply.conflict("Phones offer it already.");
    }
    return offer.topic().faults().isEmpty()
        ? replace(call, "alerttopic.offered", offer.offered(true))
        : refused(offer.topic());
  }

  private Reply withdraw(Call call, Offer offer) {
    return offer.offered()
        ? replace(call, "alerttopic.withdrawn", offer.offered(false))
        : Reply.conflict("Phones do not offer it.");
  }

  private Reply replace(Call call, String action, Offer next) {
    var id = next.topic().id();
    var entry = call.did(action, subject(id), "version " + next.version());
    return offers.replace(next, entry) ? get(id) : Reply.stale();
  }

  private static String subject(String id) {
    return "alert-topic/" + id;
  }
}
