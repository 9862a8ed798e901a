package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// Staff name a phone as their own over HTTP, and prove it with what comes to it.
class OwnPhoneIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static TestGateway gateway;
  private static Desk director;

  @BeforeAll
  static void open() {
    gateway = TestGateway.on(TOWN.url());
    director = Desk.director(gateway);
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private static Desk volunteer(String name) {
    return director.colleague(TOWN.database(), name, Grant.everywhere(Role.VOLUNTEER));
  }

  private static JsonArray inbox(String number) {
    var path = "/simulator/api/messages?phone=" + number.replace("+", "%2B");
    return Objects.requireNonNull(gateway.get(path).bodyAsJsonArray());
  }

  private static String code(String number, int messages) {
    return Watch.until(() -> inbox(number), inbox -> inbox.size() == messages)
        .getJsonObject(messages - 1)
        .getString("text")
        .replaceAll("(?s).*?(\\d{6}).*", "$1");
  }

  private static Desk.Said set(Desk desk, String number) {
    return desk.post("/me/phone", "{'phone':'" + number + "'}");
  }

  private static Desk.Said confirm(Desk desk, String code) {
    return desk.post("/me/phone/confirmation", "{'code':'" + code + "'}");
  }

  @Test
  void a_phone_is_named_confirmed_read_and_forgotten() {
    var vera = volunteer("vera");
    assertThat(vera.get("/me/phone").at("/state")).isEqualTo("NONE");

    var set = set(vera, "0711 770001");
    assertThat(set.status()).isEqualTo(201);
    assertThat(set.at("/state")).isEqualTo("WAITING");
    assertThat(set.at("/ending")).isEqualTo("001");
    var confirmed = confirm(vera, code("+254711770001", 1));

    assertThat(confirmed.at("/state")).isEqualTo("CONFIRMED");
    assertThat(vera.get("/me/phone").text()).isEqualTo(confirmed.text()).doesNotContain("711770");
    assertThat(vera.delete("/me/phone").status()).isEqualTo(204);
    assertThat(vera.get("/me/phone").at("/state")).isEqualTo("NONE");
    assertThat(director.get("/audit?action=account.phone").text())
        .contains("account.phone-set", "account.phone-confirmed", "account.phone-forgotten")
        .doesNotContain("711770");
  }

  @Test
  void nobody_confirms_the_phone_of_another() {
    var zuri = volunteer("zuri");
    set(zuri, "+254711770002");
    var code = code("+254711770002", 1);
    var thief = volunteer("thief");
    set(thief, "+254711770003");

    assertThat(confirm(volunteer("idle"), code).status()).isEqualTo(409);
    assertThat(confirm(thief, code).status())
        .isEqualTo(code.equals(code("+254711770003", 1)) ? 200 : 422);
    assertThat(confirm(zuri, code).status()).isEqualTo(200);
  }

  @Test
  void the_same_request_again_sends_no_second_code() {
    var desk = volunteer("twice").with("Idempotency-Key", "phone-1");

    var first = set(desk, "+254711770004");
    var again = set(desk, "+254711770004");

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(confirm(desk, code("+254711770004", 1)).status()).isEqualTo(200);
  }

  @Test
  void the_fourth_code_of_a_day_is_not_sent() {
    var desk = volunteer("often");
    for (var time = 1; time <= 3; time++) {
      assertThat(set(desk, "+254711770005").status()).isEqualTo(201);
    }

    var said = set(desk, "+254711770005");

    assertThat(said.status()).isEqualTo(429);
    assertThat(said.at("/detail")).contains("3 codes in a day");
  }

  @Test
  void what_is_no_phones_number_is_refused() {
    assertThat(set(volunteer("odd"), "+999999999999999").status()).isEqualTo(422);
  }
}
