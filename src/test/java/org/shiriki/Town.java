package org.shiriki;

import java.nio.file.Path;
import java.time.Instant;
import org.shiriki.place.Places;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;

/// The small town that the tests play in: its people, its wards, its keys, one morning.
public final class Town {
  public static final Phone AMINA = new Phone("+254700000001");
  public static final Phone BARAKA = new Phone("+254700000002");
  public static final Phone CHARO = new Phone("+254700000003");

  /// What a fresh gateway begins with.
  public static final Path CONFIG = Path.of("config");

  public static final Places PLACES = Places.load(CONFIG);

  /// Shella in Malindi, where Amina lives.
  public static final String SHELLA = "0079";

  public static final Vault VAULT = new Vault(Keys.generate());

  /// A Saturday, nine o'clock in Mombasa.
  public static final Instant MORNING = Instant.parse("2026-11-21T06:00:00Z");

  private Town() {}
}
