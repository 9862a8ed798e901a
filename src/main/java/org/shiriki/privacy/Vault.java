package org.shiriki.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;

/// Seals what is kept at rest, and makes the keyed hashes that rows are found by.
public final class Vault {
  private static final int MARK_BYTES = 16;

  private final Aead seal;
  private final PrfSet lookup;
  private final byte[] newest;
  private final boolean rotating;

  public Vault(Keys keys) {
    try {
      this.seal = keys.seal().getPrimitive(Keys.SEAL, Aead.class);
      this.newest =
          ByteBuffer.allocate(5).put((byte) 1).putInt(keys.seal().getPrimary().getId()).array();
      this.rotating = keys.sealingKeys() > 1 && keys.usesNewest();
      this.lookup = keys.lookup().getPrimitive(Keys.LOOKUP, PrfSet.class);
    } catch (GeneralSecurityException failure) {
      throw new KeyFailure("The key set holds a key of the wrong kind", failure);
    }
  }

  /// Encrypts a text for one place: it opens only with the same `place` (a row's kind and key).
  public byte[] seal(String text, String place) {
    try {
      return seal.encrypt(text.getBytes(UTF_8), place.getBytes(UTF_8));
    } catch (GeneralSecurityException failure) {
      throw new KeyFailure("A text could not be sealed", failure);
    }
  }

  /// Opens what [#seal] made.
  ///
  /// @throws KeyFailure if no key of the set opens it, or it was sealed for another place
  public String open(byte[] sealed, String place) {
    try {
      return new String(seal.decrypt(sealed, place.getBytes(UTF_8)), UTF_8);
    } catch (GeneralSecurityException failure) {
      throw new KeyFailure("A sealed text could not be opened", failure);
    }
  }

  /// Seals with the newest key what any key of the set sealed.
  public byte[] reseal(byte[] sealed, String place) {
    return seal(open(sealed, place), place);
  }

  /// Whether the newest key is in use and the set holds older ones beside it, so that what those
  /// sealed can be sealed anew. A node that does not use the newest key yet leaves all as it is.
  public boolean rotating() {
    return rotating;
  }

  /// How all begins that the newest key seals: Tink's one byte, and the key's number in four.
  public byte[] newest() {
    return newest.clone();
  }

  /// The key that a person's rows are found by.
  public PhoneKey keyOf(Phone phone) {
    return new PhoneKey(mark("phone", phone.e164()));
  }

  /// The mark of a person who wants no messages. Of a purpose of its own, so that without the key
  /// nothing joins it to the person's other rows.
  public String stopMark(PhoneKey person) {
    return mark("suppression", person.text());
  }

  /// A keyed hash of some words for one purpose; 22 characters, the same for the same words.
  public String mark(String purpose, String words) {
    try {
      var digest = lookup.computePrimary((purpose + '\n' + words).getBytes(UTF_8), MARK_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException failure) {
      throw new KeyFailure("A keyed hash could not be made", failure);
    }
  }
}
