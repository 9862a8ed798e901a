package org.shiriki.africastalking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shiriki.privacy.Phone;
import org.shiriki.sms.Carrier.Parcel;
import org.shiriki.sms.Outcome;

/// Answers about many people, read by threads that end soon. Some of them were lost half-way before
/// all requests lived on one context.
class LongAnswersIT {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private int server() {
    return vertx
        .createHttpServer()
        .requestHandler(request -> request.body().onSuccess(body -> acceptsAll(request, body)))
        .listen(0, "127.0.0.1")
        .await()
        .actualPort();
  }

  @Test
  void long_answers_side_by_side_are_all_read_to_their_end() {
    var port = server();
    var client =
        new SmsClient(
            vertx,
            new Account("shiriki", new ApiKey("secret"), "KECOSCE"),
            () -> URI.create("http://127.0.0.1:" + port),
            new Patience(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(5)),
            new SimpleMeterRegistry());
    var people =
        IntStream.range(0, 500).mapToObj("+254700%06d"::formatted).map(Phone::new).toList();
    var outcomes = new ConcurrentLinkedQueue<Outcome>();

    for (var round = 0; round < 50; round++) {
      try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var hand = 0; hand < 4; hand++) {
          hands.execute(() -> outcomes.add(client.send(new Parcel("", "Habari", people))));
        }
      }
    }

    assertThat(outcomes)
        .hasSize(200)
        .allMatch(
            outcome -> outcome instanceof Outcome.Answered(var verdicts) && verdicts.size() == 500);
  }

  private static void acceptsAll(HttpServerRequest request, Buffer body) {
    var recipients =
        new JsonObject(body)
            .getJsonArray("phoneNumbers").stream()
                .map(number ->
                    "{\"cost\":\"KES 0.8000\",\"messageId\":\"ATXid_%1$s\",\"number\":\"%1$s\",\"status\":\"Success\",\"statusCode\":102}"
                        .formatted(number))
                .collect(Collectors.joining(","));
    request
        .response()
        .setStatusCode(201)
        .end("{\"SMSMessageData\":{\"Message\":\"Sent\",\"Recipients\":[" + recipients + "]}}");
  }
}
