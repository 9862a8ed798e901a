package org.shiriki.poll;

import org.shiriki.dialogue.Caller;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;

/// Where a ballot came from, as coarsely as results are broken down.
///
/// @param county three digits, or as many dashes if it is not known
/// @param language as it is stored, or as many dashes
public record Cell(String county, String language) {
  /// In place of a county, or a language: it is not known.
  private static final String NOWHERE = "---";

  /// In place of a language: it is not known.
  private static final String SPEECHLESS = "--";

  /// Of whom nothing is known, or kept any more.
  public static final Cell UNKNOWN = new Cell(NOWHERE, SPEECHLESS);

  /// Where a caller's ballot comes from.
  static Cell of(Caller caller, Places places) {
    var county = caller.ward().known().flatMap(places::ward).map(Ward::county).orElse(NOWHERE);
    return new Cell(county, caller.language().code());
  }

  /// Whether a county or a language is known.
  static boolean known(String part) {
    return !part.equals(NOWHERE) && !part.equals(SPEECHLESS);
  }

  /// Reads what [#text] wrote.
  static Cell parse(String text) {
    var split = NOWHERE.length();
    return new Cell(text.substring(0, split), text.substring(split));
  }

  /// As it is sealed: as long for every cell.
  String text() {
    return county + language;
  }

  /// Nothing of where somebody is from.
  @Override
  public String toString() {
    return "Cell[hidden]";
  }
}
