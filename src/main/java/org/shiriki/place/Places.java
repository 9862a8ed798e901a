package org.shiriki.place;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;

/// Every county, constituency and ward of the country.
public final class Places {
  private static final CsvMapper CSV = new CsvMapper();

  private final List<County> counties;
  private final Map<String, Ward> wards;
  private final List<Spelling> spellings;

  private record Area(
      @JsonProperty("county_code") String countyCode,
      @JsonProperty("county") String county,
      @JsonProperty("constituency_code") String constituencyCode,
      @JsonProperty("constituency") String constituency,
      @JsonProperty("ward_code") String wardCode,
      @JsonProperty("ward") String ward) {}

  private record Variant(
      @JsonProperty("ward_code") String wardCode,
      @JsonProperty("ward") String ward,
      @JsonProperty("variant") String variant,
      @JsonProperty("where") String where) {}

  private record Spelling(String folded, Ward ward) {}

  private Places(List<Area> areas, List<Variant> variants) {
    this.counties = counties(areas);
    this.wards = new LinkedHashMap<>();
    counties.stream()
        .flatMap(county -> county.constituencies().stream())
        .flatMap(constituency -> constituency.wards().stream())
        .forEach(ward -> wards.put(ward.code(), ward));
    this.spellings = new ArrayList<>();
    wards.values().forEach(ward -> spellings.add(new Spelling(fold(ward.name()), ward)));
    for (var variant : variants) {
      ward(variant.wardCode)
          .ifPresent(ward -> spellings.add(new Spelling(fold(variant.variant), ward)));
    }
    spellings.sort(Comparator.comparing(spelling -> spelling.ward.code()));
  }

  /// Reads the two files of `config/`.
  ///
  /// @throws UncheckedIOException if one is missing or not in its form
  public static Places load(Path config) {
    return new Places(
        read(config.resolve("places.csv"), Area.class),
        read(config.resolve("place-spellings.csv"), Variant.class));
  }

  private static <T> List<T> read(Path file, Class<T> row) {
    try (var rows =
        CSV.readerFor(row)
            .with(CsvSchema.emptySchema().withHeader())
            .<T>readValues(file.toFile())) {
      return rows.readAll();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<County> counties(List<Area> areas) {
    var counties = new LinkedHashMap<String, County>();
    var constituencies = new LinkedHashMap<String, Constituency>();
    for (var area : areas) {
      var county =
          counties.computeIfAbsent(
              area.countyCode, code -> new County(code, area.county, new ArrayList<>()));
      var constituency =
          constituencies.computeIfAbsent(
              area.constituencyCode,
              code -> {
                var added = new Constituency(code, area.constituency, new ArrayList<>());
                county.constituencies().add(added);
                return added;
              });
      constituency
          .wards()
          .add(new Ward(area.wardCode, area.ward, area.constituencyCode, area.countyCode));
    }
    return List.copyOf(counties.values());
  }

  /// All counties, the coast first.
  public List<County> counties() {
    return counties;
  }

  public Optional<County> county(String code) {
    return counties.stream().filter(county -> county.code().equals(code)).findFirst();
  }

  public Optional<Constituency> constituency(String code) {
    return counties.stream()
        .flatMap(county -> county.constituencies().stream())
        .filter(constituency -> constituency.code().equals(code))
        .findFirst();
  }

  public Optional<Ward> ward(String code) {
    return Optional.ofNullable(wards.get(code));
  }

  /// A ward as people tell it apart from its namesakes: `Shella, Malindi`.
  public String inFull(Ward ward) {
    var constituency = constituency(ward.constituency()).map(Constituency::name).orElse("");
    return constituency.equals(ward.name()) ? ward.name() : ward.name() + ", " + constituency;
  }

  /// Wards whose name, in any spelling in use, begins with or holds what was typed; names that
  /// begin with it come first, the coast before the rest. Where there are none, the wards of a
  /// constituency of that name.
  ///
  /// @param typed at least two letters, or nothing is found
  public SequencedCollection<Ward> search(String typed) {
    var wanted = fold(typed);
    var found = new LinkedHashSet<Ward>();
    if (wanted.length() < 2) {
      return found;
    }
    spellings.stream()
        .filter(spelling -> spelling.folded.startsWith(wanted))
        .forEach(spelling -> found.add(spelling.ward));
    spellings.stream()
        .filter(spelling -> spelling.folded.contains(wanted))
        .forEach(spelling -> found.add(spelling.ward));
    if (found.isEmpty()) {
      found.addAll(inConstituency(wanted));
    }
    return found;
  }

  /// The wards that bear exactly this name, in any spelling in use: those of the coast, or where it
  /// has none of that name, those of the rest; several where namesakes do.
  public List<Ward> named(String typed) {
    var wanted = fold(typed);
    var found =
        spellings.stream()
            .filter(spelling -> spelling.folded.equals(wanted))
            .map(Spelling::ward)
            .distinct()
            .toList();
    var near = found.stream().filter(this::onTheCoast).toList();
    return near.isEmpty() ? found : near;
  }

  private boolean onTheCoast(Ward ward) {
    return county(ward.county()).filter(County::coastal).isPresent();
  }

  private List<Ward> inConstituency(String wanted) {
    return counties.stream()
        .flatMap(county -> county.constituencies().stream())
        .filter(constituency -> fold(constituency.name()).startsWith(wanted))
        .flatMap(constituency -> constituency.wards().stream())
        .toList();
  }

  /// Letters only, none doubled: people write Shela for Shella, and Sagalla for Sagala.
  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "")
        .replaceAll("(.)\\1+", "$1");
  }
}
