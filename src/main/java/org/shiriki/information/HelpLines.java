package org.shiriki.information;

import java.nio.file.Path;
import java.util.List;
import org.shiriki.seed.SeedFile;

/// Keeps the help lines.
public interface HelpLines {
  /// Every help line, the most urgent first.
  List<HelpLine> all();

  /// Those that a fresh gateway begins with.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong with the file
  static List<HelpLine> seed(Path config) {
    return SeedFile.read(config.resolve("help-lines.yaml"), HelpLine.class, HelpLine::faults);
  }
}
