package org.shiriki.poll;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Places;
import org.shiriki.seed.SeedFile;

/// The polls that a fresh database begins with: `config/polls.yaml`.
///
/// Their days are counted from the day of seeding, so that there is always something to answer.
public final class PollSeeds {
  private PollSeeds() {}

  private record Asked(Text text, List<Text> options, boolean skippable) {
    Question question() {
      return new Question(text, options, skippable);
    }
  }

  /// An entry of the file.
  ///
  /// @param closesInDays the last day on which it is answered; below 0 if that is past
  private record Entry(
      String id,
      Text title,
      Audience audience,
      Set<Language> languages,
      int opensDaysAgo,
      int closesInDays,
      String sponsor,
      String conductor,
      boolean electionRelated,
      List<Asked> questions) {
    Poll poll(Instant now) {
      var today = LocalDate.ofInstant(now, Poll.NAIROBI);
      return new Poll(
          new PollId(id),
          title,
          audience,
          languages,
          midnight(today.minusDays(opensDaysAgo)),
          midnight(today.plusDays(closesInDays + 1L)),
          sponsor,
          conductor,
          electionRelated,
          questions.stream().map(Asked::question).toList());
    }

    List<String> faults(Places places, Instant now) {
      var faults = new ArrayList<String>();
      audience.strangers(places).forEach(code -> faults.add("no place has the code " + code));
      for (var number = 1; number <= questions.size(); number++) {
        faults.addAll(faults("question " + number + ": ", questions.get(number - 1)::question));
      }
      if (faults.isEmpty()) {
        faults.addAll(faults("", () -> poll(now)));
      }
      return faults;
    }

    private static List<String> faults(String where, Runnable made) {
      try {
        made.run();
        return List.of();
      } catch (IllegalArgumentException fault) {
        return List.of(where + fault.getMessage());
      }
    }

    private static Instant midnight(LocalDate day) {
      return day.atStartOfDay(Poll.NAIROBI).toInstant();
    }
  }

  /// Reads the file.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with it
  public static List<Poll> read(Path config, Places places, Instant now) {
    var file = config.resolve("polls.yaml");
    return SeedFile.read(file, Entry.class, entry -> entry.faults(places, now)).stream()
        .map(entry -> entry.poll(now))
        .toList();
  }
}
