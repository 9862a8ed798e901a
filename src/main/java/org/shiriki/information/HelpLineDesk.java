package org.shiriki.information;

import static org.shiriki.information.InformationApi.mayChange;
import static org.shiriki.information.InformationApi.sees;
import static org.shiriki.information.InformationApi.told;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api.Operation;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Problem;
import org.shiriki.api.Reply;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Preview;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.View;

/// What staff do with help lines.
final class HelpLineDesk {
  /// Those that screens for people in danger name by their id.
  private static final Set<String> NEEDED =
      Set.of("emergency", "violence", "child", "ipoa", "eacc", "ncic", "dci");

  private final Postings postings;

  HelpLineDesk(Postings postings) {
    this.postings = postings;
  }

  Map<String, Operation> operations() {
    return Map.of(
        "listHelpLines", this::list,
        "createHelpLine", this::create,
        "lintHelpLine", HelpLineDesk::lint,
        "getHelpLine", call -> sees(call) ? get(call.path("id")) : Reply.missing(),
        "reviseHelpLine", call -> changed(call, posting -> revise(call, posting)),
        "testHelpLine", call -> changed(call, posting -> tested(call, posting)),
        "removeHelpLine", call -> changed(call, posting -> remove(call, posting)));
  }

  /// A help line as it is sent.
  record Words(
      int position,
      Text name,
      Text what,
      List<String> numbers,
      Text hours,
      boolean free,
      Confidence confidence) {
    HelpLine line(String id, @Nullable LocalDate lastTested) {
      return new HelpLine(id, name, what, numbers, hours, free, confidence, lastTested);
    }
  }

  private record Fresh(String id, Words words) {}

  private record Tested(LocalDate day) {}

  /// A help line in full.
  record Sheet(String id, Words words, @Nullable LocalDate lastTested) {
    static Sheet of(Posting posting) {
      var line = posting.line();
      var words =
          new Words(
              posting.position(),
              line.name(),
              line.what(),
              line.numbers(),
              line.hours(),
              line.free(),
              line.confidence());
      return new Sheet(line.id(), words, line.lastTested());
    }
  }

  /// A help line in a list.
  record Line(
      String id,
      int position,
      String nameSw,
      String nameEn,
      String numbers,
      boolean free,
      Confidence confidence,
      @Nullable LocalDate lastTested,
      long version) {}

  /// What came of reading it before people do.
  record Read(List<Problem.Fault> faults, List<Preview> screens) {}

  private Reply list(Call call) {
    if (!sees(call)) {
      return Reply.all(List.of());
    }
    var after =
        call.after(2)
            .filter(values -> values.getFirst().matches("\\d{1,9}"))
            .orElse(List.of("-1", ""));
    var found =
        postings.page(Integer.parseInt(after.getFirst()), after.getLast(), call.limit() + 1);
    var rows = found.stream().limit(call.limit()).map(HelpLineDesk::line).toList();
    var last = rows.isEmpty() ? null : rows.getLast();
    return new Reply.Rows(
        rows,
        last == null || found.size() <= call.limit() ? "" : Cursor.of(last.position, last.id));
  }

  private static Line line(Posting posting) {
    var line = posting.line();
    return new Line(
        line.id(),
        posting.position(),
        line.name().sw(),
        line.name().en(),
        String.join(" ", line.numbers()),
        line.free(),
        line.confidence(),
        line.lastTested(),
        posting.version());
  }

  private Reply get(String id) {
    return postings
        .find(id)
        .map(posting -> Reply.item(Sheet.of(posting), posting.version()))
        .orElseGet(Reply::missing);
  }

  /// Made by the view that the list of help lines is made of.
  private static Reply lint(Call call) {
    var line = call.body(Words.class).line("draft", null);
    var screens =
        Stream.of(Language.values())
            .flatMap(language -> Preview.of("help lines", View.of(line.line()), language).stream())
            .toList();
    return Reply.item(new Read(List.of(told(line.faults())), screens));
  }

  private Reply create(Call call) {
    if (!mayChange(call)) {
      return Reply.missing();
    }
    var fresh = call.body(Fresh.class);
    var line = fresh.words.line(fresh.id, null);
    if (!line.faults().isEmpty()) {
      return refused(line);
    }
    var entry = call.did("helpline.created", "helpline/" + fresh.id, "");
    if (!postings.add(new Posting(line, fresh.words.position, 1), call.id(), entry)) {
      return Reply.conflict("There is a help line with this id; take another.");
    }
    return postings
        .find(fresh.id)
        .<Reply>map(
            kept -> Reply.created("/help-lines/" + fresh.id, Sheet.of(kept), kept.version()))
        .orElseGet(Reply::missing);
  }

  private static Reply refused(HelpLine line) {
    return Reply.unacceptable("Phones cannot show it so.", told(line.faults()));
  }

  private Reply changed(Call call, Function<Posting, Reply> then) {
    if (!mayChange(call)) {
      return Reply.missing();
    }
    return postings
        .find(call.path("id"))
        .map(posting -> posting.version() == call.expected() ? then.apply(posting) : Reply.stale())
        .orElseGet(Reply::missing);
  }

  /// A number that nobody has tried yet has no date, so a change of numbers takes it away.
  private Reply revise(Call call, Posting posting) {
    var words = call.body(Words.class);
    var before = posting.line();
    var tested = words.numbers.equals(before.numbers()) ? before.lastTested() : null;
    var line = words.line(before.id(), tested);
    return line.faults().isEmpty()
        ? replace(call, "helpline.revised", posting.changed(line, words.position))
        : refused(line);
  }

  private Reply tested(Call call, Posting posting) {
    var day = call.body(Tested.class).day;
    if (day.isAfter(Day.of(call.at()))) {
      return Reply.unacceptable(
          "Nobody has tested it on a day to come.", new Problem.Fault("/day", "It is to come."));
    }
    var words = Sheet.of(posting).words;
    var line = words.line(posting.line().id(), day);
    return replace(call, "helpline.tested", posting.changed(line, posting.position()));
  }

  private Reply replace(Call call, String action, Posting next) {
    var id = next.line().id();
    var entry = call.did(action, "helpline/" + id, "version " + next.version());
    return postings.replace(next, entry) ? get(id) : Reply.stale();
  }

  private Reply remove(Call call, Posting posting) {
    var id = posting.line().id();
    if (NEEDED.contains(id)) {
      return Reply.conflict("Screens for people in danger name this line; change it instead.");
    }
    var entry = call.did("helpline.removed", "helpline/" + id, "version " + posting.version());
    return postings.remove(id, posting.version(), entry) ? Reply.done() : Reply.stale();
  }
}
