package org.shiriki.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shiriki.citizen.FirstName;
import org.shiriki.dialogue.Language;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;
import org.shiriki.privacy.Phone;

/// A sheet of sign-ups as CSV, and what is wrong with each of its lines.
///
/// @param topics the ids that there are
/// @param today no signature is later
record SignUpSheet(Places places, Set<String> topics, Instant today) {
  /// How many people one sheet may have.
  static final int MOST = 5_000;

  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();

  /// A line of the sheet.
  ///
  /// @param number from 2, below the heading
  /// @param person null if the line has faults
  record Line(int number, @Nullable SignUp person, List<String> faults) {
    Line {
      faults = List.copyOf(faults);
    }

    @Override
    public String toString() {
      return "Line[" + number + ']';
    }
  }

  /// Reads a sheet; empty if it is none, or none of these columns.
  Optional<List<Line>> read(String csv) {
    var schema = CsvSchema.emptySchema().withHeader();
    try (MappingIterator<Map<String, String>> rows =
        MAPPER.readerForMapOf(String.class).with(schema).readValues(csv)) {
      var lines = new ArrayList<Line>();
      while (rows.hasNext() && lines.size() <= MOST) {
        lines.add(line(lines.size() + 2, rows.next()));
      }
      return Optional.of(List.copyOf(lines));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private Line line(int number, Map<String, String> row) {
    var faults = new ArrayList<String>();
    var phone = expect(faults, "phone", Phone.read(cell(row, "phone")));
    var language = expect(faults, "language", language(cell(row, "language")));
    var ward = expect(faults, "ward", ward(cell(row, "ward")));
    var wanted = expect(faults, "topics", topics(cell(row, "topics")));
    var place = expect(faults, "place", place(cell(row, "place"), ward));
    var signed = expect(faults, "consented_on", signed(cell(row, "consented_on")));
    var proof = expect(faults, "proof", proof(cell(row, "proof")));
    var name = cell(row, "name");
    var called = FirstName.read(name);
    if (!name.isEmpty() && called.isEmpty()) {
      faults.add("name");
    }
    if (phone == null
        || language == null
        || ward == null
        || wanted == null
        || place == null
        || signed == null
        || proof == null
        || !faults.isEmpty()) {
      return new Line(number, null, faults);
    }
    var person =
        new SignUp(phone, language, ward.code(), wanted, place, signed, proof, called.orElse(null));
    return new Line(number, person, List.of());
  }

  private static <T> @Nullable T expect(List<String> faults, String column, Optional<T> value) {
    if (value.isEmpty()) {
      faults.add(column);
    }
    return value.orElse(null);
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "").strip();
  }

  private static Optional<Language> language(String code) {
    return List.of(Language.values()).stream()
        .filter(language -> language.code().equals(code))
        .findFirst();
  }

  /// A ward by its code, its name, or its name and constituency where it has namesakes.
  private Optional<Ward> ward(String written) {
    var parts = written.split(",", 2);
    return places
        .ward(written)
        .or(() -> one(places.named(written)))
        .or(() ->
            one(
                places.named(parts[0].strip()).stream()
                    .filter(ward -> places.inFull(ward).equalsIgnoreCase(written))
                    .toList()));
  }

  private static Optional<Ward> one(List<Ward> wards) {
    return wards.size() == 1 ? Optional.of(wards.getFirst()) : Optional.empty();
  }

  private Optional<List<String>> topics(String written) {
    var wanted = List.of(written.split("[; ]+", -1));
    return topics.containsAll(wanted) ? Optional.of(wanted) : Optional.empty();
  }

  private static Optional<Reach> place(String written, @Nullable Ward ward) {
    if (ward == null) {
      return Optional.empty();
    }
    return switch (written) {
      case "", "ward" -> Optional.of(new Reach.MyWard(ward.code()));
      case "county" -> Optional.of(new Reach.MyCounty(ward.county()));
      case "everywhere" -> Optional.of(new Reach.Everywhere());
      default -> Optional.empty();
    };
  }

  private Optional<Instant> signed(String written) {
    try {
      var signed = LocalDate.parse(written).atStartOfDay(NAIROBI).toInstant();
      return signed.isAfter(today) ? Optional.empty() : Optional.of(signed);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> proof(String written) {
    return written.isEmpty() || written.length() > 200 ? Optional.empty() : Optional.of(written);
  }
}
