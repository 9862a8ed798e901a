package org.shiriki.console;

import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shiriki.api.ApiDoor;
import org.shiriki.dialogue.Language;

/// The browser on the other side: what it sends along, and what it is given to keep.
record Browser(RoutingContext call) {
  private static final String LANGUAGE = "shiriki_language";
  private static final String DONE = "shiriki_done";
  private static final long A_YEAR = 31_536_000;

  /// The word of the visit that it is in; empty for none.
  String visit() {
    var cookie = call.request().getCookie(ApiDoor.COOKIE);
    return cookie == null ? "" : cookie.getValue();
  }

  /// Where it calls from.
  String address() {
    var address = call.request().remoteAddress();
    return address == null ? "" : Objects.requireNonNullElse(address.hostAddress(), "");
  }

  /// The address of the house as it knows it, `https://shiriki.example.org`.
  String origin() {
    return call.request().scheme() + "://" + call.request().authority();
  }

  /// The language that was chosen in it.
  Language language() {
    return Optional.ofNullable(call.request().getCookie(LANGUAGE))
        .filter(cookie -> cookie.getValue().equals("en"))
        .map(_ -> Language.ENGLISH)
        .orElse(Language.KISWAHILI);
  }

  /// Keeps a language in it for a year.
  void speaks(String code) {
    var language = code.equals("en") ? "en" : "sw";
    call.response().addCookie(cookie(LANGUAGE, language).setMaxAge(A_YEAR).setPath("/"));
  }

  /// Lets its next page say that an operation was done.
  void did(String operation) {
    call.response().addCookie(cookie(DONE, operation).setMaxAge(20).setPath(Console.PATH));
  }

  /// The operation that was done just now; told once, empty for none.
  String done() {
    var done = call.request().getCookie(DONE);
    if (done == null) {
      return "";
    }
    call.response().addCookie(cookie(DONE, "").setMaxAge(0).setPath(Console.PATH));
    return done.getValue();
  }

  /// Whether it sends a form from a page that is not ours.
  boolean foreign() {
    var site = call.request().getHeader("Sec-Fetch-Site");
    var origin = call.request().getHeader("Origin");
    var host = call.request().authority();
    return (site != null && !site.equals("same-origin") && !site.equals("none"))
        || (site == null
            && origin != null
            && host != null
            && !origin.endsWith("//" + host.toString()));
  }

  /// What was typed into a form.
  Typed typed() {
    return new Typed(values(call.request().formAttributes()));
  }

  /// The values behind the path.
  Map<String, List<String>> query() {
    return values(call.queryParams());
  }

  private static Map<String, List<String>> values(MultiMap map) {
    return map.names().stream()
        .collect(
            Collectors.toMap(
                Function.identity(), map::getAll, (first, _) -> first, LinkedHashMap::new));
  }

  private static Cookie cookie(String name, String value) {
    return Cookie.cookie(name, value)
        .setHttpOnly(true)
        .setSecure(true)
        .setSameSite(CookieSameSite.STRICT);
  }

  @Override
  public String toString() {
    return "Browser[…]";
  }
}
