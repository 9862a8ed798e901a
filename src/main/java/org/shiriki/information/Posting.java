package org.shiriki.information;

/// A help line as staff keep it.
///
/// @param position its place in the list, the smallest first
/// @param version counts what staff did to it
public record Posting(HelpLine line, int position, long version) {
  /// What a changed line and place make of it.
  Posting changed(HelpLine next, int place) {
    return new Posting(next, place, version + 1);
  }
}
