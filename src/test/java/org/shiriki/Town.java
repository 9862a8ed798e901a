package org.shiriki;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.shiriki.concern.Draft;
import org.shiriki.office.Directory;
import org.shiriki.office.Directory.Route;
import org.shiriki.office.DirectoryFile;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Keys;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;
import org.shiriki.safety.CaseNumber;
import org.shiriki.safety.Cases;
import org.shiriki.safety.Safeguards;
import org.shiriki.safety.Source;
import org.shiriki.safety.Story;
import org.shiriki.safety.Wish;

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

  /// What the offices of the coast take.
  public static final Directory OFFICES = DirectoryFile.read(Path.of("config"), PLACES);

  /// What Charo has reported without a name; it was the first report of all.
  public static final Draft NO_WATER =
      new Draft(
          new UUID(1, 1), "water", new Residence.In(SHELLA), "Hakuna maji tangu juzi", "", true);

  public static final Route TO_THE_DESK =
      new Route("water", "", "", "desk", Directory.Targets.USUAL);

  /// The reference that it was given.
  public static final String NO_WATER_REFERENCE = "R5F-F83Y";

  /// What Charo has told in confidence, and asks after with this number and word; CASE_NUMBER is
  /// the first that a house of the tests draws.
  public static final String SAFE_WORD = "Shella";

  public static final CaseNumber CASE_NUMBER = CaseNumber.from(new Random(1)).next();

  public static final Vault VAULT = new Vault(Keys.generate());

  /// A Saturday, nine o'clock in Mombasa.
  public static final Instant MORNING = Instant.parse("2026-11-21T06:00:00Z");

  static void tellsInConfidence(Cases cases) {
    cases.file(
        new UUID(2, 2),
        Source.TOLD,
        new Residence.In(SHELLA),
        new Story("MONEY", "Daktari anataka pesa", ""),
        new Safeguards(true, Wish.NONE, null, "shella"),
        MORNING);
  }

  private Town() {}
}
