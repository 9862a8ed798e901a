package org.shiriki.safety;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;

/// Keeps cases. Nothing here leads to a person but their own wish to be contacted; how staff come
/// to cases is in [Handling].
public interface Cases {
  /// How many wrong safe words a case bears in an hour before it answers nobody.
  int MISSES = 5;

  /// Files a case. The same id again, at once or after a crash, changes nothing and gives the same
  /// number.
  CaseNumber file(
      UUID id, Source source, Residence ward, Story story, Safeguards safeguards, Instant at);

  /// Counts that somebody looked for help about violent groups, and keeps nothing else.
  ///
  /// @param press what names the press: the same press counts once
  /// @param county where the caller lives, or empty if that is not known
  void countGroups(String press, String county, Instant at);

  /// The stage of a case, for whoever has its number and its safe word; empty for all others, and
  /// for everybody once the word was missed too often.
  Optional<Stage> stage(CaseNumber number, String word, Instant at);

  /// Names a case worker on a case. Said twice, kept once.
  void assign(CaseNumber number, CaseWorker worker, Instant at);

  /// Opens a case, and keeps who did and why.
  ///
  /// @throws NotTheirs if there is no such case or the worker is not named on it
  /// @throws IllegalArgumentException if no reason is given
  Case read(CaseNumber number, CaseWorker worker, String reason, Instant at);

  /// Brings a case to a stage.
  ///
  /// @throws NotTheirs if the worker is not named on it
  void advance(CaseNumber number, CaseWorker worker, Stage stage);

  /// Moves a case that words of danger brought here back to the ordinary desk, and keeps who did
  /// and why. What was told is forgotten here.
  ///
  /// @throws NotTheirs if there is no such case or the worker is not named on it
  /// @throws IllegalArgumentException if no reason is given, or the case was told here
  void release(CaseNumber number, CaseWorker worker, String reason, Instant at);

  /// How many cases were filed in a month, as far as that may be told.
  List<Count> counts(YearMonth month, Places places);

  /// How many looked for help about violent groups in a month, by county, as far as that may be
  /// told.
  List<Count> groups(YearMonth month);
}
