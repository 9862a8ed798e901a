package org.shiriki.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shiriki.citizen.DataRequest.Kind;
import org.shiriki.privacy.PhoneKey;

/// What every keeper of requests promises.
interface DataRequestsContract {
  Instant NOON = Instant.parse("2026-11-21T09:00:00Z");

  DataRequests requests();

  /// Somebody new who has consented.
  PhoneKey consenting();

  /// Somebody new who has not.
  PhoneKey passing();

  /// The person leaves everything.
  void leaves(PhoneKey person);

  @Test
  default void a_request_is_due_within_seven_days() {
    var request = requests().ask(consenting(), Kind.PORTABILITY, Channel.USSD, NOON).orElseThrow();

    assertThat(Duration.between(request.asked(), request.due())).isEqualTo(Duration.ofDays(7));
  }

  @Test
  default void the_same_request_asked_twice_is_one_with_its_first_date() {
    var requests = requests();
    var amina = consenting();
    var first = requests.ask(amina, Kind.PORTABILITY, Channel.USSD, NOON).orElseThrow();

    var again =
        requests
            .ask(amina, Kind.PORTABILITY, Channel.SMS, NOON.plus(Duration.ofDays(2)))
            .orElseThrow();

    assertThat(again).isEqualTo(first);
    assertThat(requests.of(amina)).containsExactly(first);
  }

  @Test
  default void requests_of_two_kinds_are_two() {
    var requests = requests();
    var amina = consenting();
    requests.ask(amina, Kind.PORTABILITY, Channel.USSD, NOON);

    requests.ask(amina, Kind.CORRECT, Channel.USSD, NOON);

    assertThat(requests.of(amina)).hasSize(2);
  }

  @Test
  default void a_request_that_was_answered_can_be_made_anew() {
    var requests = requests();
    var amina = consenting();
    var first = requests.ask(amina, Kind.ACCESS, Channel.USSD, NOON).orElseThrow();
    requests.answered(first.reference(), NOON.plusSeconds(60));

    var second =
        requests.ask(amina, Kind.ACCESS, Channel.USSD, NOON.plus(Duration.ofDays(1))).orElseThrow();

    assertThat(second.reference()).isNotEqualTo(first.reference());
    assertThat(requests.open()).contains(second).doesNotContain(first);
  }

  @Test
  default void nothing_is_kept_of_somebody_who_has_not_consented() {
    var requests = requests();
    var passing = passing();

    assertThat(requests.ask(passing, Kind.ACCESS, Channel.USSD, NOON)).isEmpty();
    assertThat(requests.of(passing)).isEmpty();
  }

  @Test
  default void who_leaves_takes_their_requests_along() {
    var requests = requests();
    var amina = consenting();
    var request = requests.ask(amina, Kind.ACCESS, Channel.USSD, NOON).orElseThrow();

    leaves(amina);

    assertThat(requests.of(amina)).isEmpty();
    assertThat(requests.open()).doesNotContain(request);
  }
}
