package org.shiriki.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// Styles, scripts and pictures: kept in memory, sent compressed, and kept by browsers for good
/// under an address that changes with what they are.
public final class Assets {
  /// Where they all are.
  public static final String PATH = "/assets";

  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final Map<String, Asset> ALL = all();
  private static final String VERSION = version();

  private Assets() {}

  private record Asset(String type, Buffer bytes, Buffer packed) {}

  /// The address of one of them.
  ///
  /// @param name `console.css`
  public static String address(String name) {
    if (!ALL.containsKey(name)) {
      throw new IllegalArgumentException("There is no asset " + name);
    }
    return PATH + '/' + VERSION + '/' + name;
  }

  /// Adds them to a router.
  public static void mount(Router router) {
    router.get(PATH + "/:version/:name").handler(Assets::send);
  }

  private static void send(RoutingContext call) {
    var asset = ALL.get(call.pathParam("name"));
    if (asset == null) {
      call.fail(404);
      return;
    }
    var accepted = call.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    var response =
        call.response()
            .putHeader("Content-Type", asset.type())
            .putHeader("Cache-Control", "public, max-age=31536000, immutable")
            .putHeader("Vary", "Accept-Encoding")
            .putHeader("X-Content-Type-Options", "nosniff");
    if (accepted != null && accepted.contains("gzip")) {
      response.putHeader("Content-Encoding", "gzip");
      response.end(asset.packed());
      return;
    }
    response.end(asset.bytes());
  }

  private static Map<String, Asset> all() {
    var all = new TreeMap<String, Asset>();
    all.put("pico.css", style(webjar("picocss__pico", "css/pico.jade.min.css")));
    all.put("htmx.js", script(webjar("htmx.org", "dist/htmx.min.js")));
    all.put("chart.js", script(webjar("chart.js", "dist/chart.umd.min.js")));
    all.put("console.css", style("/console/console.css"));
    all.put("front.css", style("/console/front.css"));
    all.put("console.js", script("/console/console.js"));
    all.put("charts.js", script("/console/charts.js"));
    all.put("icon.svg", read("image/svg+xml", "/simulator/icon.svg"));
    return all;
  }

  private static Asset style(String resource) {
    return read("text/css; charset=utf-8", resource);
  }

  private static Asset script(String resource) {
    return read("text/javascript; charset=utf-8", resource);
  }

  private static Asset read(String type, String resource) {
    try (var stream = Assets.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("There is no " + resource);
      }
      var bytes = stream.readAllBytes();
      var packed = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes);
      }
      return new Asset(type, Buffer.buffer(bytes), Buffer.buffer(packed.toByteArray()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// A file of a webjar, whose version its own jar names.
  private static String webjar(String name, String file) {
    var properties = new Properties();
    var resource = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    try (var stream = Assets.class.getResourceAsStream(resource)) {
      properties.load(stream);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return WEBJARS + name + '/' + properties.getProperty("version") + '/' + file;
  }

  private static String version() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      ALL.values().forEach(asset -> digest.update(asset.bytes().getBytes()));
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("Every Java has SHA-256", failure);
    }
  }
}
