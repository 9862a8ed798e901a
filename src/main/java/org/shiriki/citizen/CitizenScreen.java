package org.shiriki.citizen;

import java.time.Instant;
import java.util.List;
import org.shiriki.dialogue.Screen;

/// The screens that ask a person who they are, and tell them what is kept.
public sealed interface CitizenScreen extends Screen {
  /// Asks for the language; the first screen that anybody sees.
  record ChooseLanguage() implements CitizenScreen {}

  /// Asks for the ward, beginning with the counties of the coast.
  ///
  /// @param then where the answer leads
  record ChooseCounty(Screen then) implements CitizenScreen {
    @Override
    public boolean holdsWork() {
      return then.holdsWork();
    }
  }

  /// The counties that are not on the coast.
  record ChooseOtherCounty(Screen then) implements CitizenScreen {
    @Override
    public boolean holdsWork() {
      return then.holdsWork();
    }
  }

  /// The constituencies of a county.
  record ChooseConstituency(String county, Screen then) implements CitizenScreen {
    @Override
    public boolean holdsWork() {
      return then.holdsWork();
    }
  }

  /// The wards of a constituency.
  record ChooseWard(String constituency, Screen then) implements CitizenScreen {
    @Override
    public boolean holdsWork() {
      return then.holdsWork();
    }
  }

  /// The wards that fit what was typed.
  ///
  /// @param wards their codes, best first
  record FoundWards(List<String> wards, Screen then) implements CitizenScreen {
    public FoundWards {
      wards = List.copyOf(wards);
    }

    @Override
    public boolean holdsWork() {
      return then.holdsWork();
    }
  }

  /// Tells which ward is kept.
  record WardKept() implements CitizenScreen {}

  /// Asks for consent.
  ///
  /// @param then where agreeing leads
  /// @param otherwise where not agreeing leads
  record AskConsent(Screen then, Screen otherwise) implements CitizenScreen {
    @Override
    public boolean holdsWork() {
      return then.holdsWork();
    }
  }

  /// What the data is used for, before deciding.
  record ConsentInFull(Screen then, Screen otherwise) implements CitizenScreen {
    @Override
    public boolean holdsWork() {
      return then.holdsWork();
    }
  }

  /// Says that without consent this cannot be done, and what can.
  record NotWithoutConsent() implements CitizenScreen {}

  /// Privacy and my data.
  record MyData() implements CitizenScreen {}

  /// What the data is used for.
  record Uses() implements CitizenScreen {}

  /// All that is held about the caller.
  record Held() implements CitizenScreen {}

  /// The words of one consent, and when and how it was given.
  record Agreed(Consent consent) implements CitizenScreen {}

  /// The same of one that the person took back, and when they did.
  record TookBack(Consent consent, Instant at) implements CitizenScreen {}

  /// Who we are.
  record AboutUs() implements CitizenScreen {}
}
