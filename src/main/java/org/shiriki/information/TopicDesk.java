package org.shiriki.information;

import static org.shiriki.information.InformationApi.mayChange;
import static org.shiriki.information.InformationApi.sees;
import static org.shiriki.information.InformationApi.told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shiriki.api.Api.Operation;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Problem;
import org.shiriki.api.Reply;
import org.shiriki.sms.Vocabulary;
import org.shiriki.staff.AuditEntry;

/// What staff do with topics.
final class TopicDesk {
  private final Folders folders;
  private final Topics topics;
  private final TopicProof proof = new TopicProof();

  TopicDesk(Folders folders, Topics topics) {
    this.folders = folders;
    this.topics = topics;
  }

  Map<String, Operation> operations() {
    return Map.of(
        "listTopics", this::list,
        "createTopic", this::create,
        "lintTopic",
            call -> Reply.item(proof.read(call.body(TopicSheet.Words.class).topic("draft"))),
        "getTopic",
            call -> seen(call, folder -> Reply.item(TopicSheet.of(folder), folder.version())),
        "reviseTopic", call -> changed(call, folder -> revise(call, folder)),
        "moveTopic", call -> changed(call, folder -> move(call, folder)),
        "publishTopic", call -> changed(call, folder -> publish(call, folder)),
        "withdrawTopic", call -> changed(call, folder -> withdraw(call, folder)),
        "listTopicVersions", call -> seen(call, folder -> versions(call, folder)),
        "getTopicVersion", call -> seen(call, folder -> version(call, folder)));
  }

  private record Fresh(String id, int position, TopicSheet.Words words) {}

  private record Moved(int position) {}

  private record Chosen(long number) {}

  private Reply seen(Call call, Function<Folder, Reply> then) {
    return sees(call)
        ? folders.find(call.path("id")).map(then).orElseGet(Reply::missing)
        : Reply.missing();
  }

  private Reply changed(Call call, Function<Folder, Reply> then) {
    if (!mayChange(call)) {
      return Reply.missing();
    }
    return folders
        .find(call.path("id"))
        .map(folder -> folder.version() == call.expected() ? then.apply(folder) : Reply.stale())
        .orElseGet(Reply::missing);
  }

  /// Reads a topic again after a change, or tells that somebody else came first.
  private Reply after(boolean done, String id) {
    return done
        ? folders
            .find(id)
            .map(folder -> Reply.item(TopicSheet.of(folder), folder.version()))
            .orElseGet(Reply::missing)
        : Reply.stale();
  }

  private Reply list(Call call) {
    if (!sees(call)) {
      return Reply.all(List.of());
    }
    var after =
        call.after(2)
            .filter(values -> values.getFirst().matches("\\d{1,9}"))
            .orElse(List.of("-1", ""));
    var search =
        new Folders.Search(
            Integer.parseInt(after.getFirst()),
            after.getLast(),
            call.query("dueBy").map(LocalDate::parse).orElse(null),
            call.query("shown").map(Boolean::valueOf).orElse(null));
    var found = folders.page(search, call.limit() + 1);
    var today = Day.of(call.at());
    var rows = found.stream().limit(call.limit()).map(folder -> line(folder, today)).toList();
    var last = rows.isEmpty() ? null : rows.getLast();
    return new Reply.Rows(
        rows,
        last == null || found.size() <= call.limit() ? "" : Cursor.of(last.position(), last.id()));
  }

  private static TopicSheet.Line line(Folder folder, LocalDate today) {
    var topic = folder.latest().topic();
    return new TopicSheet.Line(
        folder.id(),
        folder.position(),
        topic.title().sw(),
        topic.title().en(),
        folder.latest().number(),
        TopicSheet.visible(folder),
        topic.reviewBy(),
        topic.overdue(today),
        topic.confidence(),
        topic.sensitive(),
        folder.latest().author(),
        folder.version());
  }

  private Reply create(Call call) {
    if (!mayChange(call)) {
      return Reply.missing();
    }
    var fresh = call.body(Fresh.class);
    var first = new Edition(1, fresh.words.topic(fresh.id), call.colleague().account(), call.at());
    if (!folders.add(first, fresh.position, call.id(), did(call, "topic.created", fresh.id, "1"))) {
      return Reply.conflict("There is a topic with this id; take another.");
    }
    return folders
        .find(fresh.id)
        .<Reply>map(
            kept -> Reply.created("/topics/" + fresh.id, TopicSheet.of(kept), kept.version()))
        .orElseGet(Reply::missing);
  }

  private Reply revise(Call call, Folder folder) {
    var number = folder.latest().number() + 1;
    var next =
        new Edition(
            number,
            call.body(TopicSheet.Words.class).topic(folder.id()),
            call.colleague().account(),
            call.at());
    var entry = did(call, "topic.revised", folder.id(), "version " + number);
    return after(folders.revise(next, folder.version(), entry), folder.id());
  }

  private Reply move(Call call, Folder folder) {
    var position = call.body(Moved.class).position;
    var entry = did(call, "topic.moved", folder.id(), folder.position() + " to " + position);
    return after(folders.move(folder.id(), position, folder.version(), entry), folder.id());
  }

  private Reply publish(Call call, Folder folder) {
    var number = call.body(Chosen.class).number;
    Optional<Edition> chosen = folders.edition(folder.id(), number);
    if (chosen.isEmpty()) {
      return Reply.unacceptable(
          "This topic has no such version.",
          new Problem.Fault("/number", "There is no version " + number));
    }
    var faults = faults(chosen.get().topic(), Day.of(call.at()));
    if (!faults.isEmpty()) {
      return Reply.unacceptable("Phones cannot show it so.", told(faults));
    }
    var entry =
        did(
            call,
            "topic.published",
            folder.id(),
            "version %d to %d".formatted(folder.shown(), number));
    return after(folders.show(folder.id(), number, folder.version(), entry), folder.id());
  }

  private List<String> faults(Topic topic, LocalDate today) {
    var faults = new ArrayList<>(topic.faults());
    if (topic.overdue(today)) {
      faults.add("its review was due on " + topic.reviewBy());
    }
    var mine = keywords(topic).toList();
    topics.all().stream()
        .filter(other -> !other.id().equals(topic.id()))
        .filter(other -> keywords(other).anyMatch(mine::contains))
        .forEach(other -> faults.add("its keyword is that of the topic " + other.id()));
    return faults;
  }

  private static Stream<String> keywords(Topic topic) {
    return Stream.of(topic.keyword().sw(), topic.keyword().en()).map(Vocabulary::plain);
  }

  private Reply withdraw(Call call, Folder folder) {
    if (folder.shown() == Folder.NONE) {
      return Reply.conflict("Phones do not show it.");
    }
    var entry = did(call, "topic.withdrawn", folder.id(), "version " + folder.shown());
    return after(folders.show(folder.id(), Folder.NONE, folder.version(), entry), folder.id());
  }

  private Reply versions(Call call, Folder folder) {
    var before =
        call.after(1)
            .filter(values -> values.getFirst().matches("\\d{1,18}"))
            .map(values -> Long.parseLong(values.getFirst()));
    var found = folders.editions(folder.id(), before.orElse(Long.MAX_VALUE), call.limit() + 1);
    var rows = found.stream().limit(call.limit()).map(TopicDesk::line).toList();
    return new Reply.Rows(
        rows, found.size() <= call.limit() ? "" : Cursor.of(rows.getLast().number()));
  }

  private static TopicSheet.VersionLine line(Edition edition) {
    return new TopicSheet.VersionLine(
        edition.number(),
        edition.author(),
        edition.at(),
        edition.topic().title().sw(),
        edition.topic().title().en(),
        edition.topic().reviewBy());
  }

  private Reply version(Call call, Folder folder) {
    return folders
        .edition(folder.id(), Long.parseLong(call.path("number")))
        .map(edition ->
            Reply.item(
                new TopicSheet.Version(
                    folder.id(),
                    edition.number(),
                    edition.author(),
                    edition.at(),
                    TopicSheet.Words.of(edition.topic()))))
        .orElseGet(Reply::missing);
  }

  private static AuditEntry did(Call call, String action, String id, String detail) {
    return call.did(action, "topic/" + id, detail);
  }
}
