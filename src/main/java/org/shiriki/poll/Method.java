package org.shiriki.poll;

import java.time.LocalDate;
import java.util.List;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Places;

/// The line without which no result is shown: how many answered, when, who was asked and by whom.
final class Method {
  private static final Text LINE =
      Text.of(
          "Maoni {people}, {period}, {population}, {asker}, {sample}. Mwenye laini mbili anaweza"
              + " kujibu mara mbili.",
          "Answers {people}, {period}, {population}, {asker}, {sample}. Someone with two SIM cards"
              + " can answer twice.");
  private static final Text NO_SAMPLE =
      Text.of("si sampuli wakilishi", "not a representative sample");
  private static final Text BY_LOT =
      Text.of("waliochaguliwa kwa bahati, kosa +-{margin}%", "chosen by lot, error +-{margin}%");
  private static final Text FIGURES =
      Text.of(
          "Waliosajiliwa eneo hilo: {could}. Waliotumiwa mwaliko: {invited}. Waliojibu: {people}.",
          "Registered in the area: {could}. Invited: {invited}. Answered: {people}.");
  private static final Text FEW = Text.of("chini ya 10", "fewer than 10");
  private static final List<Text> MONTHS =
      List.of(
          Text.same("Jan"),
          Text.same("Feb"),
          Text.of("Mac", "Mar"),
          Text.same("Apr"),
          Text.of("Mei", "May"),
          Text.same("Jun"),
          Text.same("Jul"),
          Text.of("Ago", "Aug"),
          Text.same("Sep"),
          Text.of("Okt", "Oct"),
          Text.same("Nov"),
          Text.of("Des", "Dec"));

  private Method() {}

  /// `Maoni 412, 3-10 Nov 2026, wadi 12, KECOSCE, si sampuli wakilishi. Mwenye laini mbili …`
  static Text line(Poll poll, MethodBox method, Tally tally, Places places) {
    return LINE.with("people", shown(tally.people()))
        .with("period", period(poll.firstDay(), poll.lastDay()))
        .with("population", poll.audience().named(places))
        .with("asker", asker(poll))
        .with("sample", sample(method));
  }

  private static Text sample(MethodBox method) {
    return method.sampling() == MethodBox.Sampling.SELF_SELECTED
        ? NO_SAMPLE
        : BY_LOT.with("margin", String.valueOf(method.marginOfError()));
  }

  /// Who could answer, who was asked, who answered.
  static Text figures(Seal seal, MethodBox method) {
    return FIGURES
        .with("could", shown(seal.could()))
        .with("invited", method.contacted() == 0 ? Text.same("0") : shown(method.contacted()))
        .with("people", shown(seal.tally().people()));
  }

  private static Text shown(int people) {
    return people < Suppression.FEWEST ? FEW : Text.same(Integer.toString(people));
  }

  /// `10 Nov 2026`.
  static Text day(LocalDate day) {
    return dayAndMonth(day).then(" ", Text.same(Integer.toString(day.getYear())));
  }

  /// `3-10 Nov 2026`; the month and the year of the first day only where they differ.
  private static Text period(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return day(last);
    }
    if (first.getYear() != last.getYear()) {
      return day(first).then("-", day(last));
    }
    var from =
        first.getMonth() == last.getMonth()
            ? Text.same(Integer.toString(first.getDayOfMonth()))
            : dayAndMonth(first);
    return from.then("-", day(last));
  }

  private static Text dayAndMonth(LocalDate day) {
    return Text.same(Integer.toString(day.getDayOfMonth()))
        .then(" ", MONTHS.get(day.getMonthValue() - 1));
  }

  private static Text asker(Poll poll) {
    return poll.sponsor().equals(poll.conductor())
        ? Text.same(poll.conductor())
        : Text.of("{conductor} kwa niaba ya {sponsor}", "{conductor} for {sponsor}")
            .with("conductor", poll.conductor())
            .with("sponsor", poll.sponsor());
  }
}
