package org.shiriki.concern;

import java.util.Optional;
import java.util.function.Supplier;
import org.shiriki.concern.FollowScreen.Answered;
import org.shiriki.concern.FollowScreen.AskPin;
import org.shiriki.concern.FollowScreen.ForgotPin;
import org.shiriki.concern.FollowScreen.Joined;
import org.shiriki.concern.FollowScreen.LeftBehind;
import org.shiriki.concern.FollowScreen.MeToo;
import org.shiriki.concern.FollowScreen.NewPin;
import org.shiriki.concern.FollowScreen.Offered;
import org.shiriki.concern.FollowScreen.OfficeWrote;
import org.shiriki.concern.FollowScreen.PinSet;
import org.shiriki.concern.FollowScreen.RepeatPin;
import org.shiriki.concern.FollowScreen.WasItFixed;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;
import org.shiriki.office.Category;
import org.shiriki.office.Directory;

/// Joining concerns, following them up and guarding them on the phone.
public final class FollowScreens implements Screens<FollowScreen> {
  private final MeTooMenus meToo;
  private final FixedMenus fixed;
  private final PinMenus pins;
  private final WaitingMenus waiting;

  public FollowScreens(
      Concerns concerns,
      Voices voices,
      Verdicts verdicts,
      Pins pins,
      Replies replies,
      Supplier<Directory> directory) {
    this.waiting = new WaitingMenus(replies);
    this.meToo = new MeTooMenus(voices, id -> category(directory.get(), id));
    this.fixed = new FixedMenus(verdicts, concerns, id -> category(directory.get(), id));
    this.pins = new PinMenus(pins, concerns, verdicts);
  }

  private static Text category(Directory directory, String id) {
    return directory.category(id).map(Category::title).orElse(Text.same(id));
  }

  @Override
  public Class<FollowScreen> family() {
    return FollowScreen.class;
  }

  @Override
  public Optional<Screen> waiting(Turn turn) {
    return waiting.waiting(turn).or(() -> fixed.waiting(turn));
  }

  @Override
  public Screen arrive(FollowScreen screen, Turn turn) {
    return screen instanceof Offered offered ? meToo.arrive(offered, turn) : screen;
  }

  @Override
  public View show(FollowScreen screen, Turn turn) {
    return switch (screen) {
      case Offered(var draft, var concerns) -> meToo.offered(draft, concerns, turn);
      case MeToo(var concern) -> meToo.meToo(concern, turn);
      case Joined joined -> MeTooMenus.joined(joined);
      case WasItFixed(var closing, var unlocked) -> fixed.ask(closing, unlocked, turn);
      case OfficeWrote(var reply) -> waiting.show(reply, turn);
      case Answered answered -> FixedMenus.answered(answered);
      case AskPin(var changing) -> pins.ask(changing, turn);
      case NewPin(var differed) -> pins.choose(differed, turn);
      case RepeatPin(var concealed) -> pins.repeat(concealed, turn);
      case PinSet _ -> PinMenus.isSet();
      case ForgotPin _ -> pins.forgot(turn);
      case LeftBehind _ -> PinMenus.leftBehind();
    };
  }
}
