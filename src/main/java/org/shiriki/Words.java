package org.shiriki;

import java.util.Map;
import java.util.Optional;
import org.shiriki.alert.AlertScreen.ChooseAlert;
import org.shiriki.citizen.CitizenScreen.ChooseCounty;
import org.shiriki.citizen.CitizenScreen.ChooseLanguage;
import org.shiriki.citizen.CitizenScreen.MyData;
import org.shiriki.citizen.CitizenScreen.WardKept;
import org.shiriki.citizen.Citizens;
import org.shiriki.citizen.DataScreen.Leave;
import org.shiriki.dialogue.HouseScreen.ByPhone;
import org.shiriki.dialogue.HouseScreen.Guide;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Turn;
import org.shiriki.sms.Heard;
import org.shiriki.sms.Keywords;
import org.shiriki.sms.Opening;

/// What the words lead to that open a screen and say nothing more than what is answered on it.
final class Words implements Keywords {
  private static final Map<String, Screen> SCREENS =
      Map.of(
          "help", new Guide(),
          "greeting", new Guide(),
          "danger", new Guide(),
          "quiet", new ByPhone(),
          "data", new MyData(),
          "erase", Leave.asked(),
          "language", new ChooseLanguage(),
          "ward", new ChooseCounty(new WardKept()),
          "join", ChooseAlert.unlisted());

  /// So many words after a call for help tell what is wrong, and are not to be lost.
  private static final int STORY = 3;

  private static final Map<String, String> LANGUAGES = Map.of("kiswahili", "1", "english", "2");

  private final Citizens citizens;

  Words(Citizens citizens) {
    this.citizens = citizens;
  }

  @Override
  public Optional<Opening> hear(Heard heard, Turn turn) {
    var language = LANGUAGES.get(heard.act());
    if (language != null) {
      return Optional.of(new Opening(new ChooseLanguage(), language));
    }
    if (heard.asksFor("help") && heard.rest().split("\\s+").length >= STORY) {
      return Optional.empty();
    }
    if (heard.asksFor("join")) {
      citizens.welcomesMessages(turn.key());
    }
    return Optional.ofNullable(SCREENS.get(heard.act())).map(screen -> opening(screen, heard));
  }

  /// A ward is named; elsewhere only the number of a line is heard.
  private static Opening opening(Screen screen, Heard heard) {
    var takes = screen instanceof ChooseCounty || heard.rest().matches("\\d{1,2}");
    return takes
            && !(screen instanceof Guide || screen instanceof ByPhone || screen instanceof Leave)
        ? new Opening(screen, heard.rest())
        : Opening.of(screen);
  }
}
