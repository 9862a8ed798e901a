package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Plays every transcript; `-Dtranscripts=write` writes down what is seen instead.
class TranscriptsTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  @TestFactory
  Stream<DynamicTest> every_transcript_reads_as_it_plays() throws IOException {
    return transcripts().stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> play(file)));
  }

  private static List<Path> transcripts() throws IOException {
    try (var calls = Files.list(RESOURCES.resolve("dialogue"));
        var letters = Files.list(RESOURCES.resolve("sms"))) {
      return Stream.concat(calls, letters)
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  private static void play(Path file) throws IOException {
    var written = Files.readString(file);
    var played = new Transcript(written).play();
    if ("write".equals(System.getProperty("transcripts"))) {
      Files.writeString(file, played);
      return;
    }
    assertThat(played).withFailMessage(() -> difference(file, written, played)).isEqualTo(written);
  }

  /// The screen where page and play part, one above the other.
  private static String difference(Path file, String written, String played) {
    var expected = written.lines().toList();
    var seen = played.lines().toList();
    var at = 0;
    while (at < Math.min(expected.size(), seen.size()) && expected.get(at).equals(seen.get(at))) {
      at++;
    }
    return "%s:%d%n%nshould read%n%s%n%nbut plays%n%s%n%n(-Dtranscripts=write writes down what is seen)"
        .formatted(file, at + 1, step(expected, at), step(seen, at));
  }

  /// The lines of the step that a line belongs to.
  private static String step(List<String> lines, int at) {
    var from = Math.min(at, lines.size() - 1);
    while (from > 0 && !lines.get(from).matches("(dials|says|writes) .*")) {
      from--;
    }
    var to = from + 1;
    while (to < lines.size() && (to <= at || lines.get(to).startsWith(" "))) {
      to++;
    }
    return String.join("\n", lines.subList(from, to));
  }

  @Test
  void a_page_that_plays_otherwise_is_shown_beside_what_was_seen() {
    var page = "dials *384*50#\nsees  CON Hujambo\n";
    var played = new Transcript(page).play();

    var difference = difference(Path.of("hujambo.txt"), page, played);

    assertThat(difference)
        .contains("hujambo.txt:2", "should read\ndials *384*50#\nsees  CON Hujambo\n")
        .contains("but plays\ndials *384*50#\nsees  CON Karibu Shiriki")
        .contains("\n      1. Kiswahili\n");
  }
}
