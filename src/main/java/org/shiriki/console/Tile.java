package org.shiriki.console;

import org.shiriki.staff.Right;

/// A part of the home page, shown to those who have a right.
public record Tile(Right needs, Page.Show show) {}
