package org.shiriki.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.alert.AlertScreen.ChooseAlert;
import org.shiriki.alert.Reach.Everywhere;
import org.shiriki.alert.Reach.MyCounty;
import org.shiriki.alert.Reach.MyWard;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.CitizenScreens;
import org.shiriki.citizen.Consent;
import org.shiriki.citizen.DataScreens;
import org.shiriki.citizen.InMemoryCitizens;
import org.shiriki.citizen.InMemoryDataRequests;
import org.shiriki.dialogue.Handset;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Residence;

final class AlertScreensTest {
  private static final AlertTopic BUDGET = AlertsContract.BUDGET;
  private static final AlertTopic WATER = AlertsContract.WATER;
  private static final Subscription BUDGET_AT_HOME =
      new Subscription("budget", new MyWard(Town.SHELLA));
  private static final Subscription ALL_WATER = new Subscription("water", new Everywhere());

  private final InMemoryCitizens citizens = new InMemoryCitizens(InstantSource.fixed(Town.MORNING));
  private final InMemoryAlerts alerts =
      new InMemoryAlerts(List.of(BUDGET, WATER), key -> citizens.recognise(key).consented());

  @Test
  void whoever_opted_out_is_told_that_no_alert_would_come_and_how_it_comes_again() {
    consented(new Residence.Unknown());
    citizens.wantsNoMessages(Handset.AMINA);
    citizens.told(Handset.AMINA);

    var phone = phone(Language.ENGLISH).opens("2", "1");

    assertThat(phone.sees())
        .startsWith("CON You sent STOP, so you get no SMS from us.")
        .contains("1. Let SMS come again");
    assertThat(alerts.of(Handset.AMINA)).isEmpty();
    phone.says("1");
    assertThat(phone(Language.ENGLISH).opens("2", "1").sees()).startsWith("CON You will get");
  }

  @Test
  void the_topics_are_offered() {
    var phone = phone(Language.KISWAHILI).opens();

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON Arifa: chagua mada.
            1. Bajeti
            2. Maji
            0 Rudi 00 Mwanzo\
            """);
  }

  @Test
  void the_ward_is_asked_for_first_of_whoever_was_never_asked() {
    var phone = phone(Language.ENGLISH).opens("1");

    assertThat(phone.sees()).startsWith("CON Where do you live?");
  }

  @Test
  void once_the_ward_is_known_ward_county_and_everywhere_are_offered() {
    var phone = phone(Language.ENGLISH).opens("1", "shella", "1");

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON Budget dates. For which place?
            1. Ward: Shella
            2. County: Kilifi
            3. All places
            0 Back 00 Home\
            """);
  }

  @Test
  void whoever_does_not_know_the_ward_can_still_choose_all_places() {
    consented(new Residence.Unknown());

    var phone = phone(Language.ENGLISH).opens("1");

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON Budget dates. For which place?
            1. All places
            2. Choose my ward
            0 Back 00 Home\
            """);
  }

  @Test
  void whoever_has_consented_is_subscribed_at_once() {
    consented(new Residence.In(Town.SHELLA));

    var phone = phone(Language.ENGLISH).opens("1", "1");

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON You will get alerts: Budget, Shella ward. To stop: send STOP.
            1. More alerts
            0 Back 00 Home\
            """);
    assertThat(alerts.of(Handset.AMINA)).containsExactly(BUDGET_AT_HOME);
  }

  @Test
  void the_receipt_says_in_kiswahili_how_to_stop() {
    consented(new Residence.In(Town.SHELLA));

    var phone = phone(Language.KISWAHILI).opens("1", "2");

    assertThat(phone.sees())
        .startsWith("CON Utapata arifa: Bajeti, kaunti ya Kilifi. Kuacha: tuma ONDOA.");
    assertThat(alerts.of(Handset.AMINA))
        .containsExactly(new Subscription("budget", new MyCounty("003")));
  }

  @Test
  void consent_comes_before_a_subscription() {
    var phone = phone(Language.ENGLISH).opens("1", "shella", "1", "1");

    assertThat(phone.sees()).contains("1. I agree");
    assertThat(alerts.of(Handset.AMINA)).isEmpty();
  }

  @Test
  void whoever_consents_is_asked_once_more_and_then_subscribed() {
    var phone = phone(Language.ENGLISH).opens("1", "shella", "1", "1", "1");

    var asked = phone.sees();
    phone.says("1");

    assertThat(asked)
        .isEqualTo(
            """
            CON Get alerts: Budget, Shella ward?
            1. Yes, send me these
            2. No
            0 Back 00 Home\
            """);
    assertThat(alerts.of(Handset.AMINA)).containsExactly(BUDGET_AT_HOME);
  }

  @Test
  void whoever_does_not_consent_is_not_subscribed() {
    var phone = phone(Language.ENGLISH).opens("1", "shella", "1", "1", "2");

    assertThat(phone.sees()).contains("Without your consent we do not keep your number.");
    assertThat(alerts.of(Handset.AMINA)).isEmpty();
  }

  @Test
  void a_line_that_drops_while_the_ward_is_asked_for_can_be_taken_up_again() {
    var phone = phone(Language.ENGLISH).opens("1", "3");

    assertThat(phone.holdsWork()).isTrue();
  }

  @Test
  void what_is_chosen_is_marked_and_can_be_left() {
    has(ALL_WATER);

    var phone = phone(Language.KISWAHILI).opens();

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON Arifa: chagua mada.
            1. Bajeti
            2. Maji (ndiyo)
            3. Arifa zangu
            4. Acha zote
            0 Rudi 00 Mwanzo\
            """);
  }

  @Test
  void a_chosen_topic_is_left_by_one_key() {
    has(ALL_WATER);
    has(BUDGET_AT_HOME);
    var phone = phone(Language.ENGLISH).opens("2");

    var shown = phone.sees();
    phone.says("1");

    assertThat(shown)
        .isEqualTo(
            """
            CON Water, all places
            Water, health.
            1. Leave this one
            0 Back 00 Home\
            """);
    assertThat(phone.sees())
        .isEqualTo("CON You left these alerts: Water, all places.\n0 Back 00 Home");
    assertThat(alerts.of(Handset.AMINA)).containsExactly(BUDGET_AT_HOME);
  }

  @Test
  void a_topic_chosen_for_two_places_lists_both() {
    has(new Subscription("water", new MyCounty("003")));
    has(ALL_WATER);

    var phone = phone(Language.ENGLISH).opens("2");

    assertThat(phone.sees()).contains("1. Water, Kilifi county", "2. Water, all places");
  }

  @Test
  void my_alerts_list_what_and_where() {
    has(ALL_WATER);
    has(BUDGET_AT_HOME);

    var phone = phone(Language.KISWAHILI).opens("3");

    assertThat(phone.sees())
        .isEqualTo(
            """
            CON Arifa zangu
            1. Maji, mahali pote
            2. Bajeti, wadi ya Shella
            0 Rudi 00 Mwanzo\
            """);
  }

  @Test
  void all_are_left_only_after_a_question() {
    has(ALL_WATER);
    var phone = phone(Language.ENGLISH).opens("4");

    var asked = phone.sees();
    phone.says("1");

    assertThat(asked).startsWith("CON Leave all your alerts?");
    assertThat(phone.sees()).startsWith("CON You left all alerts.");
    assertThat(alerts.of(Handset.AMINA)).isEmpty();
  }

  @Test
  void saying_no_to_leaving_all_leaves_none() {
    has(ALL_WATER);

    phone(Language.ENGLISH).opens("4", "2");

    assertThat(alerts.of(Handset.AMINA)).containsExactly(ALL_WATER);
  }

  @Test
  void a_topic_that_is_removed_while_it_is_chosen_is_not_subscribed_to() {
    consented(new Residence.In(Town.SHELLA));
    var phone = phone(Language.ENGLISH).opens("1");

    alerts.remove(BUDGET);
    phone.says("1");

    assertThat(phone.sees()).startsWith("CON These alerts have been removed.");
    assertThat(alerts.of(Handset.AMINA)).isEmpty();
  }

  @Test
  void what_is_held_counts_the_alerts() {
    has(ALL_WATER);
    has(BUDGET_AT_HOME);

    var line = new AlertHolding(alerts).about(Handset.AMINA);

    assertThat(line).isEqualTo(Text.of("Arifa: 2", "Alerts: 2"));
  }

  private Handset phone(Language language) {
    citizens.speaks(Handset.AMINA, language);
    return new Handset(
        () -> citizens.recognise(Handset.AMINA),
        ChooseAlert.unlisted(),
        new AlertScreens(alerts, Town.PLACES, citizens::unreachable),
        new DataScreens(citizens, new InMemoryDataRequests(_ -> true, new Random(1)), List.of()),
        new CitizenScreens(citizens, Town.PLACES, List.of()));
  }

  private void consented(Residence ward) {
    var consent = new Consent("yes", Language.ENGLISH, Channel.USSD, Town.MORNING);
    citizens.consents(Handset.AMINA, Town.AMINA, ward, consent);
  }

  private void has(Subscription wish) {
    consented(new Residence.In(Town.SHELLA));
    alerts.subscribe(Handset.AMINA, wish);
  }
}
