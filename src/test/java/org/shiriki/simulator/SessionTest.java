package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiriki.simulator.Session.Ending;

final class SessionTest {
  private static final Instant NINE = Instant.parse("2026-11-21T09:24:38Z");

  @Test
  void the_first_callback_is_the_recorded_one_byte_for_byte() {
    var session = session("+254000000001", "*384*70421#", "e9d0662dea3f3db658e79d9b62f7900c", NINE);

    var body = session.callback().encoded();

    assertThat(body).isEqualTo(Sample.onSafaricom("ussd-01-begin-captured"));
  }

  @Test
  void a_later_callback_is_the_recorded_one_byte_for_byte() {
    var session =
        session("+254000000001", "*384*70421#", "e9d0662dea3f3db658e79d9b62f7900c", NINE)
            .says("1")
            .says("1")
            .says("0");

    var body = session.callback().encoded();

    assertThat(body).isEqualTo(Sample.onSafaricom("ussd-02-nested-captured"));
  }

  @Test
  void typed_text_travels_as_in_the_sample() {
    var session =
        session("+254700000001", "*384*1234#", "00000000000000000000000000000010", NINE)
            .says("1")
            .says("Zoë Ng'ang'a A+B & C=10%");

    var body = session.callback().encoded();

    assertThat(body).isEqualTo(Sample.onSafaricom("ussd-10-unicode"));
  }

  @Test
  void an_empty_answer_leaves_an_empty_part() {
    var session = session("+254700000001", "*384*50#", "0", NINE).says("1").says("").says("2");

    assertThat(session.text()).isEqualTo("1**2");
  }

  @Test
  void the_notice_of_an_abandoned_session_is_the_recorded_one() {
    var end = Instant.parse("2026-10-09T12:17:37Z");
    var session =
        session(
                "+254000000001",
                "*384*70421#",
                "f219bf23880979c479e835cb4d640287",
                end.minusMillis(192))
            .hears(
                Reply.of(200, "CON OpenUSSD Fediverse\n1. Public timeline\n2. About\n0. Quit", ""));

    var event = session.event(Ending.INCOMPLETE, end).encoded();

    assertThat(event).isEqualTo(Sample.onSafaricom("event-01-incomplete-captured"));
  }

  @Test
  void the_notice_of_a_good_end_joins_the_steps() {
    var session =
        session("+254700000001", "*384*1234#", "000000000000000000000000000000e2", before(46_000))
            .hears(Reply.of(200, "CON Karibu", "welcome"))
            .says("1")
            .hears(Reply.of(200, "CON Lipa", "pay"))
            .says("1")
            .hears(Reply.of(200, "CON Tayari", "done"))
            .says("2")
            .hears(Reply.of(200, "END Asante", ""));

    var event = session.event(Ending.SUCCESS, NINE).encoded();

    assertThat(event).isEqualTo(Sample.body("event-02-success").replace("cost=1.00", "cost=0.00"));
  }

  @Test
  void the_notice_of_a_late_gateway_says_so() {
    var session =
        session("+254700000001", "*384*1234#", "000000000000000000000000000000e3", before(10_250))
            .hears(Reply.of(200, "CON Karibu", ""))
            .says("1")
            .hears(Reply.late());

    var event = session.event(Ending.FAILED, NINE).encoded();

    assertThat(event).isEqualTo(Sample.body("event-03-failed"));
  }

  private static Instant before(long millis) {
    return NINE.minusMillis(millis);
  }

  private static Session session(String phone, String code, String digits, Instant begun) {
    return new Session(
        "ATUid_" + digits,
        new PhoneNumber(phone),
        new ServiceCode(code),
        begun,
        List.of(),
        List.of());
  }
}
