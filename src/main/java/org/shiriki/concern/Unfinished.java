package org.shiriki.concern;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiriki.concern.ConcernScreen.Confirm;
import org.shiriki.concern.ConcernScreen.Describe;
import org.shiriki.concern.ConcernScreen.OnTheWay;
import org.shiriki.concern.ConcernScreen.Unnamed;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Frame;
import org.shiriki.dialogue.HouseScreen.Continue;
import org.shiriki.dialogue.Screen;

/// Knows a report that was left half-way, and of which its person may be reminded.
public final class Unfinished {
  private final DangerWatch danger;

  public Unfinished(DangerWatch danger) {
    this.danger = danger;
  }

  /// Whether a conversation stands in the middle of a report that is neither private, nor told of
  /// danger, nor to be sent without a name: who wants no trace of it wants no SMS about it.
  public boolean report(Conversation left) {
    return !left.staysPrivate()
        && latest(left.stack()).filter(this::mayBeReminded).isPresent()
        && left.stack().stream().allMatch(frame -> isHarmless(frame.screen()));
  }

  /// The report's latest screen, be it one that a redial has put aside.
  private static Optional<OnTheWay> latest(List<Frame> stack) {
    return stack.stream()
        .flatMap(frame ->
            frame.screen() instanceof Continue(var saved, _)
                ? saved.stream().map(Frame::screen)
                : Stream.<Screen>of(frame.screen()))
        .filter(OnTheWay.class::isInstance)
        .map(OnTheWay.class::cast)
        .reduce((_, later) -> later);
  }

  private boolean mayBeReminded(OnTheWay screen) {
    var decided =
        screen instanceof Confirm
            || screen instanceof Unnamed
            || (screen instanceof Describe(_, var changing) && changing);
    return !(decided && screen.draft().anonymous()) && danger.takeOver(screen.draft()).isEmpty();
  }

  /// What came too late to be heard may tell of danger as well.
  private boolean isHarmless(Screen screen) {
    return !(screen instanceof Continue(var saved, var words))
        || words.isEmpty()
        || latest(saved)
            .filter(report -> danger.takeOver(report.draft().writing(words)).isPresent())
            .isEmpty();
  }
}
