package org.shiriki.pg;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManagerFactory;

/// The address of a PostgreSQL database and the account to use there, as one reads it from
/// `postgresql://user:password@host:port/database?sslmode=require`.
public record DatabaseUrl(
    String user, String password, String host, int port, String database, SslMode sslMode) {
  private static final int DEFAULT_PORT = 5432;
  private static final Set<SslMode> MODES =
      EnumSet.of(SslMode.DISABLE, SslMode.PREFER, SslMode.REQUIRE, SslMode.VERIFY_FULL);
  private static final Pattern SCHEME = Pattern.compile("(?i)postgres(?:ql)?://(.*)");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]*)(?::([^:]*))?");

  /// Reads the text form; a fault is an [IllegalArgumentException] whose sentence never holds the
  /// password.
  public static DatabaseUrl parse(String text) {
    var scheme = SCHEME.matcher(text.strip());
    require(scheme.matches(), "it must start with postgresql://");
    var query = scheme.group(1).split("\\?", 2);
    var accountAndPlace = query[0].split("@", -1);
    require(accountAndPlace.length != 1, "the user is missing; write user:password@ before host");
    require(accountAndPlace.length == 2, "it has more than one @; write @ in a password as %40");
    var place = accountAndPlace[1].split("/", -1);
    require(place.length == 2, "after the host it must have one / and the database's name");
    var account = accountAndPlace[0].split(":", 2);
    var address = HOST_AND_PORT.matcher(place[0]);
    require(address.matches(), "the host is not readable; write an IPv6 address as [::1]");
    var url =
        new DatabaseUrl(
            decode("user", account[0]),
            account.length == 2 ? decode("password", account[1]) : "",
            decode("host", address.group(1)),
            port(address),
            decode("database", place[1]),
            sslMode(query.length == 2 ? query[1] : ""));
    require(!url.user.isEmpty(), "the user is empty");
    require(!url.host.isEmpty(), "the host is empty");
    require(!url.database.isEmpty(), "the database's name is empty");
    return url;
  }

  /// The same server and account, another database.
  public DatabaseUrl withDatabase(String other) {
    return new DatabaseUrl(user, password, host, port, other, sslMode);
  }

  /// For the Vert.x client.
  public PgConnectOptions connectOptions() {
    var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    var options = new PgConnectOptions();
    options.setUser(user).setPassword(password).setHost(bare).setPort(port).setDatabase(database);
    options.setSslMode(sslMode);
    if (sslMode == SslMode.VERIFY_FULL) {
      return options.setSslOptions(
          new ClientSSLOptions()
              .setTrustOptions(jdkTrust())
              .setHostnameVerificationAlgorithm("HTTPS"));
    }
    return options.setSslOptions(new ClientSSLOptions().setTrustAll(true));
  }

  /// For JDBC, which takes the user and the password beside it.
  public String jdbc() {
    var factory =
        sslMode == SslMode.VERIFY_FULL
            ? "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory"
            : "";
    return "jdbc:postgresql://%s:%d/%s?sslmode=%s%s"
        .formatted(host, port, encode(database), sslMode.value, factory);
  }

  /// The text form with `***` for the password.
  @Override
  public String toString() {
    return "postgresql://%s:***@%s:%d/%s?sslmode=%s"
        .formatted(encode(user), host, port, encode(database), sslMode.value);
  }

  private static TrustOptions jdkTrust() {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return TrustOptions.wrap(factory.getTrustManagers()[0]);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("This JDK has no default certificates", failure);
    }
  }

  private static int port(Matcher address) {
    var text = address.group(2);
    if (text == null) {
      return DEFAULT_PORT;
    }
    require(text.matches("\\d{1,5}"), "the port is not a number");
    var port = Integer.parseInt(text);
    require(port > 0 && port <= 65_535, "the port is not between 1 and 65535");
    return port;
  }

  private static SslMode sslMode(String query) {
    if (query.isEmpty()) {
      return SslMode.PREFER;
    }
    require(query.startsWith("sslmode=") && !query.contains("&"), "only ?sslmode= may follow");
    return MODES.stream()
        .filter(mode -> query.equals("sslmode=" + mode.value))
        .findFirst()
        .orElseThrow(() -> fault("sslmode must be disable, prefer, require or verify-full"));
  }

  private static String decode(String part, String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw fault("the " + part + " has a % that two hexadecimal digits do not follow");
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw fault(fault);
    }
  }

  private static IllegalArgumentException fault(String fault) {
    return new IllegalArgumentException("the address is not usable: " + fault);
  }
}
