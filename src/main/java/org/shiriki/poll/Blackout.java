package org.shiriki.poll;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;
import org.shiriki.seed.SeedFile;

/// The days around an election on which results of polls about it are not published (Publication of
/// Electoral Opinion Polls Act 2012, Cap. 7B: election day and the five days before):
/// `config/poll-rules.yaml`.
///
/// @param daysBefore how many days before the election are silent too
/// @param counties where the election is; none stands for all of Kenya
public record Blackout(String id, LocalDate electionDay, int daysBefore, List<String> counties) {
  public Blackout {
    counties = List.copyOf(counties);
  }

  /// Reads the file.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with it
  public static List<Blackout> read(Path config, Places places) {
    return SeedFile.read(
        config.resolve("poll-rules.yaml"), Blackout.class, blackout -> blackout.faults(places));
  }

  /// Until when nothing is told of a poll at this moment: the last silent day, if it is one.
  static Optional<LocalDate> silence(
      List<Blackout> blackouts, Poll poll, Instant now, Places places) {
    var today = LocalDate.ofInstant(now, Poll.NAIROBI);
    return blackouts.stream()
        .filter(blackout -> poll.electionRelated() && blackout.covers(today))
        .filter(blackout -> blackout.touches(poll.audience(), places))
        .map(Blackout::electionDay)
        .max(LocalDate::compareTo);
  }

  private boolean covers(LocalDate day) {
    return !day.isBefore(electionDay.minusDays(daysBefore)) && !day.isAfter(electionDay);
  }

  private boolean touches(Audience audience, Places places) {
    return counties.isEmpty()
        || switch (audience) {
          case Audience.Everyone _ -> true;
          case Audience.Counties(var codes) -> codes.stream().anyMatch(counties::contains);
          case Audience.Wards(var codes) ->
              codes.stream()
                  .flatMap(code -> places.ward(code).stream())
                  .map(Ward::county)
                  .anyMatch(counties::contains);
        };
  }

  private List<String> faults(Places places) {
    var faults = new ArrayList<String>();
    counties.stream()
        .filter(code -> places.county(code).isEmpty())
        .forEach(code -> faults.add("no county has the code " + code));
    if (daysBefore < 5) {
      faults.add("days_before is %d; the law asks for 5 (Cap. 7B)".formatted(daysBefore));
    }
    return faults;
  }
}
