package org.shiriki.poll;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.Language;
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
    var faults = new ArrayList<>(Question.faults("the title", title));
    if (languages.isEmpty()) {
      faults.add("it is offered in no language");
    }
    if (!opens.isBefore(closes)) {
      faults.add("it closes before it opens");
    }
    if (!presentable(sponsor) || !presentable(conductor)) {
      faults.add("sponsor and conductor must be named, in letters that basic phones can show");
    }
    if (questions.isEmpty() || questions.size() > MOST) {
      faults.add("it has %d questions; 1 to 5 are possible".formatted(questions.size()));
    }
    if (questions.size() == 1 && questions.getFirst().skippable()) {
      faults.add("its only question cannot be skippable");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
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

  /// Its first day, as the people whom it asks count days.
  LocalDate firstDay() {
    return LocalDate.ofInstant(opens, NAIROBI);
  }

  /// The last day on which it is answered.
  LocalDate lastDay() {
    return LocalDate.ofInstant(closes.minusNanos(1), NAIROBI);
  }

  private static boolean presentable(String name) {
    return !name.isBlank() && Gsm7.allGsm7(name);
  }
}
