package org.shiriki.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Crowd;
import org.shiriki.Town;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.Consent;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.dialogue.HouseScreen.More;
import org.shiriki.dialogue.HouseScreens;
import org.shiriki.dialogue.HouseScreens.Menu;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.dialogue.Text;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

class PgDropsIT implements DropsContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final int MANY = 1_100;
  private static final Menu NOTHING = new Menu(Text.NONE, List.of());
  private static final ScreenJson JSON =
      new ScreenJson(List.of(new HouseScreens(NOTHING, NOTHING, new More())));
  private static final UssdLimits LIMITS =
      new UssdLimits(
          Duration.ofSeconds(180),
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          Duration.ofSeconds(6),
          Duration.ofHours(24));
  private static final Sql EMPTY =
      new Sql(
          "test.empty",
          "truncate ussd_turn, outbox, sms_in, consent, suppression, citizen cascade");
  private static final Sql SENT =
      new Sql(
          "test.sent",
          """
          select text from outbox
          where citizen_key = $1 and lane = 'STATUS' and purpose = 'REMINDER' and phone is null
          """);
  private static final Sql WITHDRAW =
      new Sql("test.withdraw", "update consent set withdrawn_at = now() where citizen_key = $1");
  private static final Sql QUIET = new Sql("test.quiet", "update ussd_turn set brief = true");
  private static final Sql SPOIL = new Sql("test.spoil", "update ussd_turn set sealed = 'spoilt'");
  private static final Sql WRITES =
      new Sql(
          "test.writes",
          """
          insert into sms_in (id, citizen_key, words, received_at, state, not_before)
          values ('l', $1, '', $2, 'DONE', $2)
          """);

  private final PgCitizens citizens = new PgCitizens(TOWN.database(), Town.VAULT);
  private final PgSessions sessions =
      new PgSessions(
          TOWN.vertx(),
          TOWN.database(),
          Town.VAULT,
          JSON,
          LIMITS,
          new UssdMeters(TOWN.meters()),
          TOWN.meters());
  private int dials;

  @BeforeEach
  void agree() {
    TOWN.database().run(EMPTY);
    agrees(Town.AMINA);
    agrees(Town.BARAKA);
  }

  @AfterEach
  void close() {
    sessions.close();
  }

  private void agrees(Phone phone) {
    var key = Town.VAULT.keyOf(phone);
    citizens.speaks(key, Language.ENGLISH);
    var consent = new Consent("yes", Language.ENGLISH, Channel.USSD, NOON);
    citizens.consents(key, phone, new Residence.Unknown(), consent);
  }

  @Override
  public Drops drops() {
    return new PgDrops(TOWN.database(), Town.VAULT, JSON);
  }

  @Override
  public void comes(PhoneKey person, Instant at, boolean open) {
    dials++;
    var hop =
        new Hop(new SessionId("dial " + dials), Town.AMINA, "*384*50#", "", "", Duration.ZERO);
    sessions.commit(Session.begin(hop, "", person, at, TALK, new Answer("Karibu", open)));
  }

  @Override
  public List<String> sent(PhoneKey person) {
    return TOWN.database().list(SENT, row -> row.getString("text"), person.text());
  }

  private List<Drop> found() {
    var found = new ArrayList<Drop>();
    drops().each(NOON.minusSeconds(1), NOON, TODAY, found::add);
    return found;
  }

  @Test
  void who_has_not_agreed_or_has_taken_it_back_is_not_found() {
    comes(new PhoneKey("stranger"), NOON, true);
    citizens.speaks(new PhoneKey("stranger"), Language.ENGLISH);
    comes(AMINA, NOON, true);
    TOWN.database().run(WITHDRAW, AMINA.text());

    assertThat(found()).isEmpty();
  }

  @Test
  void who_wants_no_messages_is_not_found() {
    comes(AMINA, NOON, true);
    citizens.wantsNoMessages(AMINA);

    assertThat(found()).isEmpty();
  }

  @Test
  void what_stays_private_is_not_found() {
    comes(AMINA, NOON, true);
    TOWN.database().run(QUIET);

    assertThat(found()).isEmpty();
  }

  @Test
  void who_wrote_since_is_neither_found_nor_reminded() {
    comes(AMINA, NOON, true);
    TOWN.database().run(WRITES, AMINA.text(), NOON.plusSeconds(1).atOffset(ZoneOffset.UTC));

    assertThat(found()).isEmpty();

    var drop = new Drop(AMINA, Language.ENGLISH, NOON, TALK);
    assertThat(drops().remind(drop, TODAY, "Go on", NOON)).isFalse();
  }

  @Test
  void who_has_all_deleted_is_not_reminded() {
    comes(AMINA, NOON, true);
    var drop = found().getFirst();
    citizens.leave(AMINA);

    assertThat(drops().remind(drop, TODAY, "Go on", NOON)).isFalse();
  }

  @Test
  void a_turn_that_cannot_be_opened_is_passed_over() {
    comes(AMINA, NOON, true);
    TOWN.database().run(SPOIL);

    assertThat(found()).isEmpty();
  }

  @Test
  void however_many_broke_off_in_the_same_second_each_is_found_once() {
    for (var who = 0; who < MANY; who++) {
      var phone = new Phone("+2547333%05d".formatted(who));
      agrees(phone);
      comes(Town.VAULT.keyOf(phone), NOON, true);
    }

    assertThat(found()).hasSize(MANY).doesNotHaveDuplicates();
  }

  @Test
  void of_many_nodes_one_reminds() throws Exception {
    comes(AMINA, NOON, true);
    var drop = found().getFirst();
    Callable<Boolean> node = () -> drops().remind(drop, TODAY, "Go on", NOON.plusSeconds(120));

    var done = Crowd.atOnce(Collections.nCopies(8, node));

    assertThat(done).filteredOn(Boolean::booleanValue).hasSize(1);
    assertThat(sent(AMINA)).hasSize(1);
  }
}
