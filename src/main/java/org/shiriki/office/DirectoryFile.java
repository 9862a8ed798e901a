package org.shiriki.office;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Gsm7;
import org.shiriki.dialogue.Text;
import org.shiriki.office.Directory.Route;
import org.shiriki.office.Directory.Targets;
import org.shiriki.place.Places;

/// The directory as `config/concerns.yaml` has it: what a new database begins with.
public final class DirectoryFile {
  private static final String NAME = "concerns.yaml";
  private static final String EVERYTHING = "any";

  private final Places places;
  private final List<String> faults = new ArrayList<>();
  private final List<Category> categories = new ArrayList<>();
  private final List<Office> offices = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> taken = new HashSet<>();

  private record Words(@Nullable String sw, @Nullable String en) {}

  private record CategoryEntry(
      @Nullable String id, @Nullable Words title, @Nullable Words receiver) {}

  private record OfficeEntry(
      @Nullable String id,
      @Nullable Words name,
      @Nullable String county,
      @Nullable String contact,
      @Nullable String above,
      @Nullable List<String> takes,
      @Nullable List<String> wards,
      @Nullable Targets days) {}

  private record Entries(
      @JsonProperty("categories") @Nullable List<CategoryEntry> categories,
      @JsonProperty("offices") @Nullable List<OfficeEntry> offices) {}

  private DirectoryFile(Places places) {
    this.places = places;
  }

  /// Reads the file.
  ///
  /// @throws IllegalArgumentException if something in it is wrong: every fault is named
  public static Directory read(Path config, Places places) {
    var file = new DirectoryFile(places);
    var entries = entries(config.resolve(NAME));
    orEmpty(entries.categories).forEach(file::add);
    orEmpty(entries.offices).forEach(file::add);
    if (!file.taken.contains(key(Directory.ANY, Directory.ANY, Directory.ANY))) {
      file.faults.add("no office without a county takes any concern");
    }
    if (!file.faults.isEmpty()) {
      throw new IllegalArgumentException(NAME + ": " + String.join("; ", file.faults));
    }
    return new Directory(file.categories, file.offices, file.routes);
  }

  private static Entries entries(Path file) {
    try {
      return new ObjectMapper(new YAMLFactory()).readValue(Files.readString(file), Entries.class);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException(NAME + ": " + failure.getOriginalMessage(), failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void add(CategoryEntry entry) {
    var entryName = "category " + entry.id;
    var id = id(entryName, entry.id);
    categories.add(
        new Category(
            id,
            text(entryName, "title", entry.title),
            text(entryName, "receiver", entry.receiver)));
  }

  private void add(OfficeEntry entry) {
    var entryName = "office " + entry.id;
    var id = id(entryName, entry.id);
    var county = orAny(entry.county);
    var wards = orEmpty(entry.wards);
    check(county.isEmpty() || places.county(county).isPresent(), entryName, "no county " + county);
    for (var ward : wards) {
      check(
          places.ward(ward).filter(known -> known.county().equals(county)).isPresent(),
          entryName,
          "no ward " + ward + " in its county");
    }
    check(
        entry.above == null || offices.stream().anyMatch(known -> known.id().equals(entry.above)),
        entryName,
        "no office " + entry.above + " stands before it, to be above it");
    var name = text(entryName, "name", entry.name);
    offices.add(new Office(id, name, county, orAny(entry.contact), orAny(entry.above), ""));
    var days = entry.days == null ? Targets.USUAL : entry.days;
    check(days.inOrder(), entryName, "days must be at least 1 and not become fewer");
    for (var category : orEmpty(entry.takes)) {
      for (var ward : wards.isEmpty() ? List.of(Directory.ANY) : wards) {
        add(entryName, new Route(taken(entryName, category), county, ward, id, days));
      }
    }
  }

  private void add(String entryName, Route route) {
    check(
        taken.add(key(route.category(), route.county(), route.ward())),
        entryName,
        "another office takes the same");
    routes.add(route);
  }

  private String taken(String entryName, String category) {
    if (category.equals(EVERYTHING)) {
      return Directory.ANY;
    }
    check(
        categories.stream().anyMatch(known -> known.id().equals(category)),
        entryName,
        "no category " + category);
    return category;
  }

  private String id(String entryName, @Nullable String id) {
    check(id != null && id.matches("[a-z]+(-[a-z]+)*"), entryName, "id must be small letters");
    check(ids.add(entryName), entryName, "is there twice");
    return orAny(id);
  }

  private Text text(String entryName, String part, @Nullable Words words) {
    if (words == null || words.sw == null || words.en == null) {
      check(false, entryName, part + " needs sw and en");
      return Text.NONE;
    }
    check(
        Gsm7.allGsm7(words.sw) && Gsm7.allGsm7(words.en),
        entryName,
        part + " has a character that phones do not have");
    return Text.of(words.sw, words.en);
  }

  private void check(boolean sound, String entryName, String fault) {
    if (!sound) {
      faults.add(entryName + ": " + fault);
    }
  }

  private static String key(String category, String county, String ward) {
    return category + '/' + county + '/' + ward;
  }

  private static String orAny(@Nullable String value) {
    return Optional.ofNullable(value).orElse(Directory.ANY);
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
