package org.shiriki.poll;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Proof;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Places;

/// A few questions put to the people of a place, once to each.
///
/// @param languages those in which it is offered
/// @param opens the first moment at which it is answered
/// @param closes the first moment at which it is no longer answered
/// @param sponsor who pays for it
/// @param conductor who asks
/// @param electionRelated whether the law on electoral opinion polls applies
/// @param questions one to five
public record Poll(
    PollId id,
    Text title,
    Audience audience,
    Set<Language> languages,
    Instant opens,
    Instant closes,
    String sponsor,
    String conductor,
    boolean electionRelated,
    List<Question> questions) {
  static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final int MOST = 5;

  public Poll {
    languages = Set.copyOf(languages);
    questions = List.copyOf(questions);
  }

  /// Whether an answer given at this moment counts.
  public boolean openAt(Instant now) {
    return !now.isBefore(opens) && now.isBefore(closes);
  }

  /// Whether its results are final.
  public boolean closedAt(Instant now) {
    return !now.isBefore(closes);
  }

  /// Whether it is put to this caller.
  public boolean isFor(Caller caller, Places places) {
    return languages.contains(caller.language()) && audience.reaches(caller.ward(), places);
  }

  /// A question by its number, counted from 1.
  Question question(int number) {
    return questions.get(number - 1);
  }

  boolean has(int question) {
    return question >= 1 && question <= questions.size();
  }

  /// The same, answered at other times.
  Poll between(Instant first, Instant last) {
    return new Poll(
        id,
        title,
        audience,
        languages,
        first,
        last,
        sponsor,
        conductor,
        electionRelated,
        questions);
  }

  /// Its first day, as the people whom it asks count days.
  LocalDate firstDay() {
    return LocalDate.ofInstant(opens, NAIROBI);
  }

  /// The last day on which it is answered.
  LocalDate lastDay() {
    return LocalDate.ofInstant(closes.minusNanos(1), NAIROBI);
  }

  /// What is wrong with it, in words for whoever wrote it.
  List<String> faults(Places places) {
    var proof =
        new Proof()
            .text("title", title, Proof.LABEL)
            .text("sponsor", Text.same(sponsor), Proof.LABEL)
            .text("conductor", Text.same(conductor), Proof.LABEL)
            .note(languages.isEmpty(), "is offered in no language")
            .note(!opens.isBefore(closes), "closes before it opens")
            .note(
                questions.isEmpty() || questions.size() > MOST,
                "has %d questions; 1 to 5 are possible".formatted(questions.size()))
            .note(
                questions.size() == 1 && questions.getFirst().skippable(),
                "cannot have its only question skipped");
    audience.strangers(places).forEach(code -> proof.note(true, "no place has the code " + code));
    for (var number = 1; number <= questions.size(); number++) {
      var where = "question " + number + ": ";
      question(number).faults().forEach(fault -> proof.note(true, where + fault));
    }
    return proof.faults();
  }
}
