package org.shiriki.broadcast;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;
import org.shiriki.dialogue.Language;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;

/// Whom a broadcast is for.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Audience.Subscribers.class, name = "subscribers"),
  @JsonSubTypes.Type(value = Audience.Consented.class, name = "consented")
})
public sealed interface Audience {
  /// Those who asked to be told of one of some topics, about one of some places.
  ///
  /// @param topics their ids; one at least
  /// @param places codes of wards (four digits) and counties (three); none stands for everywhere
  /// @param languages of those written to; one at least
  record Subscribers(List<String> topics, List<String> places, List<Language> languages)
      implements Audience {
    public Subscribers {
      topics = List.copyOf(topics);
      places = List.copyOf(places);
      languages = List.copyOf(languages);
    }
  }

  /// All who agreed to be written to and live in one of some places.
  ///
  /// @param places as of [Subscribers]; none stands for everywhere, known or not
  /// @param languages of those written to; one at least
  record Consented(List<String> places, List<Language> languages) implements Audience {
    public Consented {
      places = List.copyOf(places);
      languages = List.copyOf(languages);
    }
  }

  List<String> places();

  List<Language> languages();

  /// The wards of its places; none if it is for everywhere.
  default List<String> wards(Places all) {
    return places().stream().flatMap(code -> wards(code, all)).distinct().toList();
  }

  /// What a subscriber may have chosen to be concerned: the places, what they lie in, and what lies
  /// in them; none if it is for everywhere.
  default List<String> choices(Places all) {
    return places().stream()
        .flatMap(code -> Stream.concat(Stream.of(code, county(code, all), "*"), wards(code, all)))
        .distinct()
        .toList();
  }

  private static Stream<String> wards(String code, Places all) {
    return code.length() == 4
        ? Stream.of(code)
        : all.county(code).stream()
            .flatMap(county -> county.constituencies().stream())
            .flatMap(constituency -> constituency.wards().stream())
            .map(Ward::code);
  }

  private static String county(String code, Places all) {
    return all.ward(code).map(Ward::county).orElse(code);
  }
}
