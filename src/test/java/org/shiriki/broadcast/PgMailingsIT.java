package org.shiriki.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.TestClock;
import org.shiriki.Town;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.pg.Database;
import org.shiriki.pg.Database.PoolSettings;
import org.shiriki.pg.Sql;
import org.shiriki.pg.SqlFailure;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Operator;
import org.shiriki.sms.Purpose;
import org.shiriki.sms.State;

/// A whole audience is queued, each person once, and nobody gets lost from the count.
class PgMailingsIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  private static final Sql EMPTY =
      new Sql(
          "test.empty",
          """
          truncate broadcast, broadcast_wording, broadcast_past, outbox, citizen, consent,
            subscription, suppression, bulk_day cascade
          """);
  private static final Sql WITHDRAW =
      new Sql("test.withdraw", "update consent set withdrawn_at = now() where citizen_key = $1");
  private static final Sql MOVE =
      new Sql("test.move", "update citizen set ward = $2 where citizen_key = $1");
  private static final Sql WISH =
      new Sql(
          "test.wish",
          "insert into subscription (citizen_key, topic, place) values ($1, 'water', $2)");
  private static final Sql NO_WISH =
      new Sql("test.no_wish", "delete from subscription where citizen_key = $1");
  private static final Sql ON_AIRTEL =
      new Sql("test.on_airtel", "update citizen set operator = 'airtel' where citizen_key = $1");
  private static final Sql SEGMENTS =
      new Sql("test.segments", "select distinct segments from outbox");
  private static final Sql SENT =
      new Sql(
          "test.sent",
          """
          update outbox set state = $2, reason = $3, begun_at = $4
          where broadcast = $1 and state = 'QUEUED'
          """);
  private static final Sql TEXTS =
      new Sql(
          "test.texts",
          """
          select said.text, count(*)::int as n from outbox
          join broadcast_wording as said
            on said.broadcast = outbox.broadcast and said.number = outbox.wording
          group by 1
          """);
  private static final Sql IN_HAND =
      new Sql("test.in_hand", "update outbox set state = 'SENDING' where citizen_key = $1");
  private static final Sql BACK =
      new Sql("test.back", "update outbox set state = 'QUEUED' where state = 'SENDING'");
  private static final Sql OLD = new Sql("test.old", "delete from outbox");

  private final TestClock clock = new TestClock(NOON);
  private final Broadcasts broadcasts =
      new PgBroadcasts(TOWN.database(), TOWN.database(), true, clock);
  private final Mailings mailings =
      new PgMailings(TOWN.database(), TOWN.database(), Town.PLACES, 3, clock);
  private Village village = new Village(TOWN.database(), Town.VAULT);

  @BeforeEach
  void empty() {
    TOWN.database().run(EMPTY);
    village = new Village(TOWN.database(), Town.VAULT);
  }

  private Broadcast approved(Draft draft) {
    return broadcasts.find(Drafts.approved(broadcasts, draft)).orElseThrow();
  }

  private Broadcast queued(Draft draft) {
    var broadcast = approved(draft);
    assertThat(mailings.queue(broadcast)).isTrue();
    return broadcasts.find(broadcast.id()).orElseThrow();
  }

  private Map<String, Integer> states(Broadcast broadcast) {
    var ledger = mailings.ledger(broadcast.id());
    assertThat(ledger.addsUp()).isTrue();
    return Village.states(ledger);
  }

  private void all(Broadcast broadcast, State state, String reason) {
    TOWN.database()
        .run(SENT, broadcast.id(), state.name(), reason, clock.instant().atOffset(ZoneOffset.UTC));
  }

  private PgCitizens citizens() {
    return new PgCitizens(TOWN.database(), Town.VAULT);
  }

  private static Draft words(String differ) {
    return Drafts.of(
        Purpose.ALERT, Text.of(differ + " Acha: ONDOA", differ + " Leave: STOP"), Drafts.WATER);
  }

  @Test
  void everybody_who_asked_gets_one_message_in_their_language() {
    village.settle(10);
    TOWN.database().run(WISH, village.key(3).text(), Town.SHELLA);

    var broadcast = queued(Drafts.alert());

    assertThat(broadcast.life()).isEqualTo(Broadcast.Life.SENDING);
    assertThat(broadcast.people()).isEqualTo(10);
    assertThat(states(broadcast)).containsOnly(Map.entry("QUEUED", 10));
    assertThat(texts())
        .containsOnly(
            Map.entry("Maji yatarudi leo. Acha: ONDOA", 5),
            Map.entry("Water is back today. Leave: STOP", 5));
  }

  private Map<String, Integer> texts() {
    return TOWN
        .database()
        .list(TEXTS, row -> Map.entry(row.getString("text"), row.getInteger("n")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void a_broadcast_is_queued_once_whoever_tries() {
    village.settle(200);
    var broadcast = approved(Drafts.alert());

    var began = IntStream.range(0, 6).parallel().mapToObj(_ -> mailings.queue(broadcast)).toList();

    assertThat(began).filteredOn(Boolean::booleanValue).hasSize(1);
    assertThat(states(broadcast)).containsOnly(Map.entry("QUEUED", 200));
  }

  @Test
  void a_queueing_that_was_cut_short_leaves_nothing_behind() {
    village.settle(5_000);
    var broadcast = approved(Drafts.alert());
    var hasty = new PoolSettings(1, Duration.ofSeconds(3), Duration.ofMillis(5));
    var cut = Database.connect(TOWN.vertx(), TOWN.url(), hasty, new SimpleMeterRegistry());

    assertThatThrownBy(
            () -> new PgMailings(TOWN.database(), cut, Town.PLACES, 3, clock).queue(broadcast))
        .isInstanceOf(SqlFailure.class);

    cut.close();
    assertThat(mailings.ledger(broadcast.id()).lines()).isEmpty();
    assertThat(mailings.queue(broadcast)).isTrue();
    assertThat(states(broadcast)).containsOnly(Map.entry("QUEUED", 5_000));
  }

  @Test
  void what_is_not_approved_or_not_due_is_not_queued() {
    village.settle(1);
    var alert = Drafts.alert();
    var later =
        approved(
            new Draft(
                alert.purpose(), alert.text(), alert.audience(), NOON.plusSeconds(1), "", ""));
    var draft = broadcasts.find(broadcasts.draft(alert, Drafts.ASHA)).orElseThrow();

    assertThat(mailings.queue(later)).isFalse();
    assertThat(mailings.queue(draft)).isFalse();
  }

  @Test
  void who_is_skipped_has_a_row_that_says_why() {
    village.settle(8);
    citizens().wantsNoMessages(village.key(0));
    TOWN.database().run(WITHDRAW, village.key(1).text());

    var broadcast = queued(Drafts.alert());

    assertThat(states(broadcast))
        .containsOnly(
            Map.entry("QUEUED", 6),
            Map.entry("SKIPPED:OPTED_OUT", 1),
            Map.entry("SKIPPED:NO_CONSENT", 1));
  }

  @Test
  void who_is_welcome_again_is_written_to_again() {
    village.settle(1);
    citizens().wantsNoMessages(village.key(0));
    citizens().welcomesMessages(village.key(0));

    assertThat(states(queued(Drafts.alert()))).containsOnly(Map.entry("QUEUED", 1));
  }

  @Test
  void the_fourth_alert_of_a_week_is_one_too_many_but_an_emergency_is_not() {
    village.settle(2);
    for (var differ : List.of("Moja.", "Mbili.", "Tatu.")) {
      all(queued(words(differ)), State.DELIVERED, "");
    }

    assertThat(states(queued(words("Nne.")))).containsOnly(Map.entry("SKIPPED:CAP", 2));
    assertThat(states(queued(Drafts.emergency(Drafts.ALL)))).containsOnly(Map.entry("QUEUED", 2));
    clock.pass(Duration.ofDays(8));
    assertThat(states(queued(words("Tano.")))).containsOnly(Map.entry("QUEUED", 2));
  }

  @Test
  void the_same_words_within_a_day_are_a_duplicate() {
    village.settle(2);
    all(queued(Drafts.alert()), State.ACCEPTED, "");

    assertThat(states(queued(Drafts.alert()))).containsOnly(Map.entry("SKIPPED:DUPLICATE", 2));
    clock.pass(Duration.ofHours(25));
    assertThat(states(queued(Drafts.alert()))).containsOnly(Map.entry("QUEUED", 2));
  }

  @Test
  void a_number_that_the_carrier_does_not_know_is_not_tried_again() {
    village.settle(2);
    all(queued(words("Moja.")), State.FAILED, "INVALID");

    assertThat(states(queued(words("Mbili.")))).containsOnly(Map.entry("SKIPPED:INVALID", 2));
  }

  @Test
  void a_place_reaches_whoever_chose_it_or_what_it_lies_in_or_a_part_of_it() {
    village.settle(5);
    var chosen = List.of(Town.SHELLA, "003", "*", "0001", "001");
    for (var who = 0; who < chosen.size(); who++) {
      TOWN.database().run(NO_WISH, village.key(who).text());
      TOWN.database().run(WISH, village.key(who).text(), chosen.get(who));
    }

    assertThat(reached(Town.SHELLA)).isEqualTo(3);
    assertThat(reached("003")).isEqualTo(3);
    assertThat(reached("001")).isEqualTo(3);
    assertThat(reached()).isEqualTo(5);
  }

  private int reached(String... places) {
    var audience =
        new Audience.Subscribers(List.of("water"), List.of(places), List.of(Language.values()));
    return queued(Drafts.emergency(audience)).people();
  }

  @Test
  void all_who_agreed_in_a_county_are_those_who_live_there() {
    village.settle(4);
    TOWN.database().run(MOVE, village.key(0).text(), "0001");
    TOWN.database().run(MOVE, village.key(1).text(), "");
    var kilifi = new Audience.Consented(List.of("003"), List.of(Language.values()));
    var swahili = new Audience.Consented(List.of(), List.of(Language.KISWAHILI));

    assertThat(queued(Drafts.emergency(kilifi)).people()).isEqualTo(2);
    assertThat(queued(Drafts.emergency(swahili)).people()).isEqualTo(2);
    assertThat(queued(Drafts.emergency(Drafts.ALL)).people()).isEqualTo(4);
  }

  @Test
  void the_ward_is_filled_in_and_equal_texts_are_one() {
    village.settle(6);
    TOWN.database().run(MOVE, village.key(0).text(), "0001");
    TOWN.database().run(MOVE, village.key(2).text(), "");
    var text = Text.of("Wadi {ward}: maji. Acha: ONDOA", "Water in {ward}. Leave: STOP");

    queued(Drafts.of(Purpose.ALERT, text, Drafts.WATER));

    assertThat(texts())
        .containsOnly(
            Map.entry("Wadi Port Reitz: maji. Acha: ONDOA", 1),
            Map.entry("Wadi yako: maji. Acha: ONDOA", 1),
            Map.entry("Wadi Shella: maji. Acha: ONDOA", 1),
            Map.entry("Water in Shella. Leave: STOP", 3));
  }

  /// 140 septets and a name of 20 are one part, and one septet more is two.
  @Test
  void parts_are_counted_with_the_longest_name_and_the_name_is_left_open() {
    village.settle(2);
    var fits = "a".repeat(127) + "{jina}. Acha: ONDOA";
    var over = "a".repeat(128) + "{name}. Leave: STOP";

    queued(Drafts.of(Purpose.ALERT, Text.of(fits, over), Drafts.WATER));

    assertThat(texts()).containsOnlyKeys(fits, over);
    assertThat(TOWN.database().list(SEGMENTS, row -> row.getInteger("segments")))
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void the_headcount_says_beforehand_what_the_queue_makes_of_it() {
    village.settle(9);
    citizens().wantsNoMessages(village.key(0));
    TOWN.database().run(WITHDRAW, village.key(1).text());
    TOWN.database().run(ON_AIRTEL, village.key(3).text());
    var broadcast = approved(Drafts.alert());

    var groups = mailings.headcount(broadcast);

    assertThat(groups)
        .containsExactly(
            new Mailings.Group(Language.ENGLISH, Operator.UNKNOWN, "", 2, 2),
            new Mailings.Group(Language.ENGLISH, Operator.UNKNOWN, "NO_CONSENT", 1, 1),
            new Mailings.Group(Language.ENGLISH, Operator.AIRTEL, "", 1, 1),
            new Mailings.Group(Language.KISWAHILI, Operator.UNKNOWN, "", 4, 4),
            new Mailings.Group(Language.KISWAHILI, Operator.UNKNOWN, "OPTED_OUT", 1, 1));
    assertThat(mailings.ledger(broadcast.id()).people()).isZero();
    mailings.queue(broadcast);
    assertThat(mailings.ledger(broadcast.id()).in(State.QUEUED)).isEqualTo(7);
  }

  @Test
  void who_leaves_in_the_middle_is_not_lost_from_the_count_and_neither_is_what_is_old() {
    village.settle(3);
    var broadcast = queued(Drafts.alert());

    citizens().leave(village.key(0));
    assertThat(states(broadcast))
        .containsOnly(Map.entry("QUEUED", 2), Map.entry("SKIPPED:OPTED_OUT", 1));

    all(broadcast, State.DELIVERED, "");
    TOWN.database().run(OLD);
    assertThat(states(broadcast))
        .containsOnly(Map.entry("DELIVERED", 2), Map.entry("SKIPPED:OPTED_OUT", 1));
  }

  @Test
  void what_was_cancelled_is_taken_back_and_what_was_handed_over_is_not() {
    village.settle(4);
    var broadcast = queued(Drafts.alert());
    TOWN.database().run(IN_HAND, village.key(0).text());

    broadcasts.cancel(broadcast.id(), Drafts.BAKARI);

    assertThat(states(broadcast)).containsOnly(Map.entry("CANCELLED", 3), Map.entry("SENDING", 1));
    TOWN.database().run(BACK);
    broadcasts.tidy();
    assertThat(states(broadcast)).containsOnly(Map.entry("CANCELLED", 4));
  }
}
