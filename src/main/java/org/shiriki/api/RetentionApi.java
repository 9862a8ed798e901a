package org.shiriki.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.staff.Scope;
import org.shiriki.upkeep.Finding;
import org.shiriki.upkeep.Hold;
import org.shiriki.upkeep.Holds;
import org.shiriki.upkeep.Periods;
import org.shiriki.upkeep.Rule;
import org.shiriki.upkeep.Term;
import org.shiriki.upkeep.Trial;

/// How long records are kept, what would go now, and what must stay. All of it is the house's own:
/// it does not exist for whoever is limited to some counties or themes.
public final class RetentionApi implements Api {
  private static final UUID FIRST = new UUID(0, 0);

  private final Periods periods;
  private final Trial trial;
  private final Holds holds;
  private final Function<Phone, PhoneKey> keys;

  /// Makes the face.
  ///
  /// @param trial what would be removed now
  /// @param keys the key of a number
  public RetentionApi(Periods periods, Trial trial, Holds holds, Function<Phone, PhoneKey> keys) {
    this.periods = periods;
    this.trial = trial;
    this.holds = holds;
    this.keys = keys;
  }

  private record RuleView(
      String id,
      String what,
      String keep,
      String standard,
      String least,
      String most,
      String source,
      @Nullable Instant lastRun,
      long lastRemoved,
      long lastHeld,
      long version) {
    static RuleView of(Term term) {
      var rule = term.rule();
      return new RuleView(
          rule.id(),
          rule.what(),
          rule.keep().toString(),
          term.standard().toString(),
          rule.least().toString(),
          rule.most().toString(),
          rule.source(),
          term.ran(),
          term.removed(),
          term.held(),
          term.version());
    }
  }

  private record ChangeView(long version, String keep, String reason, String account, Instant at) {
    static ChangeView of(Term.Change change) {
      return new ChangeView(
          change.version(),
          change.keep().toString(),
          change.reason(),
          change.account(),
          change.at());
    }
  }

  private record FindingView(String rule, String keep, long rows, long held, boolean kept) {
    static FindingView of(Finding finding) {
      var rule = finding.rule();
      return new FindingView(
          rule.id(), rule.keep().toString(), finding.rows(), finding.held(), finding.kept());
    }
  }

  private record Found(Instant at, List<FindingView> rules) {}

  private record NewPeriod(String keep, String reason) {}

  private record OtherPeriod(String keep) {}

  private record NewHold(String kind, String reference, String reason) {
    @Override
    public String toString() {
      return "NewHold[" + kind + ']';
    }
  }

  /// A hold without whom it is about.
  ///
  /// @param reference of the concern or the case; empty for a person
  private record HoldView(
      UUID id, String kind, String reference, String reason, String account, Instant placedAt) {
    static HoldView of(Hold hold) {
      var parts = hold.subject().split("/", 2);
      var kind =
          switch (parts[0]) {
            case "citizen" -> "PERSON";
            case "case" -> "CASE";
            default -> "CONCERN";
          };
      var shown = kind.equals("PERSON") ? "" : parts[parts.length - 1];
      return new HoldView(hold.id(), kind, shown, hold.reason(), hold.account(), hold.at());
    }
  }

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.ofEntries(
        entry("listRetentionRules", call -> Reply.all(rules())),
        entry("readRetentionRule", this::read),
        entry("changeRetentionRule", this::change),
        entry("listRetentionChanges", this::changes),
        entry("dryRunRetention", this::tried),
        entry("tryRetentionRule", this::triedOne),
        entry("listHolds", this::listHolds),
        entry("placeHold", this::place),
        entry("liftHold", this::lift));
  }

  private static Map.Entry<String, Operation> entry(String id, Operation operation) {
    return Map.entry(
        id,
        call ->
            call.scope().covers(Scope.ANY, Scope.ANY) ? operation.answer(call) : Reply.missing());
  }

  private List<RuleView> rules() {
    return periods.terms().stream().map(RuleView::of).toList();
  }

  private Reply read(Call call) {
    return periods.term(call.path("rule")).map(RetentionApi::item).orElseGet(Reply::missing);
  }

  private static Reply item(Term term) {
    return Reply.item(RuleView.of(term), term.version());
  }

  private Reply change(Call call) {
    var term = periods.term(call.path("rule"));
    var wish = call.body(NewPeriod.class);
    var keep = period(wish.keep());
    if (term.isEmpty()) {
      return Reply.missing();
    }
    var rule = term.get().rule();
    if (keep.isEmpty() || !rule.allows(keep.get())) {
      return unlawful(rule);
    }
    var detail = "%s > %s".formatted(rule.keep(), keep.get());
    var line = call.did("retention.changed", "retention/" + rule.id(), detail);
    var change =
        new Term.Change(call.expected() + 1, keep.get(), wish.reason(), line.actor(), call.at());
    return periods.change(rule.id(), change, line)
        ? item(periods.term(rule.id()).orElseThrow())
        : Reply.stale();
  }

  private static Reply unlawful(Rule rule) {
    var bounds = "It lies between %s and %s.".formatted(rule.least(), rule.most());
    return Reply.unacceptable(
        "The law does not let it be kept so long, or so short.",
        new Problem.Fault("/keep", bounds));
  }

  private static Optional<Period> period(String written) {
    try {
      return Optional.of(Period.parse(written)).filter(period -> !period.isNegative());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private Reply changes(Call call) {
    var rule = call.path("rule");
    return periods.term(rule).isEmpty()
        ? Reply.missing()
        : Reply.all(periods.changes(rule).stream().map(ChangeView::of).toList());
  }

  private Reply tried(Call call) {
    var found = trial.dryRun().stream().map(FindingView::of).toList();
    return Reply.item(new Found(call.at(), found));
  }

  private Reply triedOne(Call call) {
    var term = periods.term(call.path("rule"));
    var keep = period(call.body(OtherPeriod.class).keep());
    if (term.isEmpty()) {
      return Reply.missing();
    }
    var rule = term.get().rule();
    return keep.filter(rule::allows)
        .flatMap(period -> trial.dryRun(rule.id(), period))
        .map(finding -> Reply.item(FindingView.of(finding)))
        .orElseGet(() -> unlawful(rule));
  }

  private Reply listHolds(Call call) {
    var after = call.after(2);
    var page =
        holds.list(
            after.map(parts -> Instant.parse(parts.get(0))).orElse(Instant.EPOCH),
            after.map(parts -> UUID.fromString(parts.get(1))).orElse(FIRST),
            call.limit());
    var next =
        page.size() < call.limit() ? "" : Cursor.of(page.getLast().at(), page.getLast().id());
    return new Reply.Rows(page.stream().map(HoldView::of).toList(), next);
  }

  private Reply place(Call call) {
    var wish = call.body(NewHold.class);
    if (Phone.isIn(wish.reason())) {
      return Reply.unacceptable(
          "The reason holds a phone number.", new Problem.Fault("/reason", "Leave it out."));
    }
    var subject = subject(wish);
    if (subject.isEmpty()) {
      return Reply.unacceptable(
          "This is nothing that can be held.",
          new Problem.Fault("/reference", "A reference, a case's number, or a phone number."));
    }
    var line = call.did("hold.placed", "hold/" + call.id(), wish.kind());
    var hold = new Hold(call.id(), subject.get(), wish.reason(), line.actor(), call.at());
    return holds.place(hold, line)
        ? Reply.created("/legal-holds/" + hold.id(), HoldView.of(hold), Reply.NONE)
        : Reply.conflict("It is under a hold already.");
  }

  private Optional<String> subject(NewHold wish) {
    var written = wish.reference().strip();
    var bare = written.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    return switch (wish.kind()) {
      case "PERSON" -> Phone.read(written).map(phone -> "citizen/" + keys.apply(phone).text());
      case "CASE" -> Optional.of(bare).filter(text -> !text.isEmpty()).map("case/"::concat);
      default -> Optional.of(bare).filter(text -> text.length() == 7).map("concern/"::concat);
    };
  }

  private Reply lift(Call call) {
    var hold = parsed(call.path("hold")).flatMap(holds::find);
    var line = call.did("hold.lifted", "hold/" + call.path("hold"), "");
    return hold.filter(found -> holds.lift(found.id(), line)).isPresent()
        ? Reply.done()
        : Reply.missing();
  }

  private static Optional<UUID> parsed(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
