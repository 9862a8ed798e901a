package org.shiriki.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final Instant AT = Instant.ofEpochSecond(1_795_161_600, 999_000_000);

  /// As `printf '1795161600.{}' | openssl dgst -sha256 -hmac <secret>` has it.
  private static final String NEW =
      "d3d333b35cb9c99f45d83ad52db0f06e64a29f9a8dd86d4d50d0d0611a4aa9bb";

  private static final String OLD =
      "14101f2d1eb2625a8fdf22a481b350c4fc9576a1c65d139412ba2ba6cc71b081";

  @Test
  void it_is_the_hmac_over_second_and_body() {
    assertThat(Signature.of(List.of("whsec_new"), AT, "{}")).isEqualTo("t=1795161600,v1=" + NEW);
  }

  @Test
  void while_a_secret_is_changed_both_sign() {
    assertThat(Signature.of(List.of("whsec_new", "whsec_old"), AT, "{}"))
        .isEqualTo("t=1795161600,v1=" + NEW + ",v1=" + OLD);
  }
}
