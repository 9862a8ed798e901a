package org.shiriki.information;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.shiriki.console.Doc;

/// What changed in one field from a version of a topic to the next, word by word.
///
/// @param field as the contract calls it
/// @param row counted from 1, of a field with several; empty otherwise
/// @param language empty where the field is the same in all
public record Change(String field, String row, String language, List<Piece> pieces) {
  public Change {
    pieces = List.copyOf(pieces);
  }

  /// Whether words stayed, went or came.
  public enum Kind {
    SAME,
    GONE,
    NEW
  }

  /// Some words, one after another.
  public record Piece(Kind kind, String text) {}

  /// The fields that differ, in the order of the contract.
  static List<Change> between(Doc before, Doc after) {
    var old = values(before);
    var fresh = values(after);
    var names = new LinkedHashSet<>(fresh.keySet());
    names.addAll(old.keySet());
    return names.stream()
        .filter(name -> !old.getOrDefault(name, "").equals(fresh.getOrDefault(name, "")))
        .map(name -> of(name, old.getOrDefault(name, ""), fresh.getOrDefault(name, "")))
        .toList();
  }

  private static Map<String, String> values(Doc words) {
    var values = new LinkedHashMap<String, String>();
    words.leaves().forEach(leaf -> values.put(leaf.name(), leaf.value()));
    return values;
  }

  /// @param name `title.sw`, `pages.en.0`, `sources.2` or `reviewBy`
  private static Change of(String name, String before, String after) {
    var row = "";
    var language = "";
    var parts = List.of(name.split("\\.", -1));
    for (var part : parts.subList(1, parts.size())) {
      if (part.matches("\\d+")) {
        row = Integer.toString(Integer.parseInt(part) + 1);
      } else {
        language = part;
      }
    }
    return new Change(parts.getFirst(), row, language, pieces(words(before), words(after)));
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  /// The shortest way from one text to the other: what both have, in order, stays.
  private static List<Piece> pieces(List<String> before, List<String> after) {
    var common = common(before, after);
    var pieces = new ArrayList<Piece>();
    var i = 0;
    var j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        add(pieces, Kind.SAME, before.get(i));
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        add(pieces, Kind.GONE, before.get(i++));
      } else {
        add(pieces, Kind.NEW, after.get(j++));
      }
    }
    return pieces;
  }

  /// How many words the rests of two texts have in common, from each pair of places on.
  private static int[][] common(List<String> before, List<String> after) {
    var common = new int[before.size() + 1][after.size() + 1];
    for (var i = before.size() - 1; i >= 0; i--) {
      for (var j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void add(List<Piece> pieces, Kind kind, String word) {
    if (!pieces.isEmpty() && pieces.getLast().kind == kind) {
      pieces.add(new Piece(kind, pieces.removeLast().text + ' ' + word));
    } else {
      pieces.add(new Piece(kind, word));
    }
  }
}
