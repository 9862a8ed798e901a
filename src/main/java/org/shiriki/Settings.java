package org.shiriki;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shiriki.africastalking.Account;
import org.shiriki.africastalking.ApiKey;
import org.shiriki.africastalking.CallbackKeys;
import org.shiriki.africastalking.ServiceCode;
import org.shiriki.api.OidcProvider;
import org.shiriki.pg.DatabaseUrl;
import org.shiriki.privacy.Keys;
import org.shiriki.sms.SmsLimits;
import org.shiriki.ussd.UssdLimits;

/// How this gateway is set up: `config/shiriki.yaml`, and over it the environment.
///
/// @param config the folder that seeds and settings are read from
/// @param data where the embedded database and the development keys live
/// @param database an outside server, or null for the embedded one
/// @param keys the key set, or null to use the development key in `data`
/// @param candidates whether polls may ask whom people would choose in an election
/// @param adminToken the first director's token, or null to make one up in development
/// @param callsPerMinute how often one account may call the API on this node
/// @param demo whether to begin with invented people and concerns
/// @param oidc another house that lets staff in, or null
/// @param all each setting as it was read, and where it came from
public record Settings(
    Path config,
    Path data,
    Http http,
    @Nullable DatabaseUrl database,
    Carrier carrier,
    CallbackKeys callbackKeys,
    @Nullable Keys keys,
    Ussd ussd,
    Sms sms,
    boolean candidates,
    @Nullable AdminToken adminToken,
    int callsPerMinute,
    boolean demo,
    @Nullable OidcProvider oidc,
    List<Setting> all) {

  private static final Set<String> READ_ELSEWHERE =
      Set.of(
          "SHIRIKI_CONFIG", "SHIRIKI_LOG_FORMAT", "SHIRIKI_LOG_LEVEL", "SHIRIKI_TEST_DATABASE_URL");

  /// Where to listen.
  ///
  /// @param port 0 takes a free one
  /// @param behindProxy whether callers' addresses come from a proxy of ours (`X-Forwarded-For`)
  public record Http(String host, int port, boolean behindProxy) {
    /// The host under which this machine reaches itself.
    String reachable() {
      return host.equals("0.0.0.0") ? "127.0.0.1" : host;
    }
  }

  /// Who carries our words.
  public enum Carrier {
    SIMULATOR,
    AFRICASTALKING;

    static Carrier of(String name) {
      return switch (name) {
        case "simulator" -> SIMULATOR;
        case "africastalking" -> AFRICASTALKING;
        default -> throw new IllegalArgumentException("'" + name + "' is no carrier");
      };
    }
  }

  /// The USSD channel.
  ///
  /// @param turnsPerMinute of one phone
  /// @param turnsPerSecond of all phones behind one callback key, on this node
  public record Ussd(ServiceCode code, UssdLimits limits, int turnsPerMinute, int turnsPerSecond) {}

  /// The SMS channel.
  ///
  /// @param api where the carrier's sending API is, or null for the carrier's usual place
  /// @param dailyLimit what messages to many people may cost in a day, in KSh
  /// @param political whether political broadcasts are sent
  public record Sms(
      Account account, @Nullable URI api, SmsLimits limits, int dailyLimit, boolean political) {}

  /// The same with another database.
  Settings on(DatabaseUrl other) {
    return new Settings(
        config,
        data,
        http,
        other,
        carrier,
        callbackKeys,
        keys,
        ussd,
        sms,
        candidates,
        adminToken,
        callsPerMinute,
        demo,
        oidc,
        all);
  }

  /// Reads the settings.
  ///
  /// @throws SettingsFault with every fault at once
  static Settings read(Map<String, String> environment) {
    var config = Path.of(environment.getOrDefault("SHIRIKI_CONFIG", "config"));
    var source = new SettingsSource(config.resolve("shiriki.yaml"), environment, READ_ELSEWHERE);
    var carrier =
        source.parsed("carrier", "simulator", "use simulator or africastalking", Carrier::of);
    var settings =
        new Settings(
            config,
            Path.of(source.text("data", ".data")),
            new Http(
                source.text("http.host", "127.0.0.1"),
                source.number("http.port", 8080, 0, 65_535),
                source.parsed("http.behind-proxy", "no", "write yes or no", Settings::yes)),
            database(source),
            carrier,
            callbackKeys(source, carrier),
            keys(source, carrier),
            ussd(source),
            sms(source, carrier),
            source.parsed("polls.candidates", "no", "write yes or no", Settings::yes),
            source.parsed(
                "admin-token",
                "",
                "give a long random word, such as `openssl rand -hex 32` prints",
                text -> text.isEmpty() ? null : new AdminToken(text)),
            source.number("api.calls-per-minute", 600, 1, 1_000_000),
            demo(source, carrier),
            oidc(source),
            source.settings());
    source.finish();
    return settings;
  }

  private static @Nullable DatabaseUrl database(SettingsSource source) {
    return source.parsed(
        "database.url",
        "",
        "write postgresql://user:password@host:port/database, or leave it empty",
        text -> text.isEmpty() ? null : DatabaseUrl.parse(text));
  }

  private static CallbackKeys callbackKeys(SettingsSource source, Carrier carrier) {
    var secrets = split(source.text("callback-keys", "local"));
    var fix = "set one or two long random words, comma separated";
    if (secrets.isEmpty() || secrets.size() > 2) {
      source.fault("callback-keys", "there are " + secrets.size(), fix);
    }
    if (carrier == Carrier.AFRICASTALKING && secrets.contains("local")) {
      source.fault("callback-keys", "the word local is no secret", fix);
    }
    return new CallbackKeys(secrets);
  }

  private static @Nullable Keys keys(SettingsSource source, Carrier carrier) {
    if (carrier == Carrier.AFRICASTALKING && source.text("keys", "").isEmpty()) {
      source.fault(
          "keys",
          "there is no key set for phone numbers and texts at rest",
          "make one with ./scripts/run --new-keys and keep it safe");
    }
    return source.parsed(
        "keys",
        "",
        "give the key set that ./scripts/run --new-keys printed",
        text -> text.isEmpty() ? null : Keys.parse(text));
  }

  private static Sms sms(SettingsSource source, Carrier carrier) {
    return new Sms(
        account(source, carrier),
        source.parsed(
            "at.base-url",
            "",
            "give an address such as https://api.africastalking.com",
            Settings::address),
        new SmsLimits(
            source.number("sms.segments-per-second", 100, 1, 100_000),
            source.number("sms.recipients-per-request", 500, 1, 10_000),
            source.number("sms.replies-per-day", 30, 1, 10_000),
            Duration.ofHours(source.number("sms.oldest-hours", 24, 1, 168)),
            source.number("sms.alerts-per-week", 3, 1, 100),
            Long.MAX_VALUE),
        source.number("sms.daily-limit-ksh", 100_000, 0, 100_000_000),
        source.parsed("sms.political", "no", "write yes or no", Settings::yes));
  }

  private static Account account(SettingsSource source, Carrier carrier) {
    var username = source.text("at.username", "");
    var apiKey = source.text("at.api-key", "");
    if (carrier == Carrier.AFRICASTALKING && username.isEmpty()) {
      source.fault(
          "at.username", "it is empty", "give your account's user name at Africa's Talking");
    }
    if (carrier == Carrier.AFRICASTALKING && apiKey.isEmpty()) {
      source.fault("at.api-key", "it is empty", "give your account's API key");
    }
    return new Account(
        username,
        new ApiKey(apiKey),
        source.parsed(
            "sms.sender-id",
            "",
            "give your short code, or your registered name of at most 11 letters and digits",
            Settings::senderId));
  }

  private static boolean demo(SettingsSource source, Carrier carrier) {
    var demo = source.parsed("demo", "no", "write yes or no", Settings::yes);
    if (demo && carrier == Carrier.AFRICASTALKING) {
      source.fault("demo", "a demonstration writes to invented people", "leave it out");
    }
    return demo;
  }

  private static @Nullable OidcProvider oidc(SettingsSource source) {
    var fix = "give an address such as https://login.example.org";
    var issuer = source.parsed("oidc.issuer", "", fix, Settings::address);
    var client = source.text("oidc.client-id", "");
    var secret = source.text("oidc.client-secret", "");
    var redirect = source.parsed("oidc.redirect-url", "", fix, Settings::address);
    if (issuer == null) {
      return null;
    }
    if (client.isEmpty() || secret.isEmpty() || redirect == null) {
      source.fault(
          "oidc.issuer",
          "the rest is missing",
          "give oidc.client-id, oidc.client-secret and oidc.redirect-url too");
      return null;
    }
    return new OidcProvider(issuer, client, secret, redirect);
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw new IllegalArgumentException("'" + text + "' is neither");
    };
  }

  private static String senderId(String text) {
    if (!text.matches("[A-Za-z0-9 _.-]{0,11}")) {
      throw new IllegalArgumentException("it is no name or number that a message can come from");
    }
    return text;
  }

  private static @Nullable URI address(String text) {
    if (text.isEmpty()) {
      return null;
    }
    var address = URI.create(text);
    if (!text.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?") || text.endsWith("/")) {
      throw new IllegalArgumentException("it is no web address");
    }
    return address;
  }

  private static Ussd ussd(SettingsSource source) {
    return new Ussd(
        source.parsed(
            "ussd.code", "*384*50#", "give your code, such as *384*50#", ServiceCode::new),
        new UssdLimits(
            source.seconds("ussd.session-seconds", 180),
            source.seconds("ussd.idle-seconds", 30),
            source.seconds("ussd.resume-seconds", 600),
            source.seconds("ussd.patience-seconds", 6),
            Duration.ofHours(source.number("ussd.keep-hours", 24, 1, 720))),
        source.number("ussd.turns-per-minute", 120, 1, 100_000),
        source.number("ussd.turns-per-second", 5_000, 1, 1_000_000));
  }

  private static List<String> split(String words) {
    return Arrays.stream(words.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
