package org.shiriki.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shiriki.concern.ConcernScreen.ChooseCategory;
import org.shiriki.concern.ConcernScreen.Confirm;
import org.shiriki.concern.ConcernScreen.Contact;
import org.shiriki.concern.ConcernScreen.Describe;
import org.shiriki.concern.ConcernScreen.Filed;
import org.shiriki.concern.ConcernScreen.Remedy;
import org.shiriki.concern.ConcernScreen.Unnamed;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Frame;
import org.shiriki.dialogue.HouseScreen.Continue;
import org.shiriki.dialogue.HouseScreen.MainMenu;
import org.shiriki.dialogue.HouseScreen.Stuck;
import org.shiriki.dialogue.Screen;
import org.shiriki.place.Residence;

class UnfinishedTest {
  private record Secret() implements Screen {
    @Override
    public boolean staysPrivate() {
      return true;
    }
  }

  private final Unfinished unfinished =
      new Unfinished(
          draft -> draft.text().contains("kill") ? Optional.of(new Secret()) : Optional.empty());

  private static Draft draft(String text, boolean anonymous) {
    return new Draft(new UUID(1, 1), "water", new Residence.Unknown(), text, "", anonymous);
  }

  private static Draft water() {
    return draft("No water", true);
  }

  private static List<Frame> stack(Screen... screens) {
    return List.of(screens).stream().map(screen -> new Frame(screen, List.of(0), 0)).toList();
  }

  private boolean report(Screen... screens) {
    return unfinished.report(new Conversation(Caller.STRANGER, stack(screens), 0, ""));
  }

  @Test
  void a_report_on_its_way_is_unfinished() {
    assertThat(report(new MainMenu(), new ChooseCategory(), new Describe(water(), false))).isTrue();
    assertThat(report(new MainMenu(), new Remedy(water()))).isTrue();
    assertThat(report(new MainMenu(), new Contact(water()), new Stuck())).isTrue();
    assertThat(report(new MainMenu(), new Confirm(draft("No water", false)))).isTrue();
  }

  @Test
  void where_no_report_has_begun_or_it_is_filed_there_is_none() {
    assertThat(report(new MainMenu())).isFalse();
    assertThat(report(new MainMenu(), new ChooseCategory())).isFalse();
    assertThat(report(new MainMenu(), new Filed(new Reference("R5FF83Y"), true, 14))).isFalse();
  }

  @Test
  void who_wants_to_file_without_a_name_is_not_reminded() {
    assertThat(report(new MainMenu(), new Confirm(water()))).isFalse();
    assertThat(report(new MainMenu(), new Unnamed(water()))).isFalse();
    assertThat(report(new MainMenu(), new Describe(water(), true))).isFalse();
  }

  @Test
  void what_is_private_or_tells_of_danger_is_none_that_anybody_is_reminded_of() {
    assertThat(report(new MainMenu(), new Remedy(water()), new Secret())).isFalse();
    assertThat(report(new MainMenu(), new Remedy(draft("They kill goats", true)))).isFalse();
  }

  @Test
  void what_a_redial_has_put_aside_is_unfinished_still() {
    assertThat(report(new MainMenu(), new Continue(stack(new Remedy(water())), ""))).isTrue();
    assertThat(
            report(new MainMenu(), new Continue(stack(new Describe(water(), false)), "Dry well")))
        .isTrue();
    assertThat(
            report(
                new MainMenu(), new Continue(stack(new Describe(water(), false)), "They kill us")))
        .isFalse();
    assertThat(report(new MainMenu(), new Continue(stack(new MainMenu()), ""))).isFalse();
  }
}
