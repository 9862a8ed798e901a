package org.shiriki.concern;

import java.util.Optional;
import java.util.function.Supplier;
import org.shiriki.concern.FollowScreen.Answered;
import org.shiriki.concern.FollowScreen.Joined;
import org.shiriki.concern.FollowScreen.MeToo;
import org.shiriki.concern.FollowScreen.Offered;
import org.shiriki.concern.FollowScreen.WasItFixed;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.Screens;
import org.shiriki.dialogue.Text;
import org.shiriki.dialogue.Turn;
import org.shiriki.dialogue.View;

/// Joining concerns and following them up on the phone.
public final class FollowScreens implements Screens<FollowScreen> {
  private final MeTooMenus meToo;
  private final FixedMenus fixed;

  public FollowScreens(Voices voices, Verdicts verdicts, Supplier<Directory> directory) {
    this.meToo = new MeTooMenus(voices, id -> category(directory.get(), id));
    this.fixed = new FixedMenus(verdicts, id -> category(directory.get(), id));
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
    return fixed.waiting(turn);
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
      case WasItFixed(var closing) -> fixed.ask(closing, turn);
      case Answered answered -> FixedMenus.answered(answered);
    };
  }
}
