package org.shiriki.poll;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiriki.poll.Ballot.Choice;

/// How the people of a county, and those of a language, answered, as far as it may be told.
///
/// Every number in it is ten or more, and so is whatever can be computed from it: a group in which
/// fewer than ten gave any one of the answers goes into the rest, further groups follow it until
/// the rest can be told too, and the numbers of all groups add up to the whole. Answers that are
/// hidden in the whole count stand together in every group. Counties and languages are never
/// crossed. Where only one group would be left, nothing is told.
///
/// @param lines question by question, county before language
public record Breakdown(List<Line> lines) {
  /// In place of a county or a language: all those that are not told one by one.
  static final String REST = "OTHERS";

  /// In place of a county or a language: it was not known.
  static final String UNKNOWN = "UNKNOWN";

  /// In place of an option: all those together that are hidden in the whole count.
  static final int HIDDEN = 0;

  static final Breakdown NONE = new Breakdown(List.of());

  public Breakdown {
    lines = List.copyOf(lines);
  }

  /// What ballots are put together by.
  public enum By {
    COUNTY,
    LANGUAGE;

    String of(Cell cell) {
      var group =
          switch (this) {
            case COUNTY -> cell.county();
            case LANGUAGE -> cell.language();
          };
      return Cell.known(group) ? group : UNKNOWN;
    }
  }

  /// How often a group gave an answer.
  ///
  /// @param group a county's code, a language's, [#UNKNOWN] or [#REST]
  /// @param option counted from 1, or [#HIDDEN]
  public record Line(
      @JsonProperty("question") int question,
      @JsonProperty("by") By by,
      @JsonProperty("group") String group,
      @JsonProperty("option") int option,
      @JsonProperty("count") int count) {
    /// As the seal's hash goes over it.
    String canonical() {
      return "%d %s %s %d %d".formatted(question, by, group, option, count);
    }
  }

  /// Counts answers one by one; what is passed over is left out.
  static final class Count {
    private final Map<Choice, Map<Cell, Integer>> answers = new HashMap<>();

    void add(Choice choice, Cell cell) {
      if (choice.option() != Ballot.SKIPPED) {
        answers.computeIfAbsent(choice, _ -> new HashMap<>()).merge(cell, 1, Integer::sum);
      }
    }

    /// What may be told of it.
    Breakdown told(Poll poll) {
      var lines = new ArrayList<Line>();
      for (var number = 1; number <= poll.questions().size(); number++) {
        for (var by : By.values()) {
          lines.addAll(table(number, poll.question(number), by));
        }
      }
      return new Breakdown(lines);
    }

    private List<Line> table(int number, Question question, By by) {
      var groups = new TreeMap<String, int[]>();
      var options = question.options().size();
      for (var option = 1; option <= options; option++) {
        for (var part : answers.getOrDefault(new Choice(number, option), Map.of()).entrySet()) {
          groups.computeIfAbsent(by.of(part.getKey()), _ -> new int[options])[option - 1] +=
              part.getValue();
        }
      }
      var columns = Columns.of(sum(groups.values().stream(), options));
      var told = new LinkedHashMap<String, int[]>();
      groups.forEach((group, row) -> told.put(group, columns.row(row)));
      return merged(told).entrySet().stream()
          .flatMap(row -> columns.lines(number, by, row.getKey(), row.getValue()))
          .toList();
    }

    /// The groups that may be told, and the rest as one; nothing if that is one alone.
    private static Map<String, int[]> merged(Map<String, int[]> groups) {
      var told = new LinkedHashMap<>(groups);
      told.values().removeIf(row -> !safe(row));
      while (told.size() < groups.size() && !safe(rest(groups, told)) && !told.isEmpty()) {
        told.remove(smallest(told));
      }
      if (told.size() < groups.size()) {
        told.put(REST, rest(groups, told));
      }
      return told.size() < 2 ? Map.of() : told;
    }

    private static boolean safe(int[] row) {
      return Arrays.stream(row).allMatch(count -> count >= Suppression.FEWEST);
    }

    private static String smallest(Map<String, int[]> told) {
      return told.entrySet().stream()
          .min(Comparator.comparingInt(row -> Arrays.stream(row.getValue()).sum()))
          .orElseThrow()
          .getKey();
    }

    private static int[] rest(Map<String, int[]> groups, Map<String, int[]> told) {
      var columns = groups.values().iterator().next().length;
      return sum(
          groups.entrySet().stream()
              .filter(row -> !told.containsKey(row.getKey()))
              .map(Map.Entry::getValue),
          columns);
    }

    private static int[] sum(Stream<int[]> rows, int columns) {
      var sum = new int[columns];
      rows.forEach(row -> Arrays.setAll(sum, at -> sum[at] + row[at]));
      return sum;
    }
  }

  /// The answers that stand for themselves, and after them, where there are any, the hidden ones as
  /// one.
  private record Columns(List<Integer> shown, List<Integer> hidden) {
    static Columns of(int[] whole) {
      var suppression = Suppression.of(whole);
      var places = IntStream.range(0, whole.length).boxed().toList();
      return new Columns(
          places.stream().filter(place -> !suppression.hides(place)).toList(),
          places.stream().filter(suppression::hides).toList());
    }

    int[] row(int[] row) {
      var together = hidden.stream().mapToInt(place -> row[place]).sum();
      var single = shown.stream().mapToInt(place -> row[place]);
      return hidden.isEmpty()
          ? single.toArray()
          : IntStream.concat(single, IntStream.of(together)).toArray();
    }

    Stream<Line> lines(int question, By by, String group, int[] row) {
      return IntStream.range(0, row.length)
          .mapToObj(at -> {
            var option = at < shown.size() ? shown.get(at) + 1 : HIDDEN;
            return new Line(question, by, group, option, row[at]);
          });
    }
  }
}
