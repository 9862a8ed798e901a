package org.shiriki.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The proof that we said something, and when: `t=<seconds since 1970>,v1=<hex>`, where the hex is
/// HMAC-SHA256 over `<t>.<body>`; one `v1` for each secret.
public final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /// The header's value.
  static String of(List<String> secrets, Instant at, String body) {
    var second = at.getEpochSecond();
    return secrets.stream()
        .map(secret -> "v1=" + hex(secret, second + "." + body))
        .collect(Collectors.joining(",", "t=" + second + ',', ""));
  }

  private static String hex(String secret, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, failure);
    }
  }
}
