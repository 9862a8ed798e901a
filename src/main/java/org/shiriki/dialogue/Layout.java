package org.shiriki.dialogue;

import java.util.ArrayList;
import java.util.List;

/// Makes pages of a view that fit a [Door], on USSD the keys included.
///
/// Text breaks at word ends, and where possible at the end of a block or a sentence; an option's
/// line is never broken if it fits a page; on USSD the keys are always there.
final class Layout {
  private static final Text MORE = Text.of("98 Mbele", "98 More");
  private static final Text MORE_IN_WORDS = Text.of("Zaidi: tuma 98", "More: send 98");
  private static final Text BACK_HOME = Text.of("0 Rudi 00 Mwanzo", "0 Back 00 Home");
  private static final Text EXIT = Text.of("0 Toka", "0 Exit");

  private final List<Piece> pieces;
  private final List<Integer> lines;
  private final String keys;
  private final String more;
  private final int room;

  /// A layout.
  ///
  /// @param lines the piece that each option's line begins with
  /// @param room what fits a page, in septets
  private Layout(List<Piece> pieces, List<Integer> lines, String keys, String more, int room) {
    this.pieces = pieces;
    this.lines = lines;
    this.keys = keys;
    this.more = more;
    this.room = room;
  }

  /// The layout of a view.
  ///
  /// @param root whether it is the main menu, where `0` leaves
  static Layout of(View view, Language language, boolean root, Door door) {
    var keys = door.writesKeys() ? (root ? EXIT : BACK_HOME).in(language) : "";
    var more = door.writesKeys() ? MORE.in(language) + ' ' + keys : MORE_IN_WORDS.in(language);
    var longest = door.room() - 1 - more.length();
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
    return new Layout(pieces, lines, keys, more, door.room());
  }

  /// Last words, which stand alone: the first page of them, should they be too many.
  static String farewell(Text words, Language language, Door door) {
    var longest = door.room();
    var pieces = Piece.ofText(words.in(language), longest);
    var layout = new Layout(pieces, List.of(), "", "", longest);
    return layout.write(0, layout.fitting(0, longest));
  }

  /// The page that begins with a piece; the first page if there is no such piece any more.
  ///
  /// @param notice a short first line, or empty; left out where the piece that must follow it needs
  ///   the room
  Page page(int first, String notice) {
    var from = first < pieces.size() ? first : 0;
    var head = notice.isEmpty() ? "" : Gsm7.plain(notice) + '\n';
    var page = page(from, head, room - Gsm7.septets(head));
    return Gsm7.septets(page.text()) <= room ? page : page(from, "", room);
  }

  /// Whether an option's line stands before a piece.
  ///
  /// @param next where the page after the one shown begins; 0 if that was the last
  boolean hasShown(int option, int next) {
    return next == 0 || lines.get(option - 1) < next;
  }

  private Page page(int from, String head, int left) {
    var all = fitting(from, left - Gsm7.septets(under(keys)));
    if (all == pieces.size()) {
      return new Page(head + write(from, all) + under(keys), 0);
    }
    var next = goodBreak(from, fitting(from, left - Gsm7.septets(under(more))));
    return new Page(head + write(from, next) + under(more), next);
  }

  private static String under(String keys) {
    return keys.isEmpty() ? "" : '\n' + keys;
  }

  /// The first piece that no longer fits; at least one piece is taken.
  private int fitting(int from, int left) {
    var used = pieces.get(from).septets();
    var next = from + 1;
    while (next < pieces.size()) {
      used += 1 + pieces.get(next).septets();
      if (used > left) {
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
