package org.shiriki.concern;

import java.util.List;
import java.util.Map;
import org.shiriki.citizen.Copies;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.privacy.PhoneKey;

/// Copies which concerns of others a person follows.
public final class PgFollowedCopies implements Copies {
  private static final Sql FOLLOWED =
      new Sql(
          "concern.followed_copies",
          "select reference from voice where follower = $1 order by reference");

  private final Database database;

  public PgFollowedCopies(Database database) {
    this.database = database;
  }

  @Override
  public String heading() {
    return "followedConcerns";
  }

  @Override
  public List<Map<String, String>> of(PhoneKey person) {
    return database.list(
        FOLLOWED, row -> Map.of("reference", row.getString("reference")), person.text());
  }
}
