package org.shiriki.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id (RFC 9106) with the memory and passes that OWASP's password storage sheet names as a
/// least. It keeps a processor busy while it runs.
public final class Argon2 implements SlowHash {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String of(String secret) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var base64 = Base64.getEncoder().withoutPadding();
    return "argon2id$%d$%d$%s$%s"
        .formatted(
            MEMORY_KIB,
            PASSES,
            base64.encodeToString(salt),
            base64.encodeToString(hash(secret, salt, MEMORY_KIB, PASSES)));
  }

  @Override
  public boolean fits(String secret, String hash) {
    var parts = hash.split("\\$", -1);
    var salt = Base64.getDecoder().decode(parts[3]);
    var again = hash(secret, salt, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    return MessageDigest.isEqual(again, Base64.getDecoder().decode(parts[4]));
  }

  private static byte[] hash(String secret, byte[] salt, int memory, int passes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    var hash = new byte[HASH_BYTES];
    generator.generateBytes(secret.getBytes(UTF_8), hash);
    return hash;
  }
}
