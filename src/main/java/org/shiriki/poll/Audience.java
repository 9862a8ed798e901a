package org.shiriki.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.shiriki.dialogue.Text;
import org.shiriki.place.County;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.place.Ward;

/// Whom a poll asks, by where they live.
public sealed interface Audience {
  /// Everybody, wherever they live, known or not.
  record Everyone() implements Audience {}

  /// The people of some counties.
  ///
  /// @param codes three digits each
  record Counties(List<String> codes) implements Audience {
    public Counties {
      codes = List.copyOf(codes);
    }
  }

  /// The people of some wards.
  ///
  /// @param codes four digits each
  record Wards(List<String> codes) implements Audience {
    public Wards {
      codes = List.copyOf(codes);
    }
  }

  /// Reads what [#code] wrote.
  @JsonCreator
  static Audience parse(String code) {
    var words = List.of(code.strip().split("\\s+"));
    var places = words.subList(1, words.size());
    var kind = words.getFirst();
    if (kind.equals("everyone") && places.isEmpty()) {
      return new Everyone();
    }
    if (kind.equals("counties") && !places.isEmpty()) {
      return new Counties(places);
    }
    if (kind.equals("wards") && !places.isEmpty()) {
      return new Wards(places);
    }
    throw new IllegalArgumentException(
        "the audience must be 'everyone', or 'counties' or 'wards' and their codes");
  }

  /// The audience as it is stored and as in files: `everyone`, `counties 002 003`, `wards 0088`.
  @JsonValue
  default String code() {
    return switch (this) {
      case Everyone _ -> "everyone";
      case Counties(var codes) -> "counties " + String.join(" ", codes);
      case Wards(var codes) -> "wards " + String.join(" ", codes);
    };
  }

  /// Whether somebody who lives here is asked. Of a person whose ward is not known only what is
  /// asked of everybody is asked.
  default boolean reaches(Residence residence, Places places) {
    return switch (this) {
      case Everyone _ -> true;
      case Counties(var codes) ->
          residence
              .known()
              .flatMap(places::ward)
              .map(Ward::county)
              .filter(codes::contains)
              .isPresent();
      case Wards(var codes) -> residence.known().filter(codes::contains).isPresent();
    };
  }

  /// The counties in which it asks; none stands for all of Kenya.
  default List<String> counties(Places places) {
    return switch (this) {
      case Everyone _ -> List.of();
      case Counties(var codes) -> codes;
      case Wards(var codes) ->
          codes.stream()
              .flatMap(code -> places.ward(code).stream())
              .map(Ward::county)
              .distinct()
              .toList();
    };
  }

  /// The codes that name no place.
  default List<String> strangers(Places places) {
    return switch (this) {
      case Everyone _ -> List.of();
      case Counties(var codes) ->
          codes.stream().filter(code -> places.county(code).isEmpty()).toList();
      case Wards(var codes) -> codes.stream().filter(code -> places.ward(code).isEmpty()).toList();
    };
  }

  /// The population in few words: `wadi 12`, `kaunti ya Kilifi`.
  default Text named(Places places) {
    return switch (this) {
      case Everyone _ -> Text.of("Kenya nzima", "all Kenya");
      case Counties(var codes) when codes.size() == 1 ->
          Text.of("kaunti ya {name}", "{name} county")
              .with("name", places.county(codes.getFirst()).map(County::name).orElse("?"));
      case Counties(var codes) ->
          Text.of("kaunti {count}", "{count} counties").with("count", codes.size());
      case Wards(var codes) when codes.size() == 1 ->
          Text.of("wadi ya {name}", "{name} ward")
              .with("name", places.ward(codes.getFirst()).map(places::inFull).orElse("?"));
      case Wards(var codes) -> Text.of("wadi {count}", "{count} wards").with("count", codes.size());
    };
  }
}
