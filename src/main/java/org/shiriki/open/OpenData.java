package org.shiriki.open;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The door of open data: `GET /open/v1/{shelf}` and `GET /open/v1/{shelf}/{id}`, JSON unless CSV
/// is asked for.
public final class OpenData {
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final List<Shelf> shelves;

  public OpenData(List<Shelf> shelves) {
    this.shelves = List.copyOf(shelves);
  }

  /// Adds the shelves to a router.
  public void mount(Router router) {
    for (var shelf : shelves) {
      var path = "/open/v1/" + shelf.name();
      router.get(path).produces(JSON).produces(CSV).handler(call -> list(call, shelf));
      router.get(path + "/:id").produces(JSON).produces(CSV).handler(call -> one(call, shelf));
    }
  }

  private static void list(RoutingContext call, Shelf shelf) {
    tell(
        call,
        wantsCsv(call)
            ? Optional.of(csv(shelf.rows().get()))
            : Optional.of(json(Map.of(shelf.name(), shelf.all().get()))));
  }

  private static void one(RoutingContext call, Shelf shelf) {
    var id = Objects.requireNonNullElse(call.pathParam("id"), "");
    tell(
        call,
        wantsCsv(call)
            ? shelf.oneInRows().apply(id).map(OpenData::csv)
            : shelf.one().apply(id).map(OpenData::json));
  }

  /// What open data says, as a page reads it.
  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  private static boolean wantsCsv(RoutingContext call) {
    return CSV.equals(call.getAcceptableContentType());
  }

  private static void tell(RoutingContext call, Optional<String> body) {
    if (body.isEmpty()) {
      call.fail(404);
      return;
    }
    call.response()
        .putHeader("Content-Type", (wantsCsv(call) ? CSV : JSON) + "; charset=utf-8")
        .putHeader("Cache-Control", "public, max-age=60")
        .putHeader("Vary", "Accept")
        .putHeader("Access-Control-Allow-Origin", "*")
        .end(body.get());
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("Open data cannot be written", failure);
    }
  }

  private static String csv(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(OpenData::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String cell(String text) {
    return text.matches("[\\w .:;()-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
