package org.shiriki.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// The page on which people read and try the contract: `/api/docs`.
public final class Docs {
  private static final String PATH = "/api/docs";
  private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
  private static final String VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  /// Everything comes from here; the page's own library writes styles into its elements.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

  private Docs() {}

  /// Adds the page to a router.
  public static void mount(Router router) {
    router.get(PATH).handler(call -> tell(call, "text/html; charset=utf-8", "page.html"));
    router.get(PATH + "/page.js").handler(call -> tell(call, "text/javascript", "page.js"));
    router
        .get(PATH + "/ui/*")
        .handler(StaticHandler.create(WEBJAR + version()).setDirectoryListing(false));
  }

  private static void tell(RoutingContext call, String type, String name) {
    call.response()
        .putHeader("Content-Type", type)
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(text("/api/docs/" + name));
  }

  private static String text(String resource) {
    try (var stream = Docs.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("There is no " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String version() {
    var properties = new Properties();
    try (var stream = Docs.class.getResourceAsStream(VERSION)) {
      properties.load(stream);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return properties.getProperty("version");
  }
}
