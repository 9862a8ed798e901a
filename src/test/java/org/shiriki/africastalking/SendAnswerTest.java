package org.shiriki.africastalking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiriki.privacy.Phone;
import org.shiriki.simulator.Sample;
import org.shiriki.sms.Outcome;
import org.shiriki.sms.Reason;
import org.shiriki.sms.Verdict;

/// AT's answers as recorded, and as they might be.
class SendAnswerTest {
  private final List<Integer> unknown = new ArrayList<>();

  private Outcome read(int status, String body, String... phones) {
    return new SendAnswer(status, Duration.ofSeconds(7), body)
        .outcome(List.of(phones).stream().map(Phone::new).toList(), unknown::add);
  }

  private static Verdict only(Outcome outcome) {
    return ((Outcome.Answered) outcome).verdicts().values().iterator().next();
  }

  private Verdict verdict(int code) {
    var body =
        """
        {"SMSMessageData":{"Message":"Sent to 0/1","Recipients":[{"cost":"0","messageId":"None",\
        "number":"+254700072929","status":"Word","statusCode":%d}]}}
        """
            .formatted(code);
    return only(read(201, body, "+254700072929"));
  }

  @ParameterizedTest
  @CsvSource({
    "api-01-send-queued-201, ATXid_af55810d4d7c07ed9ad5f887096487ea",
    "api-02-send-sent-201, ATXid_09b5a410fd2f388a06f152f56ce95801"
  })
  void a_message_that_was_taken_is_accepted_with_its_id_and_cost(String sample, String id) {
    assertThat(read(201, Sample.body(sample), "+254700072929"))
        .isEqualTo(
            new Outcome.Answered(
                Map.of(new Phone("+254700072929"), new Verdict.Accepted(id, "KES 0.8000"))));
    assertThat(read(200, Sample.body(sample), "+254700072929"))
        .isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void an_invalid_sender_is_no_success_though_it_is_created() {
    assertThat(read(201, Sample.body("api-03-invalid-sender-201"), "+254700072929"))
        .isEqualTo(new Outcome.Paused(Outcome.Cause.BAD_SENDER));
  }

  @Test
  void a_bad_key_pauses() {
    assertThat(read(401, Sample.body("api-04-bad-key-401"), "+254700072929"))
        .isEqualTo(new Outcome.Paused(Outcome.Cause.BAD_KEY));
  }

  @Test
  void the_black_list_and_do_not_disturb_are_read_whatever_the_status() {
    assertThat(read(201, Sample.body("api-05-blacklist-201"), "+254797000000"))
        .isEqualTo(
            new Outcome.Answered(
                Map.of(
                    new Phone("+254797000000"),
                    new Verdict.Refused(Reason.BLOCKED, "406 UserInBlacklist"))));
    assertThat(read(409, Sample.body("api-06-dnd-409"), "+2348000000000"))
        .isEqualTo(
            new Outcome.Answered(
                Map.of(
                    new Phone("+2348000000000"),
                    new Verdict.Refused(Reason.REJECTED, "409 DoNotDisturbRejection"))));
  }

  @Test
  void a_missing_field_is_refused_for_good_and_too_much_is_throttled() {
    assertThat(read(400, Sample.body("api-10-missing-field-400"), "+254700072929"))
        .isEqualTo(new Outcome.Refused(Reason.REQUEST, "HTTP 400"));
    assertThat(read(429, "slow down", "+254700072929"))
        .isEqualTo(new Outcome.Throttled(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @CsvSource({
    "401, RISK",
    "402, SENDER",
    "403, INVALID",
    "404, UNROUTABLE",
    "406, BLOCKED",
    "407, UNROUTABLE",
    "409, REJECTED",
    "502, REJECTED"
  })
  void some_codes_refuse_for_good(int code, Reason reason) {
    assertThat(verdict(code)).isEqualTo(new Verdict.Refused(reason, code + " Word"));
  }

  @Test
  void an_empty_account_refuses_for_now() {
    assertThat(verdict(405)).isEqualTo(new Verdict.RefusedForNow(Reason.NO_BALANCE, "405 Word"));
  }

  @Test
  void faults_inside_the_carrier_may_have_sent_the_message() {
    assertThat(verdict(500)).isEqualTo(new Verdict.Unknown("500 Word"));
    assertThat(verdict(501)).isEqualTo(new Verdict.Unknown("501 Word"));
    assertThat(unknown).isEmpty();
  }

  @Test
  void a_code_of_no_table_is_unknown_kept_and_counted() {
    assertThat(verdict(555)).isEqualTo(new Verdict.Unknown("555 Word"));
    assertThat(unknown).containsExactly(555);
  }

  @ParameterizedTest
  @CsvSource({
    "500, oops",
    "502, <html>bad gateway</html>",
    "503, ''",
    "200, <html>hello</html>",
    "201, '{\"SMSMessageData\":'",
    "201, ''",
    "201, '[]'"
  })
  void what_cannot_be_read_may_have_been_sent(int status, String body) {
    assertThat(read(status, body, "+254700072929")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void a_move_and_a_wrong_address_pause() {
    assertThat(read(302, "", "+254700072929"))
        .isEqualTo(new Outcome.Paused(Outcome.Cause.BAD_ADDRESS));
    assertThat(read(404, "<html>", "+254700072929"))
        .isEqualTo(new Outcome.Paused(Outcome.Cause.BAD_ADDRESS));
  }

  @Test
  void numbers_are_known_again_without_their_plus_and_strangers_are_left_out() {
    var body = Sample.body("api-01-send-queued-201");

    assertThat(
            ((Outcome.Answered) read(201, body.replace("+254", "254"), "+254700072929")).verdicts())
        .hasSize(1);
    assertThat(((Outcome.Answered) read(201, body, "+254700000001")).verdicts()).isEmpty();
  }

  @Test
  void no_more_of_the_carriers_words_is_kept_than_a_word() {
    var body =
        Sample.body("api-05-blacklist-201")
            .replace("UserInBlacklist", "No +254797000000!".repeat(9));

    var verdict = only(read(201, body, "+254797000000"));

    assertThat(((Verdict.Refused) verdict).detail()).hasSizeLessThan(50).doesNotContain("797");
  }
}
