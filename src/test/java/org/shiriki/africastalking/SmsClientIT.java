package org.shiriki.africastalking;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiriki.privacy.Phone;
import org.shiriki.simulator.Sample;
import org.shiriki.sms.Carrier.Parcel;
import org.shiriki.sms.Outcome;
import org.slf4j.LoggerFactory;

/// The client against servers that behave, and servers that do not.
class SmsClientIT {
  private static final Phone AMINA = new Phone("+254700072929");
  private static final String SECRET = "atsk_very_secret_indeed";
  private static final Patience SHORT =
      new Patience(Duration.ofMillis(500), Duration.ofMillis(400), Duration.ofMillis(800));

  private record Posted(String path, String key, String type, String body) {
    private String field(String name) {
      return Form.read(Buffer.buffer(body)).one(name).orElseThrow();
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ConcurrentLinkedQueue<Posted> posted = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private SmsClient client(int port, String username, String sender) {
    return new SmsClient(
        vertx,
        new Account(username, new ApiKey(SECRET), sender),
        () -> URI.create("http://127.0.0.1:" + port),
        SHORT,
        meters);
  }

  private int server(BiConsumer<HttpServerRequest, Buffer> answer) {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(request ->
                request
                    .body()
                    .onSuccess(body -> {
                      posted.add(
                          new Posted(
                              String.valueOf(request.path()),
                              String.valueOf(request.getHeader("apiKey")),
                              String.valueOf(request.getHeader("Content-Type")),
                              body.toString()));
                      answer.accept(request, body);
                    }))
            .listen(0, "127.0.0.1")
            .await();
    return server.actualPort();
  }

  private static void created(HttpServerRequest request, Buffer ignored) {
    request.response().setStatusCode(201).end(Sample.body("api-01-send-queued-201"));
  }

  private static Parcel parcel(Phone... to) {
    return new Parcel("", "Maji & umeme, 50% + kesho?", List.of(to));
  }

  @Test
  void a_single_message_is_posted_as_a_form() {
    var port = server(SmsClientIT::created);

    var outcome = client(port, "shiriki", "KECOSCE").send(parcel(AMINA));

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    var form = posted.element();
    assertThat(form.path()).isEqualTo("/version1/messaging");
    assertThat(form.key()).isEqualTo(SECRET);
    assertThat(form.type()).isEqualTo("application/x-www-form-urlencoded");
    assertThat(form.field("username")).isEqualTo("shiriki");
    assertThat(form.field("to")).isEqualTo("+254700072929");
    assertThat(form.field("message")).isEqualTo("Maji & umeme, 50% + kesho?");
    assertThat(form.field("from")).isEqualTo("KECOSCE");
  }

  @Test
  void many_people_are_posted_as_json_to_the_bulk_endpoint() {
    var port = server(SmsClientIT::created);

    client(port, "shiriki", "KECOSCE").send(parcel(AMINA, new Phone("+254700000001")));

    var bulk = posted.element();
    assertThat(bulk.path()).isEqualTo("/version1/messaging/bulk");
    assertThat(new JsonObject(bulk.body()))
        .isEqualTo(
            new JsonObject(
                """
                {"username":"shiriki","phoneNumbers":["+254700072929","+254700000001"],
                 "message":"Maji & umeme, 50% + kesho?","senderId":"KECOSCE","enqueue":true}
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox", "shiriki"})
  void without_a_sender_and_in_the_sandbox_many_people_share_a_form(String username) {
    var port = server(SmsClientIT::created);

    client(port, username, username.equals("sandbox") ? "KECOSCE" : "")
        .send(parcel(AMINA, new Phone("+254700000001")));

    assertThat(posted.element().path()).isEqualTo("/version1/messaging");
    assertThat(posted.element().field("to")).isEqualTo("+254700072929,+254700000001");
  }

  @Test
  void a_connection_that_drops_after_the_body_leaves_an_unknown_and_is_not_tried_again() {
    var port = server((request, _) -> request.connection().close());

    var outcome = client(port, "shiriki", "").send(parcel(AMINA));

    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    assertThat(posted).hasSize(1);
  }

  @Test
  void a_kept_connection_that_drops_with_the_second_request_is_not_tried_again() {
    var port =
        server((request, body) -> {
          if (posted.size() == 1) {
            created(request, body);
          } else {
            request.connection().close();
          }
        });
    var client = client(port, "shiriki", "");
    client.send(parcel(AMINA));

    var outcome = client.send(parcel(AMINA));

    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    assertThat(posted).hasSize(2);
  }

  @Test
  void a_server_that_never_answers_leaves_an_unknown_in_time() {
    var port = server((_, _) -> {});
    var started = System.nanoTime();

    var outcome = client(port, "shiriki", "").send(parcel(AMINA));

    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
    assertThat(posted).hasSize(1);
  }

  @Test
  void an_answer_that_trickles_is_given_up_after_the_whole_time() {
    var port =
        server((request, _) -> {
          request.response().setChunked(true).setStatusCode(201).write("{");
          vertx.setPeriodic(100, _ -> request.response().write(" "));
        });
    var started = System.nanoTime();

    var outcome = client(port, "shiriki", "").send(parcel(AMINA));

    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void a_server_that_is_not_there_was_sent_nothing() {
    assertThat(client(freePort(), "shiriki", "").send(parcel(AMINA)))
        .isInstanceOf(Outcome.NotSent.class);
  }

  private int freePort() {
    NetServer server =
        vertx.createNetServer().connectHandler(_ -> {}).listen(0, "127.0.0.1").await();
    var port = server.actualPort();
    server.close().await();
    return port;
  }

  @Test
  void after_some_failures_the_breaker_leaves_the_server_alone() {
    var port = server((request, _) -> request.response().setStatusCode(500).end());
    var client = client(port, "shiriki", "");

    var outcomes = IntStream.range(0, 8).mapToObj(_ -> client.send(parcel(AMINA))).toList();

    assertThat(outcomes.subList(0, 5)).hasOnlyElementsOfType(Outcome.Unknown.class);
    assertThat(outcomes.subList(5, 8)).containsOnly(new Outcome.NotSent("breaker"));
    assertThat(posted).hasSize(5);
    assertThat(meters.get("shiriki.sms.breaker").gauge().value()).isEqualTo(1);
  }

  @Test
  void a_server_that_refuses_does_not_break_the_circuit() {
    var port = server((request, _) -> request.response().setStatusCode(429).end());
    var client = client(port, "shiriki", "");

    var outcomes = IntStream.range(0, 8).mapToObj(_ -> client.send(parcel(AMINA))).toList();

    assertThat(outcomes).containsOnly(new Outcome.Throttled(Duration.ZERO));
  }

  @Test
  void an_unknown_code_is_counted() {
    var port =
        server((request, _) ->
            request
                .response()
                .setStatusCode(201)
                .end(Sample.body("api-01-send-queued-201").replace(":102", ":777")));

    client(port, "shiriki", "").send(parcel(AMINA));

    assertThat(meters.counter("shiriki.sms.unknown.codes", "code", "777").count()).isEqualTo(1);
  }

  @Test
  void neither_the_key_nor_a_number_nor_the_words_stand_in_a_log_or_an_outcome() {
    var log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    var level = log.getLevel();
    log.addAppender(lines);
    log.setLevel(Level.DEBUG);
    try {
      var dropping = server((request, _) -> request.connection().close());
      var told =
          List.of(
              client(dropping, "shiriki", "").send(parcel(AMINA)).toString(),
              client(freePort(), "shiriki", "").send(parcel(AMINA)).toString(),
              new Account("shiriki", new ApiKey(SECRET), "").toString(),
              parcel(AMINA).toString());

      assertThat(told.toString()).doesNotContain(SECRET, "700072929", "Maji");
      assertThat(List.copyOf(lines.list))
          .extracting(ILoggingEvent::getFormattedMessage)
          .noneMatch(line -> line.contains(SECRET) || line.contains("700072929"));
    } finally {
      log.setLevel(level);
      log.detachAppender(lines);
    }
  }
}
