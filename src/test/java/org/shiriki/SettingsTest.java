package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.africastalking.Account;
import org.shiriki.africastalking.ApiKey;
import org.shiriki.africastalking.CallbackKeys;
import org.shiriki.africastalking.ServiceCode;
import org.shiriki.privacy.Keys;
import org.shiriki.sms.SmsLimits;
import org.shiriki.ussd.UssdLimits;

/// The defaults, every key, and every fault told at once.
class SettingsTest {
  @TempDir Path config;

  private Settings read(String... pairs) {
    var environment = new HashMap<String, String>();
    environment.put("SHIRIKI_CONFIG", config.toString());
    for (var at = 0; at < pairs.length; at += 2) {
      environment.put(pairs[at], pairs[at + 1]);
    }
    return Settings.read(environment);
  }

  private String faults(String... pairs) {
    return String.valueOf(catchThrowable(() -> read(pairs)).getMessage());
  }

  @Test
  void nothing_set_is_a_laptop_with_the_simulator() {
    var settings = read();

    assertThat(settings)
        .isEqualTo(
            new Settings(
                config,
                Path.of(".data"),
                new Settings.Http("127.0.0.1", 8080, false),
                null,
                Settings.Carrier.SIMULATOR,
                new CallbackKeys(List.of("local")),
                null,
                new Settings.Ussd(
                    new ServiceCode("*384*50#"),
                    new UssdLimits(
                        Duration.ofSeconds(180),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(6),
                        Duration.ofHours(24)),
                    120,
                    5_000),
                new Settings.Sms(
                    new Account("", new ApiKey(""), ""),
                    null,
                    new SmsLimits(100, 500, 30, Duration.ofHours(24)),
                    100_000,
                    false),
                false,
                null,
                600,
                false,
                null,
                settings.all()));
  }

  @Test
  void the_environment_wins_over_the_file() throws IOException {
    Files.writeString(config.resolve("shiriki.yaml"), "http:\n  port: 9000\n  host: 0.0.0.0\n");

    var http = read("SHIRIKI_HTTP_PORT", "9001").http();

    assertThat(http).isEqualTo(new Settings.Http("0.0.0.0", 9001, false));
  }

  @Test
  void each_setting_tells_where_it_comes_from_and_no_secret_tells_its_value() throws IOException {
    Files.writeString(config.resolve("shiriki.yaml"), "http:\n  host: 0.0.0.0\n");

    var settings = read("SHIRIKI_HTTP_PORT", "9001", "SHIRIKI_AT_API_KEY", "atsk_hush");

    assertThat(settings.all())
        .contains(
            new Setting("http.host", "SHIRIKI_HTTP_HOST", "0.0.0.0", Setting.Origin.FILE),
            new Setting("http.port", "SHIRIKI_HTTP_PORT", "9001", Setting.Origin.ENVIRONMENT),
            new Setting("carrier", "SHIRIKI_CARRIER", "simulator", Setting.Origin.DEFAULT));
    assertThat(settings.all()).filteredOn(Setting::secret).hasSize(6);
    assertThat(settings.all().toString()).doesNotContain("atsk_hush");
  }

  @Test
  void every_fault_is_told_at_once_with_its_fix() throws IOException {
    Files.writeString(config.resolve("shiriki.yaml"), "http:\n  prot: 9000\n");

    var told =
        faults(
            "SHIRIKI_HTTP_PORT", "eighty",
            "SHIRIKI_CARRIER", "pigeon",
            "SHIRIKI_USSD_CODE", "384",
            "SHIRIKI_DATABASE_URL", "mysql://root@x/y",
            "SHIRIKI_AT_BASE_URL", "api.africastalking.com",
            "SHIRIKI_SMS_SENDER_ID", "A name far too long",
            "SHIRIKI_SMS_SEGMENTS_PER_SECOND", "0",
            "SHIRIKI_HTPP_HOST", "127.0.0.1");

    assertThat(told.lines())
        .hasSize(9)
        .anyMatch(line -> line.contains("at.base-url"))
        .anyMatch(line -> line.contains("sms.sender-id"))
        .anyMatch(line -> line.contains("sms.segments-per-second"))
        .anyMatch(line -> line.contains("http.port") && line.contains("'eighty'"))
        .anyMatch(
            line -> line.contains("carrier") && line.contains("use simulator or africastalking"))
        .anyMatch(line -> line.contains("ussd.code"))
        .anyMatch(line -> line.contains("database.url"))
        .anyMatch(line -> line.startsWith("http.prot is no setting"))
        .anyMatch(line -> line.startsWith("SHIRIKI_HTPP_HOST is no setting"));
  }

  @Test
  void the_real_carrier_refuses_to_start_without_secrets() {
    var told = faults("SHIRIKI_CARRIER", "africastalking");

    assertThat(told)
        .contains("callback-keys", "the word local is no secret")
        .contains("at.username")
        .contains("at.api-key")
        .contains("keys (SHIRIKI_KEYS)");
  }

  @Test
  void the_real_carrier_starts_with_all_of_them() {
    var settings =
        read(
            "SHIRIKI_CARRIER", "africastalking",
            "SHIRIKI_AT_USERNAME", "shiriki",
            "SHIRIKI_AT_API_KEY", "secret",
            "SHIRIKI_CALLBACK_KEYS", "one-long-secret,another",
            "SHIRIKI_KEYS", Keys.generate().text());

    assertThat(settings.carrier()).isEqualTo(Settings.Carrier.AFRICASTALKING);
    assertThat(settings.keys()).isNotNull();
  }

  @Test
  void the_channel_of_sms_is_set_by_its_keys() {
    var sms =
        read(
                "SHIRIKI_AT_USERNAME", "sandbox",
                "SHIRIKI_AT_API_KEY", "hush",
                "SHIRIKI_AT_BASE_URL", "http://127.0.0.1:9/at",
                "SHIRIKI_SMS_SENDER_ID", "SHIRIKI",
                "SHIRIKI_SMS_SEGMENTS_PER_SECOND", "7",
                "SHIRIKI_SMS_RECIPIENTS_PER_REQUEST", "8",
                "SHIRIKI_SMS_REPLIES_PER_DAY", "9",
                "SHIRIKI_SMS_OLDEST_HOURS", "10",
                "SHIRIKI_SMS_ALERTS_PER_WEEK", "11",
                "SHIRIKI_SMS_DAILY_LIMIT_KSH", "12",
                "SHIRIKI_SMS_POLITICAL", "yes")
            .sms();

    assertThat(sms)
        .isEqualTo(
            new Settings.Sms(
                new Account("sandbox", new ApiKey("hush"), "SHIRIKI"),
                URI.create("http://127.0.0.1:9/at"),
                new SmsLimits(7, 8, 9, Duration.ofHours(10), 11, Long.MAX_VALUE),
                12,
                true));
    assertThat(sms.toString()).doesNotContain("hush");
  }

  @Test
  void three_callback_keys_are_one_too_many() {
    assertThat(faults("SHIRIKI_CALLBACK_KEYS", "a,b,c")).contains("callback-keys", "there are 3");
  }

  @Test
  void a_fault_never_repeats_a_secret() {
    var told =
        faults(
            "SHIRIKI_KEYS", "{\"seal\":\"hush\"}",
            "SHIRIKI_DATABASE_URL", "postgresql://user:hush@host:x/db");

    assertThat(told).contains("keys", "database.url").doesNotContain("hush");
  }

  @Test
  void a_file_that_is_no_yaml_is_named_with_the_line() throws IOException {
    Files.writeString(config.resolve("shiriki.yaml"), "http: [\n");

    assertThatThrownBy(this::read)
        .isInstanceOf(SettingsFault.class)
        .hasMessageContaining("shiriki.yaml is not YAML, line");
  }

  @Test
  void settings_print_no_secret() {
    var settings =
        read("SHIRIKI_CALLBACK_KEYS", "hush", "SHIRIKI_DATABASE_URL", "postgresql://u:hush@h/d");

    assertThat(settings.toString()).doesNotContain("hush");
    assertThat(Map.of("settings", settings).toString()).doesNotContain("hush");
  }

  @Test
  void a_demonstration_never_goes_with_the_real_carrier() {
    assertThat(read("SHIRIKI_DEMO", "true").demo()).isTrue();
    assertThatThrownBy(() -> read("SHIRIKI_CARRIER", "africastalking", "SHIRIKI_DEMO", "true"))
        .isInstanceOf(SettingsFault.class)
        .hasMessageContaining("SHIRIKI_DEMO");
  }
}
