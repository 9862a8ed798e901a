package org.shiriki.dialogue;

import java.util.ArrayList;
import java.util.List;

/// What a page is put together from: a word of text, or the whole line of an option.
///
/// @param separator what stands before it when it is not first on its page: a space or a line break
/// @param startsBlock whether a page had better begin with it than break after it
record Piece(String text, char separator, boolean startsBlock) {
  int septets() {
    return Gsm7.septets(text);
  }

  boolean endsSentence() {
    return !text.isEmpty() && ".?!".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /// The words of a text, in letters that a phone can show.
  ///
  /// @param longest the most septets that a page holds; a longer word is cut into such parts
  static List<Piece> ofText(String text, int longest) {
    var pieces = new ArrayList<Piece>();
    for (var block : text.split("\f", -1)) {
      var first = true;
      for (var line : Gsm7.plain(block).split("\n", -1)) {
        var separator = '\n';
        for (var word : line.split(" ", -1)) {
          pieces.addAll(cut(word, separator, first && !pieces.isEmpty(), longest));
          separator = ' ';
          first = false;
        }
      }
    }
    return pieces;
  }

  /// The line of an option, whole where it fits.
  static List<Piece> ofOption(String line, int longest) {
    var plain = Gsm7.plain(line);
    return Gsm7.septets(plain) <= longest
        ? List.of(new Piece(plain, '\n', true))
        : ofText(plain, longest);
  }

  private static List<Piece> cut(String word, char separator, boolean startsBlock, int longest) {
    if (Gsm7.septets(word) <= longest) {
      return List.of(new Piece(word, separator, startsBlock));
    }
    var parts = new ArrayList<Piece>();
    var part = new StringBuilder();
    for (var at = 0; at < word.length(); at++) {
      if (Gsm7.septets(part.toString()) + Gsm7.septets(word.charAt(at)) > longest) {
        var first = parts.isEmpty();
        parts.add(new Piece(part.toString(), first ? separator : ' ', first && startsBlock));
        part.setLength(0);
      }
      part.append(word.charAt(at));
    }
    parts.add(new Piece(part.toString(), ' ', false));
    return parts;
  }
}
