package org.shiriki.information;

/// A topic as staff keep it: its newest words, and which of its versions phones show.
///
/// @param position its place in the menu, the smallest first
/// @param shown the number of the version that phones show, or [#NONE]
/// @param version counts what staff did to it
public record Folder(int position, Edition latest, long shown, long version) {
  /// In place of a number: phones show none of it.
  static final long NONE = 0;

  /// What it is known by.
  String id() {
    return latest.topic().id();
  }
}
