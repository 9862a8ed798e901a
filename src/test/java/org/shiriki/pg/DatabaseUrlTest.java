package org.shiriki.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.SslMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @Test
  void an_address_is_read_part_by_part() {
    var url = DatabaseUrl.parse("postgresql://amina:s3cret@db.example.org:5433/civic");

    assertThat(url)
        .isEqualTo(
            new DatabaseUrl("amina", "s3cret", "db.example.org", 5433, "civic", SslMode.PREFER));
    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example.org:5433/civic?sslmode=prefer");
  }

  @Test
  void the_short_scheme_the_usual_port_and_percent_signs_are_understood() {
    var url = DatabaseUrl.parse("postgres://ami%40na:p%3Aa%2Fs+s%40@localhost/civic%20data");

    assertThat(url.user()).isEqualTo("ami@na");
    assertThat(url.password()).isEqualTo("p:a/s+s@");
    assertThat(url.port()).isEqualTo(5432);
    assertThat(url.database()).isEqualTo("civic data");
    assertThat(url.jdbc()).contains("/civic%20data");
  }

  @Test
  void an_ipv6_address_keeps_its_brackets_for_jdbc_only() {
    var url = DatabaseUrl.parse("postgresql://amina@[::1]/civic?sslmode=disable");

    assertThat(url.jdbc()).startsWith("jdbc:postgresql://[::1]:5432/");
    assertThat(url.connectOptions().getHost()).isEqualTo("::1");
    assertThat(url.password()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"disable", "prefer", "require", "verify-full"})
  void encryption_is_asked_for_in_both_clients(String mode) {
    var url = DatabaseUrl.parse("postgresql://amina:x@localhost/civic?sslmode=" + mode);

    assertThat(url.jdbc()).contains("sslmode=" + mode);
    assertThat(url.connectOptions().getSslMode().value).isEqualTo(mode);
  }

  @Test
  void the_password_is_not_shown() {
    var url = DatabaseUrl.parse("postgresql://amina:s3cret@localhost/civic");

    assertThat(url)
        .asString()
        .isEqualTo("postgresql://amina:***@localhost:5432/civic?sslmode=prefer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mysql://amina:s3cret@localhost/civic                 | must start with postgresql://
          postgresql://localhost/civic                         | the user is missing
          postgresql://:s3cret@localhost/civic                 | the user is empty
          postgresql://amina:s3cret@at@localhost/civic         | write @ in a password as %40
          postgresql://amina:s3cret%zz@localhost/civic         | the password has a % that
          postgresql://amina:s3cret@/civic                     | the host is empty
          postgresql://amina:s3cret@::1/civic                  | write an IPv6 address as [::1]
          postgresql://amina:s3cret@localhost:five/civic       | the port is not a number
          postgresql://amina:s3cret@localhost:0/civic          | the port is not between
          postgresql://amina:s3cret@localhost:65536/civic      | the port is not between
          postgresql://amina:s3cret@localhost                  | must have one / and
          postgresql://amina:s3cret@localhost/                 | the database's name is empty
          postgresql://amina:s3cret@localhost/civic?user=x     | only ?sslmode= may follow
          postgresql://amina:s3cret@localhost/civic?sslmode=x  | sslmode must be
          """)
  void a_faulty_address_is_refused_by_name_and_without_its_password(String text, String fault) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault)
        .hasMessageNotContaining("s3cret");
  }
}
