package org.shiriki.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;

/// Times and numbers as people of the coast write them.
final class Clockwork {
  /// The clock on the wall.
  static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  private Clockwork() {}

  /// `22 Nov 2026, 10:15`; words that are no time stay as they are.
  static String moment(String time, Language language) {
    return at(time, "d MMM yyyy, HH:mm", language);
  }

  /// `22 Nov 2026`, of a time or a day.
  static String day(String time, Language language) {
    return at(time.length() == 10 ? time + "T00:00:00+03:00" : time, "d MMM yyyy", language);
  }

  /// How long it is until a time, or since it: days, or hours where it is less than two days.
  static String left(Instant now, Instant until, Language language) {
    var late = until.isBefore(now);
    var hours = Math.abs(Duration.between(now, until).toHours());
    var many = hours < 48 ? hours : hours / 24;
    var text =
        hours < 48
            ? Text.of("saa " + many, many == 1 ? "1 hour" : many + " hours")
            : Text.of("siku " + many, many + " days");
    return text.then("", late ? Text.of(" za kuchelewa", " late") : Text.of(" za kubaki", " left"))
        .in(language);
  }

  /// A time as a field of a form has it.
  static String field(String time) {
    return time.isEmpty() ? "" : FIELD.format(local(time));
  }

  /// `12,345`.
  static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /// `KSh 12,345.50`.
  static String money(double shillings) {
    return String.format(Locale.ENGLISH, "KSh %,.2f", shillings);
  }

  private static String at(String time, String pattern, Language language) {
    return time.isEmpty()
        ? ""
        : DateTimeFormatter.ofPattern(pattern, Locale.of(language.code())).format(local(time));
  }

  private static ZonedDateTime local(String time) {
    return time.endsWith("Z")
        ? Instant.parse(time).atZone(NAIROBI)
        : ZonedDateTime.parse(time).withZoneSameInstant(NAIROBI);
  }
}
