package org.shiriki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// A carrier that takes everything, and counts for itself who was texted how often. It is what
/// decides whether anybody heard the same thing twice.
final class CountingCarrier implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Vertx vertx = Vertx.vertx();
  private final ConcurrentMap<String, LongAdder> told = new ConcurrentHashMap<>();
  private final ConcurrentNavigableMap<Integer, CompletableFuture<Integer>> crowds =
      new ConcurrentSkipListMap<>();
  private final ConcurrentMap<String, CompletableFuture<String>> awaited =
      new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final LongAdder messages = new LongAdder();
  private volatile int hangsUpAt = Integer.MAX_VALUE;
  private volatile HttpServer server;

  CountingCarrier() {
    server = listen(0);
  }

  private HttpServer listen(int port) {
    return vertx.createHttpServer().requestHandler(this::take).listen(port, "127.0.0.1").await();
  }

  String address() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /// Takes every so manieth request and hangs up without an answer.
  void hangUpAtEvery(int request) {
    hangsUpAt = request;
  }

  /// Is not there for a while.
  void goDown() {
    server.close().await();
  }

  /// Is there again, where it was.
  void comeBack() {
    server = listen(server.actualPort());
  }

  /// How many people have been texted.
  int people() {
    return told.size();
  }

  /// How many messages have been taken.
  long messages() {
    return messages.sum();
  }

  boolean knows(String number) {
    return told.containsKey(number);
  }

  /// Waits, without looking again and again, until so many have been texted.
  void untilPeople(int people) {
    var reached = crowds.computeIfAbsent(people, _ -> new CompletableFuture<>());
    reached(people());
    reached.orTimeout(LONGEST.toSeconds(), SECONDS).join();
  }

  /// Waits until somebody has been texted.
  void untilTold(String number) {
    var texted = awaited.computeIfAbsent(number, _ -> new CompletableFuture<>());
    if (knows(number)) {
      texted.complete(number);
    }
    texted.orTimeout(LONGEST.toSeconds(), SECONDS).join();
  }

  private void reached(int people) {
    crowds.headMap(people, true).values().forEach(crowd -> crowd.complete(people));
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .onSuccess(body -> {
          var numbers = numbers(body.toString(UTF_8));
          numbers.forEach(this::count);
          reached(people());
          if (requests.incrementAndGet() % hangsUpAt == 0) {
            request.connection().close();
          } else {
            request.response().setStatusCode(201).end(answer(numbers).toBuffer());
          }
        });
  }

  private void count(String number) {
    told.computeIfAbsent(number, _ -> new LongAdder()).increment();
    messages.increment();
    var texted = awaited.get(number);
    if (texted != null) {
      texted.complete(number);
    }
  }

  private static List<String> numbers(String form) {
    return Arrays.stream(form.split("&"))
        .filter(field -> field.startsWith("to="))
        .map(field -> URLDecoder.decode(field.substring(3), UTF_8))
        .flatMap(to -> Arrays.stream(to.split(",")))
        .toList();
  }

  private JsonObject answer(List<String> numbers) {
    var recipients = new JsonArray();
    for (var number : numbers) {
      recipients.add(
          new JsonObject()
              .put("statusCode", 102)
              .put("number", number)
              .put("status", "Success")
              .put("cost", "KES 0.8000")
              .put(
                  "messageId",
                  "ATXid_" + Objects.hash(number, told.size()) + '_' + number.substring(1)));
    }
    return new JsonObject()
        .put(
            "SMSMessageData",
            new JsonObject().put("Message", "Sent").put("Recipients", recipients));
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
