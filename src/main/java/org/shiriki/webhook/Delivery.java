package org.shiriki.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Something to be told to one webhook, in a node's hand.
///
/// @param attempt how many there were with this one
/// @param firstAt when the first one was
/// @param secrets that sign now, the newest first
public record Delivery(
    UUID webhook, int attempt, Instant firstAt, String url, List<String> secrets, Event event) {
  private static final JsonMapper JSON = new JsonMapper();

  public Delivery {
    secrets = List.copyOf(secrets);
  }

  /// What happened.
  ///
  /// @param id by which a receiver knows it again
  /// @param subject `concern/<reference>`, `poll/<id>` or `webhook/<id>`
  /// @param category of a concern
  /// @param ward of a concern; it is not told
  /// @param status of a concern
  public record Event(
      UUID id, Kind kind, String subject, String category, String ward, String status, Instant at) {
    private String name() {
      return subject.substring(subject.indexOf('/') + 1);
    }
  }

  /// What is told, as JSON.
  ///
  /// @param county gives the county of a ward; empty if nobody knows it
  String body(UnaryOperator<String> county) {
    var body = new LinkedHashMap<String, Object>();
    body.put("id", event.id().toString());
    body.put("type", event.kind().name());
    body.put("at", event.at().toString());
    body.put("data", data(county));
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("An event cannot be written", failure);
    }
  }

  private Map<String, String> data(UnaryOperator<String> county) {
    return switch (event.kind()) {
      case CONCERN_FILED, CONCERN_STATUS_CHANGED -> {
        var data = new LinkedHashMap<String, String>();
        data.put("reference", event.name().substring(0, 3) + '-' + event.name().substring(3));
        data.put("category", event.category());
        data.put("county", county.apply(event.ward()));
        data.put("status", event.status());
        yield data;
      }
      case POLL_CLOSED -> Map.of("poll", event.name());
      case TEST -> Map.of("webhook", event.name());
    };
  }

  @Override
  public String toString() {
    return "Delivery[" + event.id() + ']';
  }
}
