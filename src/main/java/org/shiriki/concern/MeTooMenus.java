package org.shiriki.concern;

import java.util.List;
import java.util.function.Function;
import org.shiriki.citizen.CitizenScreen.AskConsent;
import org.shiriki.concern.ConcernScreen.Describe;
import org.shiriki.concern.FollowScreen.Joined;
import org.shiriki.concern.FollowScreen.MeToo;
import org.shiriki.concern.FollowScreen.Offered;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Step;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;

/// Joining a concern that somebody else has reported.
final class MeTooMenus {
  private static final Text ENDED =
      Text.of("Hoja hiyo imefungwa sasa.", "That concern has closed by now.");

  private final Voices voices;
  private final Function<String, Text> categories;

  /// The menus.
  ///
  /// @param categories a category's title by its id
  MeTooMenus(Voices voices, Function<String, Text> categories) {
    this.voices = voices;
    this.categories = categories;
  }

  /// The list filled in; or straight on to writing where nothing is open.
  Screen arrive(Offered offered, Turn turn) {
    if (!offered.concerns().isEmpty()) {
      return offered;
    }
    var ward = turn.caller().ward();
    var draft = offered.draft().in(ward);
    var open = voices.open(draft.category(), ward, turn.key());
    return open.isEmpty() ? new Describe(draft, false) : new Offered(draft, open);
  }

  View offered(Draft draft, List<OpenConcern> concerns, Turn turn) {
    var view =
        View.of(
            categories
                .apply(draft.category())
                .then("", Text.of(": ni hoja hii?", ": is it one of these?")));
    for (var concern : concerns) {
      view = view.option(line(concern, turn), new MeToo(concern));
    }
    return view.option(
        Text.of("Hoja yangu ni nyingine", "Mine is another"), new Describe(draft, false));
  }

  private static Text line(OpenConcern concern, Turn turn) {
    var told = Age.of(concern.filed(), turn.now()).then(", ", count(concern.voices()));
    return concern.title().isEmpty()
        ? told
        : Text.same(Gsm7.plain(concern.title())).then(", ", told);
  }

  /// Few voices are not counted in public (domain rules, section 6c, 6): whoever dials can read
  /// this for any ward.
  private static Text count(int voices) {
    return voices < OpenConcern.FEW
        ? Text.of("sauti chache", "a few voices")
        : Text.of("sauti {count}", "{count} voices").with("count", voices);
  }

  View meToo(OpenConcern concern, Turn turn) {
    return View.of(
            categories
                .apply(concern.category())
                .then(": ", line(concern, turn))
                .then(
                    ".\n",
                    Text.of(
                        "Ongeza sauti yako? Ukifuata, tunaweka kiungo na simu hii.",
                        "Add your voice? If you follow, we link it to this phone.")))
        .weighty(Text.of("Mimi pia, nitafuata", "Me too, I follow"), () -> follow(concern, turn))
        .weighty(
            Text.of("Mimi pia, bila kufuata", "Me too, do not link me"),
            () -> join(concern, false, turn));
  }

  private Step follow(OpenConcern concern, Turn turn) {
    var again = new MeToo(concern);
    return turn.caller().consented()
        ? join(concern, true, turn)
        : Step.instead(new AskConsent(again, again));
  }

  private Step join(OpenConcern concern, boolean follows, Turn turn) {
    return voices.add(concern.reference(), turn.key(), follows)
        ? Step.done(new Joined(concern.reference(), follows))
        : Step.again(ENDED);
  }

  static View joined(Joined joined) {
    var receipt =
        joined.follows()
            ? Text.of(
                "Asante! Sauti yako imehesabiwa. Rejea:\n{reference}\nIko chini ya 5. Ripoti"
                    + " zangu. Ikifungwa tutakuuliza kama imetatuliwa.",
                "Thank you! Your voice is counted. Reference:\n{reference}\nIt is under 5. My"
                    + " reports. When it is closed we ask you if it was fixed.")
            : Text.of(
                "Asante! Sauti yako imehesabiwa. Rejea:\n{reference}\nIandike: ndiyo njia yako ya"
                    + " kufuata.",
                "Thank you! Your voice is counted. Reference:\n{reference}\nWrite it down: it is"
                    + " your way to follow.");
    return View.of(receipt.with("reference", joined.reference().written()));
  }
}
