package org.shiriki.dialogue;

/// One screenful.
///
/// @param text at most 156 septets: 160 less the carrier's prefix
/// @param next the piece that the next page begins with, or 0 where this is the last page
record Page(String text, int next) {
  boolean last() {
    return next == 0;
  }
}
