package org.shiriki.poll;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.seed.SeedFile;

/// The polls that a fresh database begins with: `config/polls.yaml`.
///
/// Their days are counted from the day of seeding, so that there is always something to answer.
public final class PollSeeds {
  private PollSeeds() {}

  /// An entry of the file.
  ///
  /// @param closesInDays the last day on which it is answered; below 0 if that is past
  private record Entry(
      PollId id,
      Text title,
      Audience audience,
      Set<Language> languages,
      int opensDaysAgo,
      int closesInDays,
      String sponsor,
      String conductor,
      boolean electionRelated,
      List<Question> questions) {
    Poll poll(Instant now) {
      var today = LocalDate.ofInstant(now, Poll.NAIROBI);
      return new Poll(
          id,
          title,
          audience,
          languages,
          midnight(today.minusDays(opensDaysAgo)),
          midnight(today.plusDays(closesInDays + 1L)),
          sponsor,
          conductor,
          electionRelated,
          questions);
    }

    private static Instant midnight(LocalDate day) {
      return day.atStartOfDay(Poll.NAIROBI).toInstant();
    }
  }

  /// Reads the file.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with it
  public static List<Poll> read(Path config, PollLint lint, Instant now) {
    var file = config.resolve("polls.yaml");
    return SeedFile.read(file, Entry.class, entry -> lint.faults(entry.poll(now))).stream()
        .map(entry -> entry.poll(now))
        .toList();
  }
}
