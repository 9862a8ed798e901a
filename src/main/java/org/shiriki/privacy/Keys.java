package org.shiriki.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import java.security.GeneralSecurityException;
import java.util.Map;

/// The key set: `{"seal": …, "lookup": …}`, two Tink key sets in Tink's JSON form.
///
/// *Seal* encrypts (AES-256-GCM); a key is added to rotate it, and old texts stay readable as long
/// as the old key stays in the set. *Lookup* makes the keyed hashes that rows are found by
/// (HMAC-SHA-256).
public final class Keys {
  private static final ObjectMapper JSON = new ObjectMapper();

  static final Configuration SEAL = AeadConfig2026.get();
  static final Configuration LOOKUP = PrfConfig2026.get();

  private final KeysetHandle seal;
  private final KeysetHandle lookup;

  private Keys(KeysetHandle seal, KeysetHandle lookup) {
    this.seal = seal;
    this.lookup = lookup;
  }

  /// A new key set with one key of each kind.
  public static Keys generate() {
    try {
      return new Keys(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, SEAL),
          KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, LOOKUP));
    } catch (GeneralSecurityException failure) {
      throw new KeyFailure("The key set could not be made", failure);
    }
  }

  /// This key set with one more sealing key, which opens and does not seal yet, so that it can
  /// reach every node before any uses it.
  public Keys withNewKey() {
    try {
      var fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, SEAL);
      var added = KeysetHandle.importKey(fresh.getPrimary().getKey());
      return new Keys(KeysetHandle.newBuilder(seal).addEntry(added).build(), lookup);
    } catch (GeneralSecurityException failure) {
      throw new KeyFailure("A key could not be added", failure);
    }
  }

  /// This key set, sealing with its newest key.
  public Keys usingNewest() {
    try {
      var using = KeysetHandle.newBuilder(seal);
      using.getAt(seal.size() - 1).makePrimary();
      return new Keys(using.build(), lookup);
    } catch (GeneralSecurityException failure) {
      throw new KeyFailure("The newest key could not be put in use", failure);
    }
  }

  /// Whether the newest sealing key is the one that seals.
  public boolean usesNewest() {
    return seal.getAt(seal.size() - 1).isPrimary();
  }

  /// This key set with only the sealing key in use: what another one sealed is lost.
  public Keys withoutOldKeys() {
    try {
      var newest = KeysetHandle.importKey(seal.getPrimary().getKey()).makePrimary();
      return new Keys(KeysetHandle.newBuilder().addEntry(newest).build(), lookup);
    } catch (GeneralSecurityException failure) {
      throw new KeyFailure("Old keys could not be dropped", failure);
    }
  }

  /// How many sealing keys there are.
  public int sealingKeys() {
    return seal.size();
  }

  /// Reads a key set.
  ///
  /// @throws IllegalArgumentException if the text is not one; the message never repeats the text
  public static Keys parse(String text) {
    try {
      var tree = JSON.readTree(text);
      return new Keys(
          TinkJsonProtoKeysetFormat.parseKeyset(
              tree.path("seal").toString(), SEAL, InsecureSecretKeyAccess.get()),
          TinkJsonProtoKeysetFormat.parseKeyset(
              tree.path("lookup").toString(), LOOKUP, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException | JsonProcessingException _) {
      throw new IllegalArgumentException(
          "it is not a key set of the form {\"seal\":…,\"lookup\":…}");
    }
  }

  /// The key set as text, for the file or secret that holds it. Keep it as one keeps a password.
  public String text() {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsString(Map.of("seal", tree(seal, SEAL), "lookup", tree(lookup, LOOKUP)));
    } catch (GeneralSecurityException | JsonProcessingException failure) {
      throw new KeyFailure("The key set could not be written", failure);
    }
  }

  private static Object tree(KeysetHandle keys, Configuration kind)
      throws GeneralSecurityException, JsonProcessingException {
    return JSON.readTree(
        TinkJsonProtoKeysetFormat.serializeKeyset(keys, kind, InsecureSecretKeyAccess.get()));
  }

  KeysetHandle seal() {
    return seal;
  }

  KeysetHandle lookup() {
    return lookup;
  }

  @Override
  public String toString() {
    return "Keys[secret]";
  }
}
