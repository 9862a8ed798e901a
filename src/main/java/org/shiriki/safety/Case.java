package org.shiriki.safety;

import java.time.LocalDate;
import org.shiriki.place.Residence;

/// A case as its case workers read it. Of the safe word nothing is known but its hash.
public record Case(
    CaseNumber number,
    Source source,
    Stage stage,
    Residence ward,
    LocalDate filed,
    Story story,
    Safeguards safeguards) {
  @Override
  public String toString() {
    return "Case[hidden]";
  }
}
