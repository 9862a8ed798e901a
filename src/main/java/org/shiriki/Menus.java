package org.shiriki;

import java.util.List;
import org.shiriki.alert.AlertScreen.ChooseAlert;
import org.shiriki.citizen.CitizenScreen.AboutUs;
import org.shiriki.citizen.CitizenScreen.ChooseCounty;
import org.shiriki.citizen.CitizenScreen.ChooseLanguage;
import org.shiriki.citizen.CitizenScreen.MyData;
import org.shiriki.citizen.CitizenScreen.WardKept;
import org.shiriki.concern.ConcernScreen.ChooseCategory;
import org.shiriki.concern.ConcernScreen.MyReports;
import org.shiriki.dialogue.HouseScreen.More;
import org.shiriki.dialogue.HouseScreens;
import org.shiriki.dialogue.HouseScreens.Entry;
import org.shiriki.dialogue.HouseScreens.Menu;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Text;
import org.shiriki.information.InformationScreen.ChooseTopic;
import org.shiriki.information.InformationScreen.HelpNumbers;
import org.shiriki.poll.PollScreen.OpenPolls;

/// What the main menu offers, in the order that people learn by heart.
final class Menus {
  private static final Menu MAIN =
      new Menu(
          Text.of("Karibu Shiriki.", "Welcome to Shiriki."),
          List.of(
              entry("Taarifa", "Information", ChooseTopic.unlisted()),
              entry("Ripoti hoja", "Report a concern", new ChooseCategory()),
              entry("Maoni", "Opinion polls", OpenPolls.unlisted()),
              entry("Arifa", "Alerts", ChooseAlert.unlisted()),
              entry("Ripoti zangu", "My reports", new MyReports()),
              entry("Zaidi", "More", new More())));

  private static final Menu MORE =
      new Menu(
          Text.of("Zaidi", "More"),
          List.of(
              entry("Lugha yangu", "My language", new ChooseLanguage()),
              entry("Wadi yangu", "My ward", new ChooseCounty(new WardKept())),
              entry("Faragha na data yangu", "Privacy and my data", new MyData()),
              entry("Nambari za msaada", "Help lines", new HelpNumbers()),
              entry("Kuhusu sisi", "About us", new AboutUs())));

  private Menus() {}

  static HouseScreens house() {
    return new HouseScreens(MAIN, MORE, new HelpNumbers());
  }

  private static Entry entry(String sw, String en, Screen opens) {
    return new Entry(Text.of(sw, en), opens);
  }
}
