package org.shiriki.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiriki.simulator.FakeGateway.Posted;
import org.shiriki.simulator.FakeGateway.Said;

final class SimulatorIT {
  private static final Duration AGES = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofMillis(150);

  private Workbench bench = Workbench.inKenya();

  @AfterEach
  void clear() {
    bench.close();
  }

  @Test
  void dialling_posts_what_the_carrier_posts() {
    bench.dial("*384*50#");

    var posted = bench.gateway().nextCallback();
    assertThat(posted.method()).isEqualTo("POST");
    assertThat(posted.path()).isEqualTo("/at/local/ussd");
    assertThat(posted.headers().get("User-Agent")).isEqualTo("at-ussd-api/1.0");
    assertThat(posted.headers().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(posted.body())
        .matches(
            "phoneNumber=%2B254700000001&serviceCode=%2A384%2A50%23&text="
                + "&sessionId=ATUid_[0-9a-f]{32}&networkCode=63902");
  }

  @Test
  void answers_are_joined_in_one_session() {
    bench.gateway().says("CON Karibu");
    var session = bench.dial("*384*50#").getString("session");
    bench.answer("1");

    bench.answer("maji hayatoki");

    assertThat(List.of(next(), next(), next()))
        .extracting(posted -> posted.field("text"))
        .containsExactly("", "1", "1*maji hayatoki");
    assertThat(bench.phone().getString("session")).isEqualTo(session);
  }

  @Test
  void the_screen_is_told_as_json() {
    bench.gateway().says("CON Karibu Shiriki");

    var screen = bench.dial("*384*50#");

    assertThat(screen.getString("phone")).isEqualTo(Workbench.AMINA);
    assertThat(screen.getBoolean("open")).isTrue();
    assertThat(screen.getString("screen")).isEqualTo("Karibu Shiriki");
    assertThat(screen.getInteger("septets")).isEqualTo("CON Karibu Shiriki".length());
    assertThat(screen.containsKey("problem")).isFalse();
    assertThat(bench.phone()).isEqualTo(screen);
  }

  @Test
  void a_dialled_shortcut_travels_as_the_first_text() {
    bench.gateway().says("CON Karibu");
    bench.dial("*384*50*2*1#");

    bench.answer("3");

    assertThat(List.of(next(), next()))
        .extracting(posted -> posted.field("serviceCode") + " " + posted.field("text"))
        .containsExactly("*384*50# 2*1", "*384*50# 2*1*3");
  }

  @Test
  void a_code_of_somebody_else_posts_nothing() {
    var screen = bench.dial("*100#");

    assertThat(screen.getBoolean("open")).isFalse();
    assertThat(screen.getString("problem"))
        .isEqualTo("Nobody answers at *100#; this network knows *384*50#.");
    assertThat(bench.gateway().callbacksWaiting()).isZero();
  }

  @Test
  void the_name_of_a_step_is_given_back() {
    bench.gateway().says(new Said(200, "CON Karibu", Map.of("at-ussd-hop-metadata", "welcome")));
    bench.dial("*384*50#");

    bench.answer("1");

    assertThat(next().headers().get("at-ussd-hop-metadata")).isNull();
    assertThat(next().headers().get("at-ussd-hop-metadata")).isEqualTo("welcome");
  }

  @Test
  void a_good_end_is_told_afterwards() {
    bench.gateway().says("CON Karibu");
    bench.dial("*384*50#");
    bench.gateway().says("END Asante");

    var screen = bench.answer("1");

    assertThat(screen.getBoolean("open")).isFalse();
    assertThat(screen.getString("screen")).isEqualTo("Asante");
    var event = bench.gateway().nextEvent();
    assertThat(event.path()).isEqualTo("/at/local/ussd/events");
    assertThat(event.body())
        .matches(
            "durationInMillis=\\d+&phoneNumber=%2B254700000001&errorMessage="
                + "&serviceCode=%2A384%2A50%23&lastAppResponse=END\\+Asante&hopsMetadata="
                + "&hopsCount=2&status=Success&sessionId=ATUid_[0-9a-f]{32}&cost=0\\.00"
                + "&date=[0-9-]{10}\\+\\d\\d%3A\\d\\d%3A\\d\\d&networkCode=63902&input=1");
  }

  @ParameterizedTest
  @CsvSource({
    "500, CON Karibu, HTTP status 500",
    "302, CON Karibu, HTTP status 302",
    "200, '', was empty",
    "200, Karibu, neither CON nor END"
  })
  void an_answer_that_is_none_ends_the_session(int status, String body, String problem) {
    bench.gateway().says(new Said(status, body, Map.of("Location", "/elsewhere")));

    var screen = bench.dial("*384*50#");

    assertThat(screen.getBoolean("open")).isFalse();
    assertThat(screen.getString("problem")).contains(problem);
    assertThat(bench.gateway().nextEvent().field("status")).isEqualTo("Failed");
  }

  @Test
  void a_gateway_that_is_late_ends_the_session() {
    over(new Terms(Workbench.CODE, SOON, AGES, AGES));
    bench.gateway().saysLater(_ -> Promise.<Said>promise().future());

    var screen = bench.dial("*384*50#");

    assertThat(screen.getString("problem")).contains("did not answer in time");
    var event = bench.gateway().nextEvent();
    assertThat(event.field("status")).isEqualTo("Failed");
    assertThat(event.field("errorMessage")).isEqualTo("Application timed out");
  }

  @Test
  void a_person_who_is_slow_loses_the_session() {
    over(new Terms(Workbench.CODE, AGES, SOON, AGES));
    bench.gateway().says("CON Karibu");

    bench.dial("*384*50#");

    assertThat(bench.gateway().nextEvent().field("status")).isEqualTo("Incomplete");
    assertThat(bench.answer("1").getString("problem")).contains("No answer came in time");
  }

  @Test
  void a_session_ends_at_its_limit_however_quick_the_person() {
    over(new Terms(Workbench.CODE, AGES, AGES, SOON));
    bench.gateway().says("CON Karibu");

    bench.dial("*384*50#");

    assertThat(bench.gateway().nextEvent().field("status")).isEqualTo("Incomplete");
    assertThat(bench.phone().getBoolean("open")).isFalse();
  }

  @Test
  void hanging_up_tells_an_incomplete_session() {
    bench.gateway().says("CON Karibu");
    bench.dial("*384*50#");

    var screen = bench.hangUp();

    assertThat(screen.getBoolean("open")).isFalse();
    assertThat(bench.gateway().nextEvent().field("status")).isEqualTo("Incomplete");
  }

  @Test
  void dialling_again_ends_the_session_before() {
    bench.gateway().says("CON Karibu");
    var first = bench.dial("*384*50#").getString("session");

    var second = bench.dial("*384*50#").getString("session");

    var event = bench.gateway().nextEvent();
    assertThat(event.field("sessionId")).isEqualTo(first).isNotEqualTo(second);
    assertThat(event.field("status")).isEqualTo("Incomplete");
  }

  @Test
  void an_answer_after_hanging_up_is_not_shown() {
    var held = Promise.<Said>promise();
    bench.gateway().saysLater(_ -> held.future());
    var dialling = bench.posting("dial", dial());
    next();
    bench.hangUp();

    held.complete(Said.of("CON Karibu"));

    assertThat(dialling.await().getBoolean("open")).isFalse();
    assertThat(bench.phone().getString("screen")).isEmpty();
  }

  @Test
  void a_second_answer_waits_for_the_first() {
    bench.gateway().says("CON Karibu");
    bench.dial("*384*50#");
    next();
    var held = Promise.<Said>promise();
    bench.gateway().saysLater(_ -> held.future());
    var first = bench.posting("answer", answer("1"));
    next();

    var second = bench.answer("2");

    assertThat(second.getString("problem")).contains("still carrying");
    held.complete(Said.of("END Asante"));
    assertThat(first.await().getString("screen")).isEqualTo("Asante");
  }

  @Test
  void an_answer_without_a_session_is_told_so() {
    assertThat(bench.answer("1").getString("problem")).contains("dial first");
  }

  @Test
  void a_gateway_that_is_gone_is_told() {
    bench.gateway().leave();

    var screen = bench.dial("*384*50#");

    assertThat(screen.getBoolean("open")).isFalse();
    assertThat(screen.getString("problem")).contains("could not be reached");
  }

  private void over(Terms terms) {
    bench.close();
    bench = new Workbench(terms);
  }

  private Posted next() {
    return bench.gateway().nextCallback();
  }

  private static JsonObject dial() {
    return new JsonObject().put("phone", Workbench.AMINA).put("code", "*384*50#");
  }

  private static JsonObject answer(String text) {
    return new JsonObject().put("phone", Workbench.AMINA).put("text", text);
  }
}
