package org.shiriki.console;

import java.time.Instant;
import java.util.List;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.place.County;
import org.shiriki.place.Places;

/// How a page speaks to whoever looks at it: words, times, numbers and places in their language.
public abstract sealed class Speech permits Look {
  private final Language language;
  private final Instant now;
  private final Lexicon lexicon;
  private final Places places;
  private final Schema schema;

  Speech(Language language, Instant now, Lexicon lexicon, Places places, Schema schema) {
    this.language = language;
    this.now = now;
    this.lexicon = lexicon;
    this.places = places;
    this.schema = schema;
  }

  /// Words in the language of who looks.
  public String say(String sw, String en) {
    return Text.of(sw, en).in(language);
  }

  public String say(Text text) {
    return text.in(language);
  }

  /// The code of their language, `sw` or `en`.
  public String language() {
    return language.code();
  }

  /// A word of the contract (`IN_HAND`) in their language.
  public String word(String term) {
    return lexicon.word(term, language);
  }

  /// How long it is until then, or since: `3 days left`.
  public String left(String time) {
    return Clockwork.left(now, Instant.parse(time), language);
  }

  /// A span in words, `P30D` as `30 days`.
  public String span(String span) {
    return Clockwork.span(span, language);
  }

  /// `22 Nov 2026, 10:15` in Nairobi.
  public String moment(String time) {
    return Clockwork.moment(time, language);
  }

  /// `22 Nov 2026` in Nairobi.
  public String day(String time) {
    return Clockwork.day(time, language);
  }

  /// A time as a field of a form has it.
  public String timeField(String time) {
    return Clockwork.field(time);
  }

  /// `12,345`.
  public String number(long number) {
    return Clockwork.number(number);
  }

  /// `KSh 12,345.50`.
  public String money(double shillings) {
    return Clockwork.money(shillings);
  }

  /// The name of a county (three digits) or a ward (four).
  public String place(String code) {
    return places
        .ward(code)
        .map(places::inFull)
        .or(() -> places.county(code).map(County::name))
        .orElse(code);
  }

  /// All counties, the coast first.
  public List<Choice> counties() {
    return places.counties().stream()
        .map(county -> new Choice(county.code(), county.name()))
        .toList();
  }

  /// The counties of the coast.
  public List<Choice> coast() {
    return places.counties().stream()
        .filter(County::coastal)
        .map(county -> new Choice(county.code(), county.name()))
        .toList();
  }

  /// The wards of a county; of the coast where no county is named.
  public List<Choice> wards(String county) {
    return places.counties().stream()
        .filter(found -> county.isEmpty() ? found.coastal() : found.code().equals(county))
        .flatMap(found -> found.constituencies().stream())
        .flatMap(found -> found.wards().stream())
        .map(ward -> new Choice(ward.code(), places.inFull(ward)))
        .toList();
  }

  /// What a named value of the contract may be, in words.
  public List<Choice> choices(String schema) {
    return this.schema.named(schema).choices().stream()
        .map(value -> new Choice(value, word(value)))
        .toList();
  }
}
