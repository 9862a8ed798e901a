package org.shiriki.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shiriki.simulator.FakeGateway.Said;

final class TerminalPhoneIT {
  private final Workbench bench = Workbench.inKenya();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @AfterEach
  void clear() {
    bench.close();
  }

  @Test
  void given_keys_are_played_and_every_screen_is_printed() {
    bench.gateway().saysLater(posted -> said(posted.field("text")));

    var status = dial("", "*384*50#", "--as", "0733000002", "--keys", "1,maji\\, tena");

    assertThat(errors.toString(UTF_8)).isEmpty();
    assertThat(status).isZero();
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            dials *384*50#
            +----------------------------------------
            | Karibu
            | 1. Taarifa
            +---------------------------------------- 21/160
            keys  1
            +----------------------------------------
            | Sema
            +---------------------------------------- 8/160
            keys  maji, tena
            +----------------------------------------
            | Asante
            +---------------------------------------- 10/160
            """);
    assertThat(bench.gateway().nextCallback().field("phoneNumber")).isEqualTo("+254733000002");
  }

  @Test
  void keys_that_outlast_the_session_are_a_failure() {
    var status = dial("", "*384*50#", "--keys", "1,2");

    assertThat(status).isOne();
    assertThat(errors.toString(UTF_8)).isEqualTo("The session ended with keys left: 1,2\n");
  }

  @Test
  void keys_that_leave_the_session_open_hang_up() {
    bench.gateway().says("CON Karibu");

    var status = dial("", "*384*50#", "--keys", "1");

    assertThat(status).isZero();
    assertThat(bench.gateway().nextEvent().field("status")).isEqualTo("Incomplete");
  }

  @Test
  void a_person_answers_line_by_line() {
    bench.gateway().saysLater(posted -> said(posted.field("text")));

    var status = dial("1\nmaji, tena\n", "*384*50#");

    assertThat(status).isZero();
    assertThat(out.toString(UTF_8)).contains("| Sema", "| Asante", "answer> ");
  }

  @Test
  void the_end_of_the_input_hangs_up() {
    bench.gateway().says("CON Karibu");

    var status = dial("1\n", "*384*50#");

    assertThat(status).isZero();
    assertThat(bench.gateway().nextEvent().field("input")).isEqualTo("1");
  }

  @Test
  void a_broken_gateway_is_a_failure() {
    bench.gateway().says(new Said(500, "", Map.of()));

    var status = dial("", "*384*50#", "--keys", "1");

    assertThat(status).isOne();
    assertThat(errors.toString(UTF_8)).contains("HTTP status 500").hasLineCount(1);
  }

  @Test
  void an_absent_gateway_is_named() {
    var gone = new Workbench(Terms.kenya(Workbench.CODE));
    gone.close();

    var status = run("", "*384*50#", "--url", gone.address());

    assertThat(status).isOne();
    assertThat(errors.toString(UTF_8))
        .isEqualTo(
            "No gateway answers at %s. Start one with ./scripts/run%n".formatted(gone.address()));
  }

  @Test
  void a_gateway_without_a_simulator_is_told_so() {
    var status = run("", "*384*50#", "--url", bench.gateway().callbackAddress().toString());

    assertThat(status).isOne();
    assertThat(errors.toString(UTF_8)).contains("SHIRIKI_CARRIER=simulator");
  }

  @Test
  void a_wrong_command_line_is_answered_with_the_right_one() {
    var status = run("", "--keys");

    assertThat(status).isEqualTo(2);
    assertThat(errors.toString(UTF_8)).contains("Usage: dial").hasLineCount(1);
  }

  private static Future<Said> said(String text) {
    return Future.succeededFuture(
        Said.of(
            switch (text) {
              case "" -> "CON Karibu\n1. Taarifa";
              case "1" -> "CON Sema";
              default -> "END Asante";
            }));
  }

  private int dial(String typed, String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--url", bench.address()));
    return run(typed, all.toArray(String[]::new));
  }

  private int run(String typed, String... words) {
    return new TerminalPhone(
            new BufferedReader(new StringReader(typed)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(errors, true, UTF_8),
            Map.of())
        .run(words);
  }
}
