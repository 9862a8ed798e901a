package org.shiriki.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shiriki.dialogue.KioskScreen.AskWords;
import org.shiriki.dialogue.KioskScreen.Confirm;
import org.shiriki.dialogue.KioskScreen.Counter;
import org.shiriki.dialogue.KioskScreen.Door;
import org.shiriki.dialogue.KioskScreen.Kept;
import org.shiriki.dialogue.KioskScreen.LongRead;
import org.shiriki.dialogue.KioskScreen.Search;
import org.shiriki.dialogue.KioskScreen.Where;
import org.shiriki.place.Residence;

/// The stall's face on the phone.
final class KioskScreens implements Screens<KioskScreen> {
  /// A text of some pages, no two alike.
  static final String READ =
      IntStream.range(100, 200)
          .mapToObj(number -> "neno" + number)
          .collect(Collectors.joining(" "));

  private final List<String> taken = new ArrayList<>();

  /// What was confirmed.
  List<String> taken() {
    return taken;
  }

  @Override
  public Class<KioskScreen> family() {
    return KioskScreen.class;
  }

  @Override
  public View show(KioskScreen screen, Turn turn) {
    return switch (screen) {
      case Door _ ->
          text("Door")
              .option(
                  Text.same("Enter"),
                  () -> new Step.Known(turn.caller().speaking(Language.ENGLISH), Step.home()));
      case Counter _ ->
          text("Counter")
              .option(Text.same("Write"), new AskWords())
              .option(Text.same("Search"), new Search())
              .option(Text.same("Read"), new LongRead())
              .option(Text.same("Where"), () -> moveTo("0079", turn));
      case AskWords _ -> text("Write a sentence").asking(KioskScreens::checked);
      case Confirm(var words) -> text(words).option(Text.same("Keep"), () -> keep(words));
      case Kept(var number) -> text("Kept as " + number);
      case Search _ ->
          text("Search")
              .option(Text.same("All"), new LongRead())
              .searching(typed -> Step.go(new Confirm(typed)));
      case LongRead _ -> text(READ);
      case Where _ -> text("Ward " + turn.caller().ward().code());
    };
  }

  private static View text(String words) {
    return View.of(Text.same(words));
  }

  private static Step checked(String typed) {
    return typed.length() < 3
        ? Step.again(Text.same("Write a little more."))
        : Step.go(new Confirm(typed));
  }

  private Step keep(String words) {
    taken.add(words);
    return Step.done(new Kept(taken.size()));
  }

  private static Step moveTo(String ward, Turn turn) {
    var known = turn.caller().livingIn(new Residence.In(ward));
    return new Step.Known(known, Step.go(new Where()));
  }
}
