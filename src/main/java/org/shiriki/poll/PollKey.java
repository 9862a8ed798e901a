package org.shiriki.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.shiriki.privacy.PhoneKey;

/// The key of one poll: random, and destroyed when the poll is sealed.
///
/// It makes what a person's stub, ballot and receipt are known by (HMAC-SHA-256), and seals where a
/// ballot came from (AES-GCM). While it exists, a person finds their ballot again and can change
/// their mind; without it nobody can tell whose a ballot was, not even with every other key of the
/// house.
final class PollKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final int MARK_BYTES = 16;
  private static final byte[] NOTHING = {};

  private final byte[] secret;

  private PollKey(byte[] secret) {
    this.secret = secret;
  }

  /// A new key.
  ///
  /// @param random a source that nobody can foretell
  static PollKey from(RandomGenerator random) {
    var secret = new byte[BYTES];
    random.nextBytes(secret);
    return new PollKey(secret);
  }

  /// Reads what [#text] wrote.
  static PollKey parse(String text) {
    return new PollKey(Base64.getDecoder().decode(text));
  }

  /// The key in full, for the vault alone.
  String text() {
    return Base64.getEncoder().encodeToString(secret);
  }

  /// The voter's mark: what their stub is known by.
  String mark(PhoneKey person) {
    return text(digest("mark", person.text()));
  }

  /// The number of the voter's ballot, which is not to be made from their mark.
  String ballot(PhoneKey person) {
    return text(digest("ballot", person.text()));
  }

  /// What a stub holds as long as its person may change their ballot.
  String tie(PhoneKey person) {
    return text(digest("tie", person.text()));
  }

  /// A mark, number or tie as nobody's key makes one.
  ///
  /// @param random a source that nobody can foretell
  static String nobody(RandomGenerator random) {
    var bytes = new byte[MARK_BYTES];
    random.nextBytes(bytes);
    return text(bytes);
  }

  /// What shows that a receipt is taken, and tells it to nobody.
  String proof(Receipt receipt) {
    return text(digest("proof", receipt.code()));
  }

  /// The receipt of a voter, which tells nothing of the voter without this key.
  ///
  /// @param draw 0, or how many receipts were taken that came before
  Receipt receipt(String mark, int draw) {
    var digest = digest(draw == 0 ? "receipt" : "receipt/" + draw, mark);
    var bits = 0;
    for (var at = 0; at < Integer.BYTES; at++) {
      bits = (bits << Byte.SIZE) | (digest[at] & 0xff);
    }
    return Receipt.of(bits);
  }

  /// Seals where a ballot came from, otherwise every time, so that no two can be told to be alike.
  String hide(Cell cell) {
    try {
      var sealed = cells().encrypt(cell.text().getBytes(UTF_8), NOTHING);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A cell could not be sealed", failure);
    }
  }

  /// Opens what [#hide] made.
  Cell show(String hidden) {
    try {
      return Cell.parse(
          new String(cells().decrypt(Base64.getUrlDecoder().decode(hidden), NOTHING), UTF_8));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("A cell could not be opened", failure);
    }
  }

  private Aead cells() throws GeneralSecurityException {
    return new AesGcmJce(digest("cell", ""));
  }

  private static String text(byte[] digest) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(digest, MARK_BYTES));
  }

  private byte[] digest(String purpose, String words) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal((purpose + '\n' + words).getBytes(UTF_8));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("This Java knows no " + ALGORITHM, failure);
    }
  }

  @Override
  public String toString() {
    return "PollKey[secret]";
  }
}
