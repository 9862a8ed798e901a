package org.shiriki.africastalking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.math.BigDecimal;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shiriki.sms.Credit;

/// The carrier is asked what is left of our credit.
class CreditIT {
  private static final Vertx VERTX = Vertx.vertx();
  private static final AtomicReference<String> ASKED = new AtomicReference<>("");
  private static String answer = "";
  private static HttpServer server = VERTX.createHttpServer();

  @BeforeAll
  static void start() {
    server =
        VERTX
            .createHttpServer()
            .requestHandler(request -> {
              ASKED.set(request.method() + " " + request.uri() + ' ' + request.getHeader("apiKey"));
              request.response().end(answer);
            })
            .listen(0, "127.0.0.1")
            .await();
  }

  @AfterAll
  static void stop() {
    VERTX.close().await();
  }

  private static Credit credit(int port, String answered) {
    answer = answered;
    var base = URI.create("http://127.0.0.1:" + port);
    var account = new Account("shiriki", new ApiKey("hush"), "");
    try (var client =
        new SmsClient(VERTX, account, () -> base, Patience.USUAL, new SimpleMeterRegistry())) {
      return client.credit();
    }
  }

  @Test
  void shillings_are_told_whichever_way_the_carrier_writes_it() {
    assertThat(credit(server.actualPort(), "{\"UserData\":{\"balance\":\"KES 1785.50\"}}"))
        .isEqualTo(new Credit.Shillings(new BigDecimal("1785.50")));
    assertThat(ASKED).hasValue("GET /version1/user?username=shiriki hush");
    assertThat(credit(server.actualPort(), "{\"userData\": {\"balance\": \"KES -3.2\"}}"))
        .isEqualTo(new Credit.Shillings(new BigDecimal("-3.2")));
  }

  @Test
  void other_money_is_named_as_what_it_is() {
    assertThat(credit(server.actualPort(), "{\"UserData\":{\"balance\":\"USD 9.50\"}}"))
        .isEqualTo(new Credit.OtherMoney("USD", new BigDecimal("9.50")));
  }

  @Test
  void nonsense_or_silence_is_not_known() {
    assertThat(credit(server.actualPort(), "<html>")).isEqualTo(new Credit.Untold());
    assertThat(credit(1, "")).isEqualTo(new Credit.Untold());
  }
}
