package org.shiriki.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;

/// Times and numbers as people of the coast write them.
final class Clockwork {
  /// The clock on the wall.
  static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  private static final Pattern SPAN = Pattern.compile("(PT?)(\\d{1,9})([YMWDHS])");

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
    var words =
        late ? text.then("", Text.of("", " late")) : text.then("", Text.of(" zimebaki", " left"));
    return (late ? Text.of("imechelewa " + words.sw(), words.en()) : words).in(language);
  }

  /// A span of ISO 8601 in words, `P30D` as `30 days`; what is none stays as it is.
  static String span(String span, Language language) {
    var parts = SPAN.matcher(span);
    return parts.matches()
        ? unit(parts.group(1) + parts.group(3), Long.parseLong(parts.group(2))).in(language)
        : span;
  }

  private static Text unit(String unit, long many) {
    var text =
        switch (unit) {
          case "PY" -> Text.of("miaka ", "year");
          case "PM" -> Text.of("miezi ", "month");
          case "PW" -> Text.of("wiki ", "week");
          case "PD" -> Text.of("siku ", "day");
          case "PTH" -> Text.of("saa ", "hour");
          case "PTM" -> Text.of("dakika ", "minute");
          default -> Text.of("sekunde ", "second");
        };
    return Text.of(text.sw() + many, many + " " + text.en() + (many == 1 ? "" : "s"));
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
