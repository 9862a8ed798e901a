package org.shiriki.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Call;
import org.shiriki.api.Reply;

/// Where staff handle cases. Whoever is not named on a case is answered as if there were none, and
/// the attempt is kept; every view is kept with its reason, in the transaction that shows the case.
public interface Handling {
  /// Where a case stands in a list: the newest first.
  record Place(LocalDate filedOn, CaseNumber number) {}

  /// Which cases a list is about.
  ///
  /// @param everywhere whether those of no known county are among them, and of all counties
  /// @param wards otherwise the codes of the wards
  /// @param handler only those that they are named on; null for all
  /// @param unhandled only those that nobody is named on
  record Wanted(
      boolean everywhere, List<String> wards, @Nullable String handler, boolean unhandled) {
    public Wanted {
      wards = List.copyOf(wards);
    }
  }

  /// Somebody opened a case, or tried to.
  ///
  /// @param act `READ`, `REVEAL`, `REFER`, `RELEASE`
  record View(long id, String worker, String act, String reason, boolean granted, Instant at) {}

  /// Why a case may be referred (do-no-harm rule 11).
  enum Basis {
    /// The person agreed.
    CONSENT,
    DANGER_TO_LIFE,
    DANGER_TO_CHILD
  }

  /// A page of cases, without what was told.
  ///
  /// @param after the last row of the page before; null for the first page
  List<CaseLine> list(Wanted wanted, @Nullable Place after, int limit);

  /// Who opened a case, oldest first.
  ///
  /// @param after the last view of the page before; 0 for the first page
  List<View> views(CaseNumber number, long after, int limit);

  /// Who is named on a case, the first one first.
  List<String> handlers(CaseNumber number);

  /// The ward of a case, if there is that case.
  java.util.Optional<org.shiriki.place.Residence> ward(CaseNumber number);

  /// Opens a case for somebody who is named on it.
  Reply open(Call call, CaseNumber number, String reason);

  /// Gives the number of a person who wishes to be contacted.
  Reply reveal(Call call, CaseNumber number, String reason);

  /// Keeps that a case was referred, and on what ground.
  Reply refer(Call call, CaseNumber number, Basis basis, String reason);

  /// Brings a case to a stage.
  Reply advance(Call call, CaseNumber number, Stage stage);

  /// Moves a case back to the ordinary desk that words of danger brought here.
  Reply release(Call call, CaseNumber number, String reason);

  /// Names somebody on a case who works here and may handle cases.
  Reply assign(Call call, CaseNumber number, String account);

  /// Takes somebody off a case.
  Reply unassign(Call call, CaseNumber number, String account);
}
