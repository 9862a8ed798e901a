package org.shiriki.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shiriki.Town;
import org.shiriki.citizen.DataScreen.SmsAgain;
import org.shiriki.citizen.DataScreen.SmsStopped;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Language;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Operator;
import org.shiriki.privacy.PhoneKey;

/// What every keeper of people promises.
interface CitizensContract {
  PhoneKey AMINA = Town.VAULT.keyOf(Town.AMINA);
  Residence SHELLA = new Residence.In(Town.SHELLA);
  Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
  Consent CONSENT = new Consent("Nakubali haya yote.", Language.KISWAHILI, Channel.USSD, NOON);

  /// A keeper of nobody yet.
  Citizens citizens();

  @Test
  default void somebody_who_never_called_is_a_stranger() {
    var citizens = citizens();

    assertThat(citizens.recognise(AMINA)).isEqualTo(Caller.STRANGER);
    assertThat(citizens.find(AMINA)).isEmpty();
  }

  @Test
  default void a_language_is_remembered() {
    var citizens = citizens();

    citizens.speaks(AMINA, Language.ENGLISH);

    assertThat(citizens.recognise(AMINA)).isEqualTo(Caller.STRANGER.speaking(Language.ENGLISH));
  }

  @Test
  default void a_language_can_be_changed() {
    var citizens = citizens();
    citizens.speaks(AMINA, Language.ENGLISH);

    citizens.speaks(AMINA, Language.KISWAHILI);

    assertThat(citizens.recognise(AMINA).language()).isEqualTo(Language.KISWAHILI);
  }

  @Test
  default void a_change_of_language_keeps_the_rest() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    citizens.speaks(AMINA, Language.ENGLISH);

    assertThat(citizens.recognise(AMINA))
        .isEqualTo(new Caller(Language.ENGLISH, true, SHELLA, true, Instant.EPOCH));
  }

  @Test
  default void without_consent_no_ward_is_kept() {
    var citizens = citizens();
    citizens.speaks(AMINA, Language.ENGLISH);

    citizens.livesIn(AMINA, SHELLA);

    assertThat(citizens.recognise(AMINA).ward()).isEqualTo(new Residence.Unasked());
  }

  @Test
  default void a_name_is_kept_with_consent_and_goes_with_its_person() {
    var citizens = citizens();
    citizens.speaks(AMINA, Language.ENGLISH);
    citizens.isCalled(AMINA, new FirstName("Amina"));
    assertThat(citizens.find(AMINA).orElseThrow().name()).isNull();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    citizens.isCalled(AMINA, new FirstName("Mwanaisha"));
    citizens.isCalled(AMINA, new FirstName("Amina"));

    assertThat(citizens.find(AMINA).orElseThrow().name()).isEqualTo(new FirstName("Amina"));
    citizens.leave(AMINA);
    var later = new Consent("Nakubali tena.", Language.ENGLISH, Channel.USSD, NOON.plusSeconds(1));
    citizens.consents(AMINA, Town.AMINA, SHELLA, later);
    assertThat(citizens.find(AMINA).orElseThrow().name()).isNull();
  }

  @Test
  default void a_change_of_language_keeps_the_name() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);
    citizens.isCalled(AMINA, new FirstName("Amina"));

    citizens.speaks(AMINA, Language.ENGLISH);

    assertThat(citizens.find(AMINA).orElseThrow().name()).isEqualTo(new FirstName("Amina"));
  }

  @Test
  default void with_consent_it_is_known_whose_network_a_number_is_on() {
    var citizens = citizens();
    citizens.speaks(AMINA, Language.ENGLISH);
    assertThat(citizens.find(AMINA).orElseThrow().operator()).isEqualTo(Operator.UNKNOWN);

    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    assertThat(citizens.find(AMINA).orElseThrow().operator()).isEqualTo(Operator.SAFARICOM);
  }

  @Test
  default void whom_no_sms_reaches_is_shown_why_and_whom_it_reaches_nothing() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);
    assertThat(citizens.unreachable(AMINA)).isEmpty();

    citizens.wantsNoMessages(AMINA);
    citizens.told(AMINA);
    assertThat(citizens.unreachable(AMINA)).contains(new SmsStopped(Stop.OPTED_OUT));
    citizens.welcomesMessages(AMINA);
    assertThat(citizens.unreachable(AMINA)).isEmpty();

    citizens.leave(AMINA);
    assertThat(citizens.unreachable(AMINA)).contains(new SmsAgain());
  }

  @Test
  default void a_stranger_who_tells_a_ward_stays_a_stranger() {
    var citizens = citizens();

    citizens.livesIn(AMINA, SHELLA);

    assertThat(citizens.find(AMINA)).isEmpty();
  }

  @Test
  default void with_consent_the_ward_is_kept() {
    var citizens = citizens();
    citizens.speaks(AMINA, Language.ENGLISH);

    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    assertThat(citizens.recognise(AMINA))
        .isEqualTo(new Caller(Language.ENGLISH, true, SHELLA, true, Instant.EPOCH));
  }

  @Test
  default void after_consent_the_ward_can_be_changed() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, new Residence.Unasked(), CONSENT);

    citizens.livesIn(AMINA, new Residence.Unknown());

    assertThat(citizens.recognise(AMINA).ward()).isEqualTo(new Residence.Unknown());
  }

  @Test
  default void somebody_who_consents_at_once_speaks_the_language_of_the_consent() {
    var citizens = citizens();

    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    assertThat(citizens.recognise(AMINA))
        .isEqualTo(new Caller(Language.KISWAHILI, true, SHELLA, true, Instant.EPOCH));
  }

  @Test
  default void a_consent_is_kept_with_what_proves_it() {
    var citizens = citizens();

    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    assertThat(citizens.find(AMINA).map(Citizen::consents)).contains(List.of(CONSENT));
  }

  @Test
  default void a_consent_said_twice_is_kept_once() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    citizens.consents(AMINA, Town.AMINA, SHELLA, again(Duration.ofMinutes(5)));

    assertThat(citizens.find(AMINA).map(Citizen::consents)).contains(List.of(CONSENT));
  }

  @Test
  default void a_consent_said_by_two_callbacks_at_once_is_kept_once() {
    var citizens = citizens();

    Stream.iterate(1, number -> number + 1)
        .limit(8)
        .map(number ->
            CompletableFuture.runAsync(() ->
                citizens.consents(AMINA, Town.AMINA, SHELLA, again(Duration.ofMillis(number)))))
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(citizens.find(AMINA).map(citizen -> citizen.consents().size())).contains(1);
  }

  @Test
  default void who_leaves_is_a_stranger_again() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    citizens.leave(AMINA);

    assertThat(citizens.recognise(AMINA)).isEqualTo(Caller.STRANGER);
    assertThat(citizens.find(AMINA)).isEmpty();
  }

  @Test
  default void leaving_twice_is_leaving() {
    var citizens = citizens();
    citizens.speaks(AMINA, Language.ENGLISH);
    citizens.leave(AMINA);

    citizens.leave(AMINA);

    assertThat(citizens.find(AMINA)).isEmpty();
  }

  @Test
  default void who_left_can_come_back_and_consent_anew() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);
    citizens.leave(AMINA);

    citizens.consents(AMINA, Town.AMINA, SHELLA, again(Duration.ofDays(1)));

    assertThat(citizens.find(AMINA).map(Citizen::consents))
        .contains(List.of(again(Duration.ofDays(1))));
  }

  @Test
  default void a_withdrawn_consent_is_told_with_its_words_and_both_its_days() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);
    citizens.leave(AMINA);

    citizens.consents(AMINA, Town.AMINA, SHELLA, again(Duration.ofDays(1)));

    var withdrawn = citizens.find(AMINA).orElseThrow().withdrawn();
    assertThat(withdrawn).extracting(Citizen.Withdrawn::consent).containsExactly(CONSENT);
    assertThat(withdrawn.getFirst().at()).isAfterOrEqualTo(NOON.minus(Duration.ofDays(365)));
  }

  @Test
  default void who_left_gets_no_messages_even_after_consenting_anew() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);
    citizens.leave(AMINA);

    citizens.consents(AMINA, Town.AMINA, SHELLA, again(Duration.ofDays(1)));

    assertThat(citizens.suppressed(AMINA)).isTrue();
    assertThat(citizens.suppressed(Town.VAULT.keyOf(Town.BARAKA))).isFalse();
  }

  @Test
  default void who_left_gets_messages_again_on_asking_for_them() {
    var citizens = citizens();
    citizens.leave(AMINA);

    citizens.welcomesMessages(AMINA);

    assertThat(citizens.suppressed(AMINA)).isFalse();
  }

  @Test
  default void who_wants_no_messages_is_marked_once_and_keeps_the_rest() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    var marked = List.of(citizens.wantsNoMessages(AMINA), citizens.wantsNoMessages(AMINA));

    assertThat(marked).containsExactly(true, false);
    assertThat(citizens.suppressed(AMINA)).isTrue();
    assertThat(citizens.recognise(AMINA).consented()).isTrue();
  }

  @Test
  default void who_wants_no_messages_is_told_so_once_on_the_phone() {
    var citizens = citizens();
    citizens.speaks(AMINA, Language.KISWAHILI);
    citizens.wantsNoMessages(AMINA);
    var before = citizens.recognise(AMINA).askedUntil();
    var why = citizens.untold(AMINA);

    citizens.told(AMINA);

    assertThat(before).isAfter(Town.MORNING);
    assertThat(why).contains(Stop.OPTED_OUT);
    assertThat(citizens.untold(AMINA)).isEmpty();
    assertThat(citizens.recognise(AMINA).askedUntil()).isBefore(Town.MORNING);
    assertThat(citizens.suppressed(AMINA)).isTrue();
  }

  @Test
  default void who_was_never_here_can_ask_never_to_be_written_to() {
    var citizens = citizens();

    citizens.leave(AMINA);

    assertThat(citizens.suppressed(AMINA)).isTrue();
    assertThat(citizens.find(AMINA)).isEmpty();
  }

  @Test
  default void people_are_kept_apart() {
    var citizens = citizens();
    citizens.consents(AMINA, Town.AMINA, SHELLA, CONSENT);

    citizens.leave(Town.VAULT.keyOf(Town.BARAKA));

    assertThat(citizens.recognise(Town.VAULT.keyOf(Town.BARAKA))).isEqualTo(Caller.STRANGER);
    assertThat(citizens.recognise(AMINA).consented()).isTrue();
  }

  private static Consent again(Duration later) {
    return new Consent(CONSENT.wording(), CONSENT.language(), CONSENT.channel(), NOON.plus(later));
  }
}
