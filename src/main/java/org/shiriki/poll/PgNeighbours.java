package org.shiriki.poll;

import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Language;
import org.shiriki.pg.Database;
import org.shiriki.pg.Sql;
import org.shiriki.place.Places;

/// Counts the people who are registered where a poll is asked and speak a language of it.
public final class PgNeighbours implements ToIntFunction<Poll> {
  private static final Sql COUNT =
      new Sql(
          "poll.registered",
          """
          select count(*)::int as people from citizen
          where phone is not null and language = any($1::text[])
            and ($2::text[] is null or ward = any($2::text[]))
          """);

  private final Database database;
  private final Places places;

  public PgNeighbours(Database database, Places places) {
    this.database = database;
    this.places = places;
  }

  @Override
  public int applyAsInt(Poll poll) {
    var languages = poll.languages().stream().map(Language::code).toArray(String[]::new);
    return database
        .first(COUNT, row -> row.getInteger("people"), languages, wards(poll.audience()))
        .orElse(0);
  }

  /// The codes of an audience's wards; null stands for all, and for those who know none.
  private String @Nullable [] wards(Audience audience) {
    return switch (audience) {
      case Audience.Everyone _ -> null;
      case Audience.Wards(var codes) -> codes.toArray(String[]::new);
      case Audience.Counties(var codes) ->
          places.counties().stream()
              .filter(county -> codes.contains(county.code()))
              .flatMap(county -> county.constituencies().stream())
              .flatMap(constituency -> constituency.wards().stream())
              .map(ward -> ward.code())
              .toArray(String[]::new);
    };
  }
}
