package org.shiriki.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shiriki.staff.Secrets;
import org.shiriki.staff.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way in by another house: `/console/sign-in/oidc`, with PKCE, state and nonce.
///
/// The provider is asked for what it offers when the first person comes, so that the gateway starts
/// whether it answers or not.
public final class OidcDoor {
  private static final Logger LOG = LoggerFactory.getLogger(OidcDoor.class);
  private static final String PATH = "/console/sign-in/oidc";
  private static final String COOKIE = "shiriki_oidc";
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int PATIENCE_SECONDS = 10;

  /// A redirect from elsewhere would not carry our strict cookie; a page of ours does.
  private static final String ARRIVED =
      "<!doctype html><meta http-equiv=\"refresh\" content=\"0;url=/console\">"
          + "<a href=\"/console\">Shiriki</a>";

  private static final String NOBODY_HOME =
      """
      <!doctype html><meta charset="utf-8"><title>Shiriki</title>
      <p lang="en">The house that checks your password does not answer. Try again in a few minutes.
      <p lang="sw">Mfumo unaothibitisha nenosiri lako haujibu. Jaribu tena baada ya dakika chache.
      <p><a href="/console/sign-in/oidc">Try again / Jaribu tena</a>
      """;

  private final Vertx vertx;
  private final OidcProvider provider;
  private final SignIn signIn;
  private final AtomicReference<Optional<OAuth2Auth>> house =
      new AtomicReference<>(Optional.empty());

  public OidcDoor(Vertx vertx, OidcProvider provider, SignIn signIn) {
    this.vertx = vertx;
    this.provider = provider;
    this.signIn = signIn;
  }

  /// What is remembered of somebody who was sent to the other house.
  private record Journey(String state, String nonce, String verifier) {
    static Journey begin() {
      return new Journey(Secrets.word(), Secrets.word(), Secrets.word());
    }

    static Optional<Journey> of(@Nullable Cookie cookie) {
      var parts = cookie == null ? new String[0] : cookie.getValue().split("\\.", -1);
      return parts.length == 3
          ? Optional.of(new Journey(parts[0], parts[1], parts[2]))
          : Optional.empty();
    }

    String word() {
      return state + '.' + nonce + '.' + verifier;
    }

    String challenge() {
      try {
        var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
      } catch (NoSuchAlgorithmException failure) {
        throw new IllegalStateException("Every Java has SHA-256", failure);
      }
    }

    @Override
    public String toString() {
      return "Journey[…]";
    }
  }

  /// Adds the way in to a router.
  public void mount(Router router) {
    router.get(PATH).handler(this::leave);
    router.get(PATH + "/callback").handler(this::arrive);
  }

  private void leave(RoutingContext call) {
    OAuth2Auth found;
    try {
      found = house();
    } catch (Exception failure) {
      LOG.atWarn().setCause(failure).log("The other house does not answer");
      call.response()
          .setStatusCode(503)
          .putHeader("Content-Type", "text/html; charset=utf-8")
          .putHeader("Cache-Control", "no-store")
          .putHeader("Retry-After", "60")
          .end(NOBODY_HOME);
      return;
    }
    send(call, found);
  }

  private void send(RoutingContext call, OAuth2Auth found) {
    var journey = Journey.begin();
    var address =
        found.authorizeURL(
            new OAuth2AuthorizationURL()
                .setRedirectUri(provider.redirect().toString())
                .addScope("openid")
                .addScope("email")
                .setState(journey.state())
                .setCodeChallenge(journey.challenge())
                .setCodeChallengeMethod("S256")
                .putAdditionalParameter("nonce", journey.nonce()));
    call.response().addCookie(cookie(journey.word(), LONGEST));
    call.redirect(address);
  }

  private void arrive(RoutingContext call) {
    var journey = Journey.of(call.request().getCookie(COOKIE));
    var state = Objects.requireNonNullElse(call.request().getParam("state"), "");
    var code = Objects.requireNonNullElse(call.request().getParam("code"), "");
    if (journey.isEmpty() || !journey.get().state().equals(state) || code.isEmpty()) {
      refuse(call, "The journey did not begin here");
      return;
    }
    var from = Objects.requireNonNullElse(call.request().remoteAddress().hostAddress(), "");
    var visit = email(journey.get(), code).flatMap(email -> signIn.admit(email, "oidc " + from));
    if (visit.isEmpty()) {
      refuse(call, "The other house vouches for no account of ours");
      return;
    }
    call.response()
        .addCookie(cookie("", Duration.ZERO))
        .addCookie(ApiDoor.cookie(visit.get().word(), Duration.ofHours(12)))
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(ARRIVED);
  }

  /// The address that the other house vouches for.
  private Optional<String> email(Journey journey, String code) {
    JsonObject claims;
    try {
      var shown =
          new Oauth2Credentials()
              .setFlow(OAuth2FlowType.AUTH_CODE)
              .setCode(code)
              .setCodeVerifier(journey.verifier())
              .setRedirectUri(provider.redirect().toString());
      var user = house().authenticate(shown).timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).await();
      claims = user.attributes().getJsonObject("idToken", new JsonObject());
    } catch (Exception failure) {
      LOG.atWarn().setCause(failure).log("The other house did not vouch for somebody");
      return Optional.empty();
    }
    return journey.nonce().equals(claims.getString("nonce"))
            && claims.getBoolean("email_verified", false)
        ? Optional.ofNullable(claims.getString("email"))
        : Optional.empty();
  }

  private OAuth2Auth house() {
    var known = house.get();
    if (known.isPresent()) {
      return known.get();
    }
    var options =
        new OAuth2Options()
            .setSite(provider.issuer().toString())
            .setClientId(provider.client())
            .setClientSecret(provider.secret());
    var found =
        OpenIDConnectAuth.discover(vertx, options)
            .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .await();
    house.set(Optional.of(found));
    return found;
  }

  private static Cookie cookie(String word, Duration time) {
    return Cookie.cookie(COOKIE, word)
        .setHttpOnly(true)
        .setSecure(true)
        .setSameSite(CookieSameSite.LAX)
        .setPath(PATH)
        .setMaxAge(time.toSeconds());
  }

  private static void refuse(RoutingContext call, String why) {
    LOG.atWarn().addKeyValue("why", why).log("Nobody came in by the other house");
    call.response().addCookie(cookie("", Duration.ZERO));
    call.fail(401);
  }
}
