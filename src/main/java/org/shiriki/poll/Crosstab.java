package org.shiriki.poll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shiriki.console.Doc;
import org.shiriki.console.Look;

/// How the groups of one kind answered one question, as a table.
///
/// @param by `COUNTY` or `LANGUAGE`
/// @param options the heads of its columns
public record Crosstab(long question, String by, List<String> options, List<Line> lines) {
  public Crosstab {
    options = List.copyOf(options);
    lines = List.copyOf(lines);
  }

  /// How a group answered.
  ///
  /// @param counts one for each option; 0 for what is not told
  public record Line(String group, List<Long> counts) {
    public Line {
      counts = List.copyOf(counts);
    }
  }

  private record Kind(long question, String by) {}

  /// The tables of a list as the contract gives it: one line for each group and option.
  static List<Crosstab> of(List<Doc> told, Look look) {
    var kinds = new LinkedHashMap<Kind, List<Doc>>();
    told.forEach(line ->
        kinds
            .computeIfAbsent(
                new Kind(line.number("question"), line.text("by")), _ -> new ArrayList<>())
            .add(line));
    return kinds.entrySet().stream()
        .map(kind -> table(kind.getKey(), kind.getValue(), look))
        .toList();
  }

  private static Crosstab table(Kind kind, List<Doc> told, Look look) {
    var options = new LinkedHashMap<Long, String>();
    var groups = new LinkedHashMap<String, Map<Long, Long>>();
    for (var line : told) {
      options.put(line.number("option"), look.say(line.text("optionSw"), line.text("optionEn")));
      groups
          .computeIfAbsent(group(line, look), _ -> new LinkedHashMap<>())
          .merge(line.number("option"), line.number("count"), Long::sum);
    }
    var columns = options.keySet().stream().sorted(Crosstab::hiddenLast).toList();
    return new Crosstab(
        kind.question,
        kind.by,
        columns.stream().map(options::get).toList(),
        groups.entrySet().stream()
            .map(group ->
                new Line(
                    group.getKey(),
                    columns.stream()
                        .map(option -> group.getValue().getOrDefault(option, 0L))
                        .toList()))
            .toList());
  }

  /// A county by its name; a language, and those whose group is not told, by our words for them.
  private static String group(Doc line, Look look) {
    var code = line.text("group");
    return code.matches("\\d+") ? line.text("groupName") : look.word(code);
  }

  private static int hiddenLast(long one, long other) {
    return Long.compare(
        one == Breakdown.HIDDEN ? Long.MAX_VALUE : one,
        other == Breakdown.HIDDEN ? Long.MAX_VALUE : other);
  }
}
