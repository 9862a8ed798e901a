package org.shiriki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.handler.BodyHandler;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// Staff who come in by another house, which is a small one of our own here.
class OidcIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private final Vertx vertx = Vertx.vertx();
  private final KeyPair keys = keys();
  private String house = "";
  private String email = "oda@example.org";
  private boolean verified = true;
  private String nonce = "";
  private volatile boolean silent;
  private KeyPair signing = keys;
  private TestGateway gateway;

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @BeforeEach
  void open() {
    var router = Router.router(vertx);
    router.get("/.well-known/openid-configuration").handler(this::tell);
    router.get("/jwks").handler(call -> call.json(jwks()));
    router.post("/token").handler(BodyHandler.create()).handler(this::token);
    var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
    house = "http://127.0.0.1:" + server.actualPort();
    gateway =
        TestGateway.on(
            TOWN.url(),
            InstantSource.system(),
            Map.of(
                "SHIRIKI_OIDC_ISSUER", house,
                "SHIRIKI_OIDC_CLIENT_ID", "shiriki",
                "SHIRIKI_OIDC_CLIENT_SECRET", "a secret between houses",
                "SHIRIKI_OIDC_REDIRECT_URL", "http://localhost/console/sign-in/oidc/callback"));
    Desk.director(gateway).colleague(TOWN.database(), "oda", Grant.everywhere(Role.DIRECTOR));
  }

  @AfterEach
  void close() {
    gateway.close();
    vertx.close().await();
  }

  private void tell(RoutingContext call) {
    if (silent) {
      call.request().connection().close();
    } else {
      call.json(configuration());
    }
  }

  private JsonObject configuration() {
    return new JsonObject()
        .put("issuer", house)
        .put("authorization_endpoint", house + "/authorize")
        .put("token_endpoint", house + "/token")
        .put("jwks_uri", house + "/jwks")
        .put("response_types_supported", new JsonArray().add("code"))
        .put("subject_types_supported", new JsonArray().add("public"))
        .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"));
  }

  private JsonObject jwks() {
    var key = (RSAPublicKey) keys.getPublic();
    return new JsonObject()
        .put(
            "keys",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("kty", "RSA")
                        .put("kid", "one")
                        .put("use", "sig")
                        .put("alg", "RS256")
                        .put("n", base64(unsigned(key.getModulus())))
                        .put("e", base64(unsigned(key.getPublicExponent())))));
  }

  private static byte[] unsigned(BigInteger number) {
    var bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void token(RoutingContext call) {
    assertThat(call.request().getFormAttribute("code_verifier")).hasSize(64);
    var claims =
        new JsonObject()
            .put("iss", house)
            .put("sub", "42")
            .put("aud", "shiriki")
            .put("exp", Instant.now().getEpochSecond() + 300)
            .put("iat", Instant.now().getEpochSecond())
            .put("nonce", nonce)
            .put("email", email)
            .put("email_verified", verified);
    call.json(
        new JsonObject()
            .put("access_token", jwt(claims))
            .put("id_token", jwt(claims))
            .put("token_type", "Bearer")
            .put("expires_in", 300));
  }

  private String jwt(JsonObject claims) {
    try {
      var header = new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", "one");
      var text =
          base64(header.encode().getBytes(UTF_8)) + '.' + base64(claims.encode().getBytes(UTF_8));
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signing.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return text + '.' + base64(signature.sign());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /// Goes to the other house and comes back with its code.
  private HttpResponse<?> journey() {
    var left =
        gateway
            .request(HttpMethod.GET, "/console/sign-in/oidc")
            .followRedirects(false)
            .send()
            .await();
    assertThat(left.statusCode()).isEqualTo(302);
    var address = URI.create(Objects.requireNonNull(left.getHeader("Location")));
    assertThat(address.toString()).startsWith(house + "/authorize");
    var query = query(address);
    assertThat(query).containsEntry("code_challenge_method", "S256");
    if (nonce.isEmpty()) {
      nonce = Objects.requireNonNull(query.get("nonce"));
    }
    return gateway
        .request(
            HttpMethod.GET, "/console/sign-in/oidc/callback?code=abc&state=" + query.get("state"))
        .putHeader("Cookie", cookie(left, "shiriki_oidc"))
        .send()
        .await();
  }

  private static Map<String, String> query(URI address) {
    return Arrays.stream(address.getRawQuery().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static String cookie(HttpResponse<?> answer, String name) {
    return answer.cookies().stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.replaceAll(";.*", ""))
        .findFirst()
        .orElse("");
  }

  @Test
  void whom_the_other_house_vouches_for_is_in_and_may_what_they_may() {
    var arrived = journey();

    assertThat(arrived.statusCode()).isEqualTo(200);
    assertThat(arrived.cookies().toString()).contains("HTTPOnly", "Secure", "SameSite=Strict");
    var desk = Desk.stranger(gateway).with("Cookie", cookie(arrived, "shiriki_session"));
    assertThat(desk.get("/me").at("/account")).isEqualTo("oda");
    assertThat(desk.get("/accounts").status()).isEqualTo(200);
    assertThat(desk.delete("/session").status()).isEqualTo(401);
  }

  @Test
  void an_address_without_an_account_is_not_let_in() {
    email = "somebody@example.org";

    assertThat(journey().statusCode()).isEqualTo(401);
  }

  @Test
  void an_address_that_was_never_checked_is_not_let_in() {
    verified = false;

    assertThat(journey().statusCode()).isEqualTo(401);
  }

  @Test
  void a_token_that_another_signed_is_not_believed() {
    signing = keys();

    assertThat(journey().statusCode()).isEqualTo(401);
  }

  @Test
  void a_token_of_another_journey_is_not_believed() {
    nonce = "another";

    assertThat(journey().statusCode()).isEqualTo(401);
  }

  @Test
  void while_the_other_house_does_not_answer_a_page_says_so_and_later_it_works() {
    silent = true;

    var answer = gateway.get("/console/sign-in/oidc");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.getHeader("Content-Type")).startsWith("text/html");
    assertThat(answer.bodyAsString()).contains("does not answer", "haujibu");
    silent = false;
    assertThat(journey().statusCode()).isEqualTo(200);
  }

  @Test
  void a_journey_that_did_not_begin_here_ends() {
    var answer = gateway.get("/console/sign-in/oidc/callback?code=abc&state=guess");

    assertThat(answer.statusCode()).isEqualTo(401);
  }
}
