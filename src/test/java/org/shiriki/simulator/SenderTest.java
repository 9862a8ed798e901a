package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiriki.simulator.Messages.Message;

final class SenderTest {
  private static final Instant NINE = Instant.parse("2026-11-21T09:24:38Z");
  private static final String NUMBER = "+254700072929";

  private final Messages messages = new Messages();
  private final Json json = new Json();

  @Test
  void a_queued_message_is_answered_as_recorded() {
    var answer = sender("af55810d4d7c07ed9ad5f887096487ea").send(form(NUMBER, "Habari"));

    assertThat(json.write(answer)).isEqualTo(inShillings("api-01-send-queued-201"));
  }

  @Test
  void a_message_that_may_not_queue_is_answered_as_recorded() {
    var answer =
        sender("09b5a410fd2f388a06f152f56ce95801")
            .send(form(NUMBER, "Habari").with("enqueue", "0"));

    assertThat(json.write(answer)).isEqualTo(inShillings("api-02-send-sent-201"));
  }

  @Test
  void a_number_that_is_none_is_refused_by_itself() {
    var answer = sender("1").send(form("0700,+254700000001", "Habari"));

    assertThat(json.write(answer))
        .isEqualTo(
            "{\"SMSMessageData\":{\"Message\":"
                + "\"Sent to 1/2 Total Cost: KES 0.8000 Message parts: 1\",\"Recipients\":["
                + "{\"cost\":\"0\",\"messageId\":\"None\",\"number\":\"0700\","
                + "\"status\":\"InvalidPhoneNumber\",\"statusCode\":403},"
                + "{\"cost\":\"KES 0.8000\",\"messageId\":\"ATXid_1\","
                + "\"number\":\"+254700000001\",\"status\":\"Success\",\"statusCode\":102}]}}");
  }

  @Test
  void nobody_reached_costs_nothing() {
    var answer = sender("1").send(form("0797000000", "Habari"));

    assertThat(answer.verdict().message()).isEqualTo("Sent to 0/1 Total Cost: 0");
  }

  @Test
  void the_message_lies_in_the_inbox() {
    sender("7").send(form(NUMBER, "Habari").with("from", "SHIRIKI"));

    assertThat(messages.of(new PhoneNumber(NUMBER)))
        .containsExactly(
            new Message("ATXid_7", "SHIRIKI", new PhoneNumber(NUMBER), "Habari", NINE, "Success"));
  }

  @Test
  void what_was_sent_is_taken_from_the_balance() {
    var sender = sender("1");

    sender.send(form(NUMBER, "a".repeat(161)));

    assertThat(sender.balance()).isEqualTo("KES 999998.4000");
  }

  @ParameterizedTest
  @CsvSource({
    "a, 160, 1",
    "a, 161, 2",
    "a, 306, 2",
    "a, 307, 3",
    "€, 80, 1",
    "€, 81, 2",
    "ŵ, 70, 1",
    "ŵ, 71, 2",
    "ŵ, 134, 2",
    "ŵ, 135, 3"
  })
  void parts_follow_the_alphabet(String letter, int times, int parts) {
    var answer = sender("1").send(form(NUMBER, letter.repeat(times)));

    assertThat(answer.verdict().message()).endsWith("Message parts: " + parts);
  }

  private Sender sender(String id) {
    return new Sender(messages, Clock.fixed(NINE, ZoneOffset.UTC), () -> id);
  }

  private static Form form(String to, String text) {
    return Form.empty().with("username", "sandbox").with("to", to).with("message", text);
  }

  /// The recorded account paid its total in dollars.
  private static String inShillings(String name) {
    return Sample.body(name).replace("USD 0.0079", "KES 0.8000");
  }
}
