package org.shiriki.concern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.office.Category;
import org.shiriki.office.Directory;
import org.shiriki.place.County;
import org.shiriki.place.Places;

/// Concerns as open data: how many were raised and what became of them, by county and by category,
/// and what was put right. Sensitive cases are in none of it.
///
/// So that nobody can be made out, figures are whole tens, rounded down, and those under ten are
/// null: what is left of one figure after another tells nothing. They stand as they were three days
/// before and change once a day, so that no single report is seen to come in (do-no-harm rule 6: no
/// count under ten, nothing younger than 72 hours).
public final class ConcernOpenData {
  private static final int STEP = 10;
  private static final int DAYS_LATE = 3;
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  private final Places places;
  private final Supplier<Directory> directory;
  private final InstantSource clock;
  private final LoadingCache<Instant, Sums> kept;

  /// Reads what is kept, once a day.
  public ConcernOpenData(
      Sums.Keeper keeper, Places places, Supplier<Directory> directory, InstantSource clock) {
    this.places = places;
    this.directory = directory;
    this.clock = clock;
    this.kept = Caffeine.newBuilder().maximumSize(1).build(keeper::until);
  }

  /// What was raised in a county, or about something.
  ///
  /// @param by `county` or `category`
  /// @param raised how many concerns there were: ten or more stands as 10; null under ten
  /// @param answered how many of them have an answer
  /// @param fixed how many of them were put right
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Line(
      @JsonProperty("by") String by,
      @JsonProperty("id") String id,
      @JsonProperty("title") Text title,
      @JsonProperty("raised") @Nullable Integer raised,
      @JsonProperty("answered") @Nullable Integer answered,
      @JsonProperty("fixed") @Nullable Integer fixed) {}

  /// What was put right in a county about one thing, ten times or more.
  ///
  /// @param weeks how long half of it took at most
  public record Story(
      @JsonProperty("county") String county,
      @JsonProperty("category") Text category,
      @JsonProperty("fixed") int fixed,
      @JsonProperty("weeks") int weeks) {}

  /// All lines: counties, the coast first, then categories.
  public List<Line> all() {
    var sums = sums();
    return Stream.concat(
            lines("county", sums.counties(), this::county),
            lines("category", sums.categories(), this::category))
        .toList();
  }

  /// What was put right, the most first.
  public List<Story> stories() {
    return sums().done().stream()
        .filter(done -> done.fixed() >= STEP)
        .map(done ->
            new Story(
                county(done.county()).in(Language.ENGLISH),
                category(done.category()),
                done.fixed() / STEP * STEP,
                Math.ceilDiv(done.days(), 7)))
        .toList();
  }

  private Sums sums() {
    var today = LocalDate.ofInstant(clock.instant(), NAIROBI);
    return kept.get(today.minusDays(DAYS_LATE).atStartOfDay(NAIROBI).toInstant());
  }

  /// The lines of a county or a category by its id.
  public Optional<List<Line>> find(String id) {
    var found = all().stream().filter(line -> line.id.equals(id)).toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /// All lines as rows, their heading first; a hidden figure is empty.
  public List<List<String>> rows() {
    return rows(all());
  }

  /// The lines of a county or a category as rows.
  public Optional<List<List<String>>> rows(String id) {
    return find(id).map(ConcernOpenData::rows);
  }

  private static List<List<String>> rows(List<Line> lines) {
    return Stream.concat(
            Stream.of(List.of("by", "id", "title_sw", "title_en", "raised", "answered", "fixed")),
            lines.stream()
                .map(line ->
                    List.of(
                        line.by,
                        line.id,
                        line.title.sw(),
                        line.title.en(),
                        Objects.toString(line.raised, ""),
                        Objects.toString(line.answered, ""),
                        Objects.toString(line.fixed, ""))))
        .toList();
  }

  /// What was put right as rows, their heading first.
  public List<List<String>> storyRows() {
    return Stream.concat(
            Stream.of(List.of("county", "category_en", "fixed", "weeks")),
            stories().stream()
                .map(story ->
                    List.of(
                        story.county,
                        story.category.en(),
                        Integer.toString(story.fixed),
                        Integer.toString(story.weeks))))
        .toList();
  }

  private static Stream<Line> lines(String by, List<Sums.Sum> sums, Function<String, Text> titles) {
    return sums.stream()
        .map(sum ->
            new Line(
                by,
                sum.id(),
                titles.apply(sum.id()),
                told(sum.raised()),
                told(sum.answered()),
                told(sum.fixed())));
  }

  /// A figure as it may be told: whole tens, and nothing under ten.
  static @Nullable Integer told(int figure) {
    return figure < STEP ? null : Integer.valueOf(figure / STEP * STEP);
  }

  private Text county(String code) {
    return Text.same(places.county(code).map(County::name).orElse("?"));
  }

  private Text category(String id) {
    return directory.get().category(id).map(Category::title).orElse(Text.same(id));
  }
}
