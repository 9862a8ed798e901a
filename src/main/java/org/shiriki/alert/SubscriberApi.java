package org.shiriki.alert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.shiriki.alert.SignUpSheet.Line;
import org.shiriki.alert.SignUps.Count;
import org.shiriki.alert.SignUps.Standing;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;
import org.shiriki.staff.Scope;

/// Who gets alerts: counted, and brought in from paper.
public final class SubscriberApi implements Api {
  private final SignUps signUps;
  private final Alerts alerts;
  private final Places places;

  public SubscriberApi(SignUps signUps, Alerts alerts, Places places) {
    this.signUps = signUps;
    this.alerts = alerts;
    this.places = places;
  }

  /// What became of a line of a sheet.
  ///
  /// @param outcome a [Standing], or `FAULTY`
  /// @param faults the columns that are wrong
  private record Outcome(int line, String outcome, List<String> faults) {}

  private record Imported(
      boolean dryRun, long fresh, long known, long left, long faulty, List<Outcome> lines) {}

  @Override
  public String name() {
    return "subscribers";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "countSubscribers",
        call -> Reply.all(counts(call.scope())),
        "importSubscribers",
        this::bring);
  }

  private List<Count> counts(Scope scope) {
    return signUps.counts().stream()
        .filter(count -> scope.covers(county(count.place()), Scope.ANY))
        .toList();
  }

  /// A place's county; empty for everywhere.
  private String county(String place) {
    return place.equals("*") ? "" : places.ward(place).map(Ward::county).orElse(place);
  }

  private Reply bring(Call call) {
    var topics = alerts.topics().stream().map(AlertTopic::id).collect(Collectors.toSet());
    var read = new SignUpSheet(places, topics, call.at()).read(call.body().asText());
    if (read.isEmpty() || read.get().isEmpty() || read.get().size() > SignUpSheet.MOST) {
      return Reply.unacceptable(
          "This is no sheet of 1 to %d people.".formatted(SignUpSheet.MOST),
          new Fault(
              "", "The first line is phone,language,ward,topics,place,consented_on,proof,name"));
    }
    var lines = read.get().stream().map(line -> inScope(line, call.scope())).toList();
    var dry = call.query("dryRun").filter("true"::equals).isPresent();
    var people = lines.stream().map(Line::person).filter(Objects::nonNull).toList();
    if (!dry && people.size() < lines.size()) {
      return Reply.unacceptable("Nobody was brought in: mend these lines.", faults(lines));
    }
    return Reply.item(told(dry, lines, dry ? signUps.look(people) : brought(call, people)));
  }

  private List<Standing> brought(Call call, List<SignUp> people) {
    var line = call.did("subscribers.imported", "subscribers", people.size() + " from paper");
    return signUps.bring(people, line);
  }

  private Line inScope(Line line, Scope scope) {
    var person = line.person();
    return person == null || scope.covers(county(person.ward()), Scope.ANY)
        ? line
        : new Line(line.number(), null, List.of("ward"));
  }

  private static Fault[] faults(List<Line> lines) {
    return lines.stream()
        .filter(line -> line.person() == null)
        .limit(100)
        .map(line -> new Fault("line " + line.number(), String.join(", ", line.faults())))
        .toArray(Fault[]::new);
  }

  private static Imported told(boolean dry, List<Line> lines, List<Standing> standings) {
    var outcomes = new ArrayList<Outcome>();
    var next = standings.iterator();
    for (var line : lines) {
      var outcome = line.person() == null ? "FAULTY" : next.next().name();
      outcomes.add(new Outcome(line.number(), outcome, line.faults()));
    }
    return new Imported(
        dry,
        Collections.frequency(standings, Standing.NEW),
        Collections.frequency(standings, Standing.KNOWN),
        Collections.frequency(standings, Standing.LEFT),
        (long) lines.size() - standings.size(),
        outcomes);
  }
}
