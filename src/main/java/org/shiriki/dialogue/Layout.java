package org.shiriki.dialogue;

import java.util.ArrayList;
import java.util.List;

/// Makes pages of a view: 160 septets each, the carrier's prefix and the keys included.
///
/// Text breaks at word ends, and where possible at the end of a block or a sentence; an option's
/// line is never broken if it fits a page; the keys are always there.
final class Layout {
  /// What a phone shows at most, in septets.
  static final int SCREEN = 160;

  private static final int PREFIX = "CON ".length();
  private static final Text MORE = Text.of("98 Mbele", "98 More");
  private static final Text BACK_HOME = Text.of("0 Rudi 00 Mwanzo", "0 Back 00 Home");
  private static final Text EXIT = Text.of("0 Toka", "0 Exit");

  private final List<Piece> pieces;
  private final List<Integer> lines;
  private final String keys;
  private final String more;

  /// A layout.
  ///
  /// @param lines the piece that each option's line begins with
  private Layout(List<Piece> pieces, List<Integer> lines, String keys, String more) {
    this.pieces = pieces;
    this.lines = lines;
    this.keys = keys;
    this.more = more;
  }

  /// The layout of a view.
  ///
  /// @param root whether it is the main menu, where `0` leaves
  static Layout of(View view, Language language, boolean root) {
    var keys = (root ? EXIT : BACK_HOME).in(language);
    var more = MORE.in(language) + ' ' + keys;
    var longest = SCREEN - PREFIX - 1 - more.length();
    var text = view.text().in(language);
    var pieces = new ArrayList<Piece>();
    if (!text.isEmpty() || view.options().isEmpty()) {
      pieces.addAll(Piece.ofText(text, longest));
    }
    var lines = new ArrayList<Integer>();
    for (var number = 1; number <= view.options().size(); number++) {
      lines.add(pieces.size());
      var label = view.options().get(number - 1).label().in(language);
      pieces.addAll(Piece.ofOption(number + ". " + label, longest));
    }
    return new Layout(pieces, lines, keys, more);
  }

  /// Last words, which stand alone: the first page of them, should they be too many.
  static String farewell(Text words, Language language) {
    var longest = SCREEN - PREFIX;
    var pieces = Piece.ofText(words.in(language), longest);
    var layout = new Layout(pieces, List.of(), "", "");
    return layout.write(0, layout.fitting(0, longest));
  }

  /// The page that begins with a piece; the first page if there is no such piece any more.
  ///
  /// @param notice a short first line, or empty; left out where the piece that must follow it needs
  ///   the room
  Page page(int first, String notice) {
    var from = first < pieces.size() ? first : 0;
    var head = notice.isEmpty() ? "" : Gsm7.plain(notice) + '\n';
    var page = page(from, head, SCREEN - PREFIX - Gsm7.septets(head));
    return Gsm7.septets(page.text()) <= SCREEN - PREFIX ? page : page(from, "", SCREEN - PREFIX);
  }

  /// Whether an option's line stands before a piece.
  ///
  /// @param next where the page after the one shown begins; 0 if that was the last
  boolean hasShown(int option, int next) {
    return next == 0 || lines.get(option - 1) < next;
  }

  private Page page(int from, String head, int room) {
    var all = fitting(from, room - tail(keys));
    if (all == pieces.size()) {
      return new Page(head + write(from, all) + '\n' + keys, 0);
    }
    var next = goodBreak(from, fitting(from, room - tail(more)));
    return new Page(head + write(from, next) + '\n' + more, next);
  }

  private static int tail(String keys) {
    return 1 + Gsm7.septets(keys);
  }

  /// The first piece that no longer fits; at least one piece is taken.
  private int fitting(int from, int room) {
    var used = pieces.get(from).septets();
    var next = from + 1;
    while (next < pieces.size()) {
      used += 1 + pieces.get(next).septets();
      if (used > room) {
        return next;
      }
      next++;
    }
    return next;
  }

  /// In the page's second half breaks before a block that would be torn, else after a sentence;
  /// else where the page is full.
  private int goodBreak(int from, int full) {
    var half = (from + full) / 2;
    for (var at = full; at > half; at--) {
      if (pieces.get(at).startsBlock()) {
        return at;
      }
    }
    for (var at = full; at > half; at--) {
      if (pieces.get(at - 1).endsSentence()) {
        return at;
      }
    }
    return full;
  }

  private String write(int from, int to) {
    var text = new StringBuilder(pieces.get(from).text());
    for (var at = from + 1; at < to; at++) {
      text.append(pieces.get(at).separator()).append(pieces.get(at).text());
    }
    return text.toString();
  }
}
