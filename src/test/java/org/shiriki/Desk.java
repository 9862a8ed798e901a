package org.shiriki;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.shiriki.api.Agreement;
import org.shiriki.pg.Database;
import org.shiriki.staff.Account;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.Colleague;
import org.shiriki.staff.Grant;
import org.shiriki.staff.PgAccounts;
import org.shiriki.staff.PgAudit;
import org.shiriki.staff.PgTokens;

/// Somebody of the staff at their desk, whose program calls the API. Every answer is held against
/// the contract.
public final class Desk {
  /// The first director's token on gateways of tests.
  public static final String DIRECTOR = "shiriki_director_of_the_tests_of_this_house";

  private static final JsonMapper JSON = new JsonMapper();

  private final TestGateway gateway;
  private final Agreement agreement;
  private final Map<String, String> headers;

  private Desk(TestGateway gateway, Agreement agreement, Map<String, String> headers) {
    this.gateway = gateway;
    this.agreement = agreement;
    this.headers = Map.copyOf(headers);
  }

  /// What the gateway said.
  public record Said(int status, String text, Map<String, String> headers) {
    public JsonNode json() {
      try {
        return text.isEmpty() ? NullNode.getInstance() : JSON.readTree(text);
      } catch (JsonProcessingException failure) {
        throw new AssertionError("This is no JSON: " + text, failure);
      }
    }

    /// A text in it, by its JSON pointer.
    public String at(String pointer) {
      return json().at(pointer).asText();
    }

    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }
  }

  /// The first director.
  public static Desk director(TestGateway gateway) {
    return stranger(gateway).with("Authorization", "Bearer " + DIRECTOR);
  }

  /// Somebody without an account.
  public static Desk stranger(TestGateway gateway) {
    var yaml = Objects.requireNonNull(gateway.get("/api/v1/openapi.yaml").bodyAsString());
    return new Desk(gateway, Agreement.of(gateway.vertx(), yaml), Map.of());
  }

  /// Somebody with an account of their own; made anew if there is none of the name.
  public Desk colleague(Database database, String name, Grant... grants) {
    return with("Authorization", "Bearer " + token(database, name, grants));
  }

  /// Somebody of another organisation, with an account of their own.
  public Desk colleagueOf(String organisation, Database database, String name, Grant... grants) {
    return with("Authorization", "Bearer " + tokenOf(organisation, database, name, grants));
  }

  /// The token of somebody with an account of their own.
  String token(Database database, String name, Grant... grants) {
    return tokenOf("secretariat", database, name, grants);
  }

  private static String tokenOf(
      String organisation, Database database, String name, Grant... grants) {
    var clock = InstantSource.system();
    var audit = new PgAudit(database);
    var line = new AuditEntry(clock.instant(), "test", "account.added", "account/" + name, "");
    var account =
        new Account(name, organisation, name + "@example.org", List.of(grants), true, false, 1);
    new PgAccounts(database, audit, clock).add(account, line);
    var self = new Colleague(name, organisation, List.of(grants), Set.of(), "test");
    var minted =
        new PgTokens(database, audit, clock)
            .mint(name, "test", Set.of(), clock.instant().plus(Duration.ofDays(30)), self);
    return minted.word();
  }

  /// The same with another header.
  public Desk with(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Desk(gateway, agreement, more);
  }

  /// The same with the version that they believe to change.
  public Desk match(String etag) {
    return with("If-Match", etag);
  }

  public Agreement agreement() {
    return agreement;
  }

  public Said get(String path) {
    return say("GET", path, Optional.empty());
  }

  public Said post(String path, String body) {
    return say("POST", path, Optional.of(body));
  }

  public Said post(String path) {
    return say("POST", path, Optional.empty());
  }

  public Said put(String path, String body) {
    return say("PUT", path, Optional.of(body));
  }

  public Said delete(String path) {
    return say("DELETE", path, Optional.empty());
  }

  /// Posts a sheet as it is.
  public Said sheet(String path, String csv) {
    return with("Content-Type", "text/csv").say("POST", path, Optional.of(csv));
  }

  /// Any call, under `/api/v1`. Single quotes in the body stand for double ones.
  public Said say(String method, String path, Optional<String> body) {
    var request = gateway.request(HttpMethod.valueOf(method), "/api/v1" + path);
    headers.forEach(request::putHeader);
    var response =
        body.map(
                text -> {
                  if (!headers.containsKey("Content-Type")) {
                    request.putHeader("Content-Type", "application/json");
                  }
                  return request.sendBuffer(Buffer.buffer(text.replace('\'', '"'))).await();
                })
            .orElseGet(() -> request.send().await());
    var text = Objects.requireNonNullElse(response.bodyAsString(), "");
    var type = Objects.requireNonNullElse(response.getHeader("Content-Type"), "");
    agreement.check(method, path, response.statusCode(), type, Buffer.buffer(text));
    var said = new HashMap<String, String>();
    response
        .headers()
        .forEach(header ->
            said.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
    return new Said(response.statusCode(), text, said);
  }
}
