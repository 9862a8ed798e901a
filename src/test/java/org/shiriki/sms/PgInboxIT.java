package org.shiriki.sms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.Town;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.dialogue.HouseScreen.MainMenu;
import org.shiriki.dialogue.HouseScreens;
import org.shiriki.dialogue.HouseScreens.Menu;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.dialogue.Text;
import org.shiriki.pg.Sql;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Operator;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.sms.Inbox.Ending;

class PgInboxIT implements InboxContract {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Menu NOTHING = new Menu(Text.NONE, List.of());
  private static final ScreenJson JSON =
      new ScreenJson(List.of(new HouseScreens(NOTHING, NOTHING, new MainMenu())));
  private static final Sql EMPTY =
      new Sql(
          "test.empty",
          """
          with threads as (delete from sms_thread), said as (delete from outbox),
            people as (delete from citizen)
          delete from sms_in
          """);
  private static final Sql SAID =
      new Sql("test.said", "select text from outbox where citizen_key = $1 order by queued_at");
  private static final Sql OPERATOR =
      new Sql("test.operator", "select operator from citizen where citizen_key = $1");
  private static final Sql LEFT =
      new Sql(
          "test.left",
          """
          select state || case when sender is null then ', no sender' else ', sender' end
            || case when words is null then ', no words' else ', words' end as line
          from sms_in where id = $1
          """);
  private static final Sql SEALED =
      new Sql(
          "test.sealed",
          """
          select sender as bytes from sms_in union all select words from sms_in
          union all select conversation from sms_thread
          """);
  private static final Sql ROWS =
      new Sql(
          "test.rows",
          "select i::text as line from sms_in i union all select t::text from sms_thread t");
  private static final Sql ARRIVED_BEFORE =
      new Sql(
          "test.arrived_before",
          "update sms_in set number = default, not_before = $2 where id = $1 returning number");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @BeforeEach
  void empty() {
    TOWN.database().run(EMPTY);
  }

  @Override
  public Inbox inbox() {
    return new PgInbox(TOWN.database(), Town.VAULT, JSON, InstantSource.fixed(NOON), meters);
  }

  @Override
  public List<String> said(PhoneKey person) {
    return TOWN.database().list(SAID, row -> row.getString("text"), person.text());
  }

  @Override
  public void forgets(PhoneKey person) {
    new PgCitizens(TOWN.database(), Town.VAULT).leave(person);
  }

  @Override
  public String left(String id) {
    return TOWN.database().first(LEFT, row -> row.getString("line"), id).orElse("nothing");
  }

  @Test
  void no_row_shows_a_number_a_word_or_a_screen() {
    var inbox = inbox();
    inbox.take(new Incoming("a", Town.AMINA.e164(), "Kisima kimekauka", NOON));
    inbox.take(new Incoming("b", "KISIMANI", "Kisima kimekauka", NOON));
    inbox.take(new Incoming("c", Town.BARAKA.e164(), "Kisima kimekauka", NOON));
    inbox.done(inbox.next(NOON).orElseThrow(), new Ending(TALK, false));

    var rows = TOWN.database().list(ROWS, row -> row.getString("line"));
    var bytes =
        TOWN.database()
            .list(
                SEALED,
                row -> {
                  var sealed = row.getBuffer("bytes");
                  return sealed == null ? "" : sealed.toString(ISO_8859_1);
                });

    assertThat(rows).hasSize(4);
    assertThat(bytes).filteredOn(sealed -> !sealed.isEmpty()).hasSize(6);
    assertThat(rows.toString() + bytes)
        .doesNotContain("Kisima", "KISIMANI", "70000000", "MainMenu", "greeted");
  }

  @Test
  void one_that_kills_its_nodes_is_counted() {
    var inbox = inbox();
    inbox.take(new Incoming("a", Town.AMINA.e164(), "Maji", NOON));

    for (var given = 0; given <= Inbox.ATTEMPTS; given++) {
      inbox.next(NOON.plus(Inbox.LEASE.multipliedBy(given)));
    }

    assertThat(meters.counter("shiriki.sms.letters.failed").count()).isEqualTo(1);
  }

  /// The prefix is Safaricom's; the number was taken along.
  @Test
  void who_writes_tells_whose_network_they_are_on() {
    var key = Town.VAULT.keyOf(Town.AMINA);
    TOWN.database()
        .run(
            new Sql("test.person", "insert into citizen values ($1, 'sw', '', 'sealed')"),
            key.text());

    inbox().take(new Incoming("a", Town.AMINA.e164(), "Maji", NOON));
    assertThat(operator(key)).isEqualTo("safaricom");
    inbox().take(new Incoming("b", Town.AMINA.e164(), "Maji", NOON, Operator.AIRTEL));
    assertThat(operator(key)).isEqualTo("airtel");
    inbox().take(new Incoming("c", Town.AMINA.e164(), "Maji", NOON));

    assertThat(operator(key)).isEqualTo("airtel");
  }

  private static String operator(PhoneKey key) {
    return TOWN.database()
        .first(OPERATOR, row -> row.getString("operator"), key.text())
        .orElseThrow();
  }

  /// Two may come at once, and the later number be seen first.
  @Test
  void one_that_was_seen_late_waits_for_the_one_in_hand() {
    var inbox = inbox();
    inbox.take(new Incoming("early", Town.AMINA.e164(), "Maji", NOON));
    inbox.take(new Incoming("late", Town.AMINA.e164(), "Maji", NOON));
    var held = inbox.next(NOON).orElseThrow();
    TOWN.database().run(ARRIVED_BEFORE, held.id(), NOON.plus(Inbox.LEASE).atOffset(ZoneOffset.UTC));

    var other = inbox.next(NOON);

    assertThat(other).isEmpty();
    inbox.done(held, Ending.OVER);
    assertThat(inbox.next(NOON)).map(Letter::id).contains("late");
  }
}
