package org.shiriki.citizen;

import java.util.List;
import org.shiriki.citizen.CitizenScreen.AskConsent;
import org.shiriki.citizen.CitizenScreen.ChooseConstituency;
import org.shiriki.citizen.CitizenScreen.ChooseOtherCounty;
import org.shiriki.citizen.CitizenScreen.ChooseWard;
import org.shiriki.citizen.CitizenScreen.FoundWards;
import org.shiriki.citizen.CitizenScreen.NotWithoutConsent;
import org.shiriki.citizen.CitizenScreen.WardKept;
import org.shiriki.dialogue.Door;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.place.County;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.place.Ward;

/// The way to a ward: by county and constituency, or by typing part of its name.
final class WardMenus {
  private static final int SHOWN = 20;
  private static final int SHOWN_BY_SMS = 9;
  private static final int SHORTEST = 3;
  private static final Text NOT_FOUND = Text.of("Hatujaipata wadi hiyo.", "No ward of that name.");
  private static final Text UNKNOWN = Text.of("Sijui", "I do not know");

  private final Citizens citizens;
  private final Places places;

  WardMenus(Citizens citizens, Places places) {
    this.citizens = citizens;
    this.places = places;
  }

  View counties(Screen then, Turn turn) {
    var view =
        View.of(
            Text.of(
                "Unaishi wapi? Chagua au andika wadi", "Where do you live? Choose or type a ward"));
    for (var county : places.counties()) {
      if (county.coastal()) {
        view = option(view, county, then);
      }
    }
    return view.option(Text.of("Kaunti nyingine", "Other county"), new ChooseOtherCounty(then))
        .option(UNKNOWN, () -> keep(new Residence.Unknown(), then, turn))
        .searching(typed -> search(typed, then, turn));
  }

  View otherCounties(Screen then, Turn turn) {
    var view = View.of(Text.of("Kaunti gani?", "Which county?"));
    for (var county : places.counties()) {
      if (!county.coastal()) {
        view = option(view, county, then);
      }
    }
    return view.option(UNKNOWN, () -> keep(new Residence.Unknown(), then, turn))
        .searching(typed -> search(typed, then, turn));
  }

  View constituencies(String county, Screen then, Turn turn) {
    var view = View.of(Text.of("Eneo bunge gani?", "Which constituency?"));
    for (var constituency : places.county(county).map(County::constituencies).orElse(List.of())) {
      view = view.option(Text.same(constituency.name()), new ChooseWard(constituency.code(), then));
    }
    return view.option(UNKNOWN, () -> keep(new Residence.Unknown(), then, turn))
        .searching(typed -> search(typed, then, turn));
  }

  View wards(String constituency, Screen then, Turn turn) {
    var view = View.of(Text.of("Wadi gani?", "Which ward?"));
    for (var ward :
        places.constituency(constituency).map(found -> found.wards()).orElse(List.of())) {
      view =
          view.option(
              Text.same(ward.name()), () -> keep(new Residence.In(ward.code()), then, turn));
    }
    return view.option(UNKNOWN, () -> keep(new Residence.Unknown(), then, turn))
        .searching(typed -> search(typed, then, turn));
  }

  View found(List<String> codes, Screen then, Turn turn) {
    var view = View.of(Text.of("Ni ipi?", "Which one?"));
    for (var code : codes) {
      var name = places.ward(code).map(places::inFull).orElse(code);
      view = view.option(Text.same(name), () -> keep(new Residence.In(code), then, turn));
    }
    return view.searching(typed -> search(typed, then, turn));
  }

  View kept(Turn turn) {
    var line = line(turn.caller().ward());
    return turn.caller().consented()
        ? View.of(line.then("\n", Text.of("Imehifadhiwa.", "It is saved.")))
        : View.of(
                line.then(
                    "\n",
                    Text.of(
                        "Kwa sasa tu: bila idhini yako hatuihifadhi.",
                        "For now only: without your consent we do not keep it.")))
            .option(
                Text.of("Toa idhini", "Give consent"),
                () -> Step.instead(new AskConsent(new WardKept(), new NotWithoutConsent())));
  }

  /// The ward as a line of text.
  Text line(Residence ward) {
    var name =
        ward.known()
            .flatMap(places::ward)
            .map(known -> Text.same(places.inFull(known)))
            .orElse(Text.of("haijulikani", "not known"));
    return Text.of("Wadi: {ward}", "Ward: {ward}").with("ward", name);
  }

  private static View option(View view, County county, Screen then) {
    return view.option(Text.same(county.name()), new ChooseConstituency(county.code(), then));
  }

  private Step search(String typed, Screen then, Turn turn) {
    var found =
        switch (turn.door()) {
          case USSD -> places.search(typed).stream().limit(SHOWN).toList();
          case SMS -> named(typed);
        };
    if (found.isEmpty()) {
      return Step.again(NOT_FOUND);
    }
    return turn.door() == Door.SMS && found.size() == 1
        ? keep(new Residence.In(found.getFirst().code()), then, turn)
        : Step.go(new FoundWards(found.stream().map(Ward::code).toList(), then));
  }

  /// Every question more is an SMS more: a ward of exactly that name is taken, and few are offered.
  private List<Ward> named(String typed) {
    var named = places.named(typed);
    return named.isEmpty() && typed.length() >= SHORTEST
        ? places.search(typed).stream().limit(SHOWN_BY_SMS).toList()
        : named;
  }

  private Step keep(Residence answer, Screen then, Turn turn) {
    if (turn.caller().consented()) {
      citizens.livesIn(turn.key(), answer);
    }
    return new Step.Known(turn.caller().livingIn(answer), Step.go(then));
  }
}
