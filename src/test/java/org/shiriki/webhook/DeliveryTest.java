package org.shiriki.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shiriki.webhook.Delivery.Event;

class DeliveryTest {
  private static final UUID ID = new UUID(1, 2);
  private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
  private static final String HEAD =
      "{\"id\":\"00000000-0000-0001-0000-000000000002\",\"type\":\"%s\","
          + "\"at\":\"2026-11-20T08:00:00Z\",\"data\":";

  private static Delivery delivery(Kind kind, String subject, String category, String status) {
    var event =
        new Event(ID, kind, subject, category, category.isEmpty() ? "" : "0088", status, AT);
    return new Delivery(ID, 1, AT, "https://example.org", List.of("whsec_hidden"), event);
  }

  private static String body(Delivery delivery) {
    return delivery.body(ward -> ward.equals("0088") ? "003" : "");
  }

  @Test
  void of_a_concern_its_reference_category_county_and_status_are_told_and_no_ward() {
    var told = body(delivery(Kind.CONCERN_FILED, "concern/6PASE6K", "water", "RECEIVED"));

    assertThat(told)
        .isEqualTo(
            HEAD.formatted("CONCERN_FILED")
                + "{\"reference\":\"6PA-SE6K\",\"category\":\"water\",\"county\":\"003\","
                + "\"status\":\"RECEIVED\"}}");
  }

  @Test
  void of_a_poll_its_name_is_told() {
    assertThat(body(delivery(Kind.POLL_CLOSED, "poll/county-services", "", "")))
        .isEqualTo(HEAD.formatted("POLL_CLOSED") + "{\"poll\":\"county-services\"}}");
  }

  @Test
  void no_secret_is_printed() {
    assertThat(delivery(Kind.TEST, "webhook/" + ID, "", "").toString()).doesNotContain("hidden");
  }
}
