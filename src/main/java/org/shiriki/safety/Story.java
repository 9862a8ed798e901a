package org.shiriki.safety;

/// What was told.
///
/// @param about the kind that was chosen, or the category of the ordinary report that it was
/// @param remedy what would fix it, of an ordinary report; otherwise empty
public record Story(String about, String text, String remedy) {
  private static final int LONGEST = 600;

  /// A story as it was typed, on one line.
  static Story told(Kind kind, String typed) {
    var words = typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    var most = Math.min(LONGEST, words.codePointCount(0, words.length()));
    return new Story(kind.name(), words.substring(0, words.offsetByCodePoints(0, most)), "");
  }

  @Override
  public String toString() {
    return "Story[hidden]";
  }
}
