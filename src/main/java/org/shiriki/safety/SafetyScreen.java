package org.shiriki.safety;

import java.util.UUID;
import org.shiriki.dialogue.Screen;
import org.shiriki.place.Residence;

/// The screens of safety. None of them says what a case is about, and none is offered again.
///
/// ```
/// Numbers ──> ChooseKind ──> AskAge ──> InDanger ──> PhoneAlone ──> AskContact ──> AskWord ──> Write
///   │            │             │           └─> CallNow ──^            └─> AskHour ──^         │
///   │            └──> Groups   └──> the child line, and the end                            Filed
///   └──> AskNumber ──> AskSafeWord ──> Standing
///
/// (an ordinary report) ──> Heard ──> Filed
/// ```
public sealed interface SafetyScreen extends Screen {
  @Override
  default boolean staysPrivate() {
    return true;
  }

  /// The numbers, before anything is asked: main menu, 2, last.
  record Numbers() implements SafetyScreen {}

  /// Asks what it is about.
  record ChooseKind() implements SafetyScreen {}

  /// The numbers against violent groups, and why no words are taken.
  record Groups() implements SafetyScreen {}

  /// Asks whether the person is a child.
  record AskAge(Telling telling) implements SafetyScreen {}

  /// Says what helps at once, and asks whether anybody is in danger now.
  record InDanger(Telling telling) implements SafetyScreen {}

  /// Sends the person to the phone; they may go on.
  record CallNow(Telling telling) implements SafetyScreen {}

  /// Asks whether others use this phone.
  record PhoneAlone(Telling telling) implements SafetyScreen {}

  /// Asks whether the person may be contacted; the first answer is no.
  record AskContact(Telling telling) implements SafetyScreen {}

  /// Asks for the hour of a call.
  record AskHour(Telling telling) implements SafetyScreen {}

  /// Offers a safe word.
  record AskWord(Telling telling) implements SafetyScreen {}

  /// Asks what happened; the answer is filed.
  record Write(Telling telling) implements SafetyScreen {}

  /// An ordinary report told of danger: the numbers, and the way here instead of to an office.
  ///
  /// @param id the report's
  record Heard(UUID id, Residence ward, Story story) implements SafetyScreen {}

  /// The receipt.
  ///
  /// @param number empty where nobody may ask
  record Filed(String number) implements SafetyScreen {}

  /// Asks for a case's number.
  record AskNumber() implements SafetyScreen {}

  /// Asks for its safe word.
  record AskSafeWord(CaseNumber number) implements SafetyScreen {}

  /// How far a case has come.
  record Standing(Stage stage) implements SafetyScreen {}
}
