package org.shiriki.dialogue;

import java.util.List;
import org.shiriki.dialogue.HouseScreen.Continue;
import org.shiriki.dialogue.HouseScreen.MainMenu;
import org.shiriki.dialogue.HouseScreen.More;
import org.shiriki.dialogue.HouseScreen.Stuck;

/// The main menu and what else belongs to no feature.
public final class HouseScreens implements Screens<HouseScreen> {
  private final Menu main;
  private final Menu more;
  private final Screen help;

  /// A line of a menu.
  public record Entry(Text label, Screen opens) {}

  /// A menu: its title and its lines.
  public record Menu(Text title, List<Entry> entries) {
    public Menu {
      entries = List.copyOf(entries);
    }

    View view() {
      var view = View.of(title);
      for (var entry : entries) {
        view = view.option(entry.label, entry.opens);
      }
      return view;
    }
  }

  /// The house's screens.
  ///
  /// @param help what is offered to a person who is stuck
  public HouseScreens(Menu main, Menu more, Screen help) {
    this.main = main;
    this.more = more;
    this.help = help;
  }

  @Override
  public Class<HouseScreen> family() {
    return HouseScreen.class;
  }

  @Override
  public View show(HouseScreen screen, Turn turn) {
    return switch (screen) {
      case MainMenu _ -> main.view();
      case More _ -> more.view();
      case Continue broken -> askToContinue(broken);
      case Stuck _ -> offerHelp();
    };
  }

  private static View askToContinue(Continue broken) {
    return View.of(
            Text.of(
                "Simu ilikatika. Ulichoandika kimehifadhiwa.",
                "The line dropped. What you wrote is saved."))
        .option(
            Text.of("Endelea", "Continue"), () -> new Step.Resume(broken.saved(), broken.words()))
        .option(Text.of("Anza upya", "Start again"), Step::home);
  }

  private View offerHelp() {
    return View.of(
            Text.of(
                "Umekwama? Andika nambari iliyo mbele ya chaguo, kisha tuma.",
                "Stuck? Type the number in front of your choice, then send."))
        .option(Text.of("Jaribu tena", "Try again"), Step::back)
        .option(Text.of("Nambari za msaada", "Help lines"), help);
  }
}
