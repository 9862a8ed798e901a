package org.shiriki.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.shiriki.poll.Fair.question;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shiriki.poll.Ballot.Choice;
import org.shiriki.poll.Breakdown.By;
import org.shiriki.poll.Breakdown.Line;

class BreakdownTest {
  private static final Poll POLL =
      Fair.poll("groups", new Audience.Everyone(), -1, 1, question("Maji?", "Water?", 3, true));
  private static final List<String> COAST = List.of("001", "002", "003", "004", "005", "---");

  private final Breakdown.Count count = new Breakdown.Count();

  private void said(String county, String language, int option, int times) {
    for (var time = 0; time < times; time++) {
      count.add(new Choice(1, option), new Cell(county, language));
    }
  }

  private List<Line> told(By by) {
    return count.told(POLL).lines().stream().filter(line -> line.by() == by).toList();
  }

  @Test
  void groups_of_ten_and_more_are_told_one_by_one() {
    for (var option = 1; option <= 3; option++) {
      said("001", "sw", option, 10 + option);
      said("003", "sw", option, 20 + option);
    }

    assertThat(told(By.COUNTY))
        .containsExactly(
            new Line(1, By.COUNTY, "001", 1, 11),
            new Line(1, By.COUNTY, "001", 2, 12),
            new Line(1, By.COUNTY, "001", 3, 13),
            new Line(1, By.COUNTY, "003", 1, 21),
            new Line(1, By.COUNTY, "003", 2, 22),
            new Line(1, By.COUNTY, "003", 3, 23));
  }

  @Test
  void one_group_alone_is_the_whole_and_tells_nothing_more() {
    IntStream.rangeClosed(1, 3).forEach(option -> said("001", "sw", option, 30));

    assertThat(count.told(POLL)).isEqualTo(Breakdown.NONE);
  }

  /// The small county could be had by taking the others from the whole; so the smallest of them
  /// goes with it.
  @Test
  void a_small_group_takes_another_with_it_so_that_nothing_can_be_subtracted() {
    for (var option = 1; option <= 3; option++) {
      said("001", "sw", option, 50);
      said("002", "sw", option, 20);
      said("003", "sw", option, 4);
    }

    assertThat(told(By.COUNTY))
        .extracting(Line::group, Line::count)
        .containsExactly(
            tuple("001", 50),
            tuple("001", 50),
            tuple("001", 50),
            tuple("OTHERS", 24),
            tuple("OTHERS", 24),
            tuple("OTHERS", 24));
  }

  /// That nobody in a county said no is as telling as that one person did.
  @Test
  void a_large_group_that_is_all_of_one_mind_is_not_told() {
    said("001", "sw", 1, 90);
    for (var option = 1; option <= 3; option++) {
      said("002", "sw", option, 30);
      said("003", "sw", option, 30);
    }

    assertThat(told(By.COUNTY)).extracting(Line::group).containsOnly("003", "OTHERS");
  }

  @Test
  void answers_that_are_hidden_in_the_whole_stand_together_in_every_group() {
    for (var county : List.of("001", "002")) {
      said(county, "sw", 1, 40);
      said(county, "sw", 2, 12);
      said(county, "sw", 3, 4);
    }

    assertThat(told(By.COUNTY))
        .extracting(Line::option, Line::count)
        .containsOnly(tuple(1, 40), tuple(0, 16));
  }

  @Test
  void who_passed_a_question_over_is_in_no_group() {
    IntStream.rangeClosed(1, 3).forEach(option -> said("001", "sw", option, 10));
    IntStream.rangeClosed(1, 3).forEach(option -> said("001", "en", option, 10));
    said("001", "en", Ballot.SKIPPED, 70);

    assertThat(told(By.LANGUAGE)).extracting(Line::count).containsOnly(10);
  }

  /// What an adversary has: the groups that are told, and the whole count with what it hides.
  /// Whatever they add up or take from each other, they come to no number from one to nine.
  @Test
  void nothing_from_one_to_nine_can_be_computed_from_any_breakdown() {
    var told = 0;
    for (var seed = 0; seed < 2_000; seed++) {
      told += seldom(new Random(seed), "seed " + seed) ? 1 : 0;
    }
    System.out.printf("Breakdowns by county that told something: %d of 2000%n", told);
    assertThat(told).isGreaterThan(500);
  }

  private static boolean seldom(Random random, String seed) {
    var count = new Breakdown.Count();
    var whole = new int[3];
    for (var county : COAST) {
      var size = random.nextInt(4) == 0 ? 5 : 90;
      for (var option = 1; option <= 3; option++) {
        for (var time = random.nextInt(size); time > 0; time--) {
          count.add(new Choice(1, option), new Cell(county, "sw"));
          whole[option - 1]++;
        }
      }
    }
    var lines = count.told(POLL).lines();
    assertThat(lines).as(seed).allMatch(line -> line.count() >= 10);
    if (lines.isEmpty()) {
      return false;
    }
    var hidden = Suppression.of(whole);
    var known =
        IntStream.range(0, 3)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    place -> hidden.hides(place) ? 0 : place + 1,
                    Collectors.summingInt(place -> whole[place])));
    assertThat(sums(lines)).as(seed).isEqualTo(known);
    assertSafe(lines, known, seed);
    return true;
  }

  private static Map<Integer, Integer> sums(List<Line> lines) {
    return lines.stream()
        .collect(
            Collectors.groupingBy(Line::option, TreeMap::new, Collectors.summingInt(Line::count)));
  }

  /// Every union of groups and every rest of the whole, for each answer.
  private static void assertSafe(List<Line> lines, Map<Integer, Integer> known, String seed) {
    var groups = lines.stream().map(Line::group).distinct().toList();
    for (var option : known.keySet()) {
      var counts =
          groups.stream()
              .flatMap(group -> of(lines, group, option))
              .mapToInt(Line::count)
              .toArray();
      for (var some = 0; some < 1 << counts.length; some++) {
        var sum = 0;
        for (var at = 0; at < counts.length; at++) {
          sum += (some >> at & 1) * counts[at];
        }
        var rest = known.get(option) - sum;
        assertThat(List.of(sum, rest)).as(seed).noneMatch(number -> number > 0 && number < 10);
      }
    }
  }

  private static Stream<Line> of(List<Line> lines, String group, int option) {
    return lines.stream().filter(line -> line.group().equals(group) && line.option() == option);
  }
}
