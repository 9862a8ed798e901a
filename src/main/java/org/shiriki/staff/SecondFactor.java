package org.shiriki.staff;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// Codes of six digits that a phone's authenticator makes every 30 seconds (RFC 6238), and recovery
/// codes for the day on which that phone is lost.
final class SecondFactor {
  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_LENGTH = 12;
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();

  private SecondFactor() {}

  /// A new secret, as an authenticator takes it (Base32).
  static String secret() {
    var bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return new Base32().encodeToString(bytes);
  }

  /// What an authenticator reads from a picture.
  static String address(String account, String secret) {
    return "otpauth://totp/Shiriki:" + account + "?secret=" + secret + "&issuer=Shiriki";
  }

  /// The time step whose code this is, one step early or late allowed; nothing if it is none.
  static OptionalLong step(String secret, String code, Instant now) {
    var length = CODES.getTimeStep().toSeconds();
    var current = now.getEpochSecond() / length;
    return LongStream.rangeClosed(current - 1, current + 1)
        .filter(step -> Secrets.same(code(secret, Instant.ofEpochSecond(step * length)), code))
        .findFirst();
  }

  /// The code of a moment.
  static String code(String secret, Instant at) {
    try {
      var key = new SecretKeySpec(new Base32().decode(secret), CODES.getAlgorithm());
      return CODES.generateOneTimePasswordString(key, at);
    } catch (InvalidKeyException failure) {
      throw new IllegalStateException("A secret makes no codes", failure);
    }
  }

  /// New recovery codes, each good once.
  static List<String> recoveryCodes() {
    return Stream.generate(SecondFactor::recoveryCode).limit(RECOVERY_CODES).toList();
  }

  private static String recoveryCode() {
    var code = new StringBuilder();
    for (var place = 0; place < RECOVERY_LENGTH; place++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }
}
