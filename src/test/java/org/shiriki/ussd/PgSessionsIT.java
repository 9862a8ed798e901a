package org.shiriki.ussd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.Frame;
import org.shiriki.dialogue.HouseScreen.More;
import org.shiriki.dialogue.HouseScreens;
import org.shiriki.dialogue.HouseScreens.Menu;
import org.shiriki.dialogue.Screen;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.dialogue.Text;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;

class PgSessionsIT implements SessionsContract {
  private static final Vault VAULT = new Vault(Keys.generate());
  private static final UssdLimits LIMITS =
      new UssdLimits(
          Duration.ofSeconds(180),
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          Duration.ofSeconds(6),
          Duration.ofHours(24));

  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  @Override
  public PgSessions sessions() {
    var menu = new Menu(Text.NONE, List.of());
    return new PgSessions(
        TOWN.vertx(),
        TOWN.database(),
        VAULT,
        new ScreenJson(List.of(new HouseScreens(menu, menu, new More()))),
        LIMITS,
        new UssdMeters(TOWN.meters()),
        TOWN.meters());
  }

  /// A screen that holds something of which no JSON can be made.
  record Broken(Object words) implements Screen {}

  private static Session session(String id, String text) {
    return session(id, text, MENU);
  }

  private static Session session(String id, String text, Screen screen) {
    var hop =
        new Hop(new SessionId(id), new Phone("+254700000001"), "*384*50#", "", "", Duration.ZERO);
    var conversation =
        new Conversation(Caller.STRANGER, List.of(new Frame(screen, List.of(0), 0)), 0, "");
    return Session.begin(hop, hop.text(), AMINA, NOON, conversation, new Answer(text, true));
  }

  @Test
  void another_node_finds_what_one_node_only_noted() {
    var here = sessions();
    here.note(session("noted", "Karibu"));
    here.close();

    assertThat(sessions().kept(new SessionId("noted"))).isPresent();
  }

  @Test
  void a_turn_that_cannot_be_stored_fails_before_it_joins_those_of_others() {
    var sessions = sessions();
    var broken = session("broken", "Karibu", new Broken(new Object()));

    assertThatThrownBy(() -> sessions.note(broken)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_sweep_removes_what_is_older_and_leaves_the_rest() {
    var sessions = sessions();
    sessions.commit(session("swept", "Karibu"));

    sessions.sweep(NOON);
    var before = sessions.kept(new SessionId("swept"));
    sessions.sweep(NOON.plusSeconds(1));

    assertThat(before).isPresent();
    assertThat(sessions.kept(new SessionId("swept"))).isEmpty();
  }

  @Test
  void sessions_that_stay_private_go_whole_once_they_are_over_and_others_stay() {
    var sessions = sessions();
    var id = new SessionId("private");
    var begun = session("private", "Karibu");
    sessions.commit(begun);
    var quiet = begun.next("1", "1", NOON, begun.conversation(), new Answer("Hatari?", true));
    sessions.commit(
        new Session(
            id,
            quiet.phone(),
            quiet.code(),
            quiet.begun(),
            quiet.at(),
            quiet.text(),
            true,
            quiet.conversation(),
            quiet.answer(),
            quiet.earlier()));
    sessions.commit(session("ordinary", "Karibu"));

    sessions.sweepBrief(NOON);
    var before = sessions.kept(id);
    sessions.sweepBrief(NOON.plusSeconds(1));

    assertThat(before).isPresent();
    assertThat(before.orElseThrow().brief()).isTrue();
    assertThat(sessions.kept(id)).isEmpty();
    assertThat(sessions.kept(new SessionId("ordinary"))).isPresent();
  }

  @Test
  void what_was_said_cannot_be_read_in_the_table() {
    sessions().commit(session("secret", "Maji hayatoki Kaloleni"));

    var rows =
        TOWN.database()
            .list(
                new Sql("test", "select sealed from ussd_turn"),
                row -> row.getBuffer("sealed").toString(StandardCharsets.ISO_8859_1));

    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("Kaloleni"));
  }
}
