package org.shiriki.concern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.office.Directory;
import org.shiriki.place.County;
import org.shiriki.place.Places;

/// Concerns as open data: how many were raised and what became of them, by county and by category,
/// and what was put right. Sensitive cases are in none of it.
///
/// A figure that is null is under ten, or another one under ten could be computed from it.
public final class ConcernOpenData {
  /// A group of fewer people is not told (domain rule: groups under 10).
  private static final int FEWEST = 10;

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Places places;
  private final Supplier<Directory> directory;
  private final LoadingCache<String, Sums> kept;

  /// Reads what is kept, at most once a minute.
  public ConcernOpenData(Sums.Keeper keeper, Places places, Supplier<Directory> directory) {
    this.places = places;
    this.directory = directory;
    this.kept = Caffeine.newBuilder().expireAfterWrite(FRESH).build(_ -> keeper.sums());
  }

  /// What was raised in a county, or about something.
  ///
  /// @param by `county` or `category`
  /// @param raised how many concerns there were
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

  /// Something that was put right, in the words that staff gave it for the ward.
  public record Story(
      @JsonProperty("title") String title,
      @JsonProperty("category") Text category,
      @JsonProperty("county") String county,
      @JsonProperty("days") int days) {}

  /// All lines: counties, the coast first, then categories.
  public List<Line> all() {
    var sums = kept.get("");
    return Stream.concat(
            lines("county", sums.counties(), this::county).stream(),
            lines("category", sums.categories(), this::category).stream())
        .toList();
  }

  /// What was put right lately, the latest first.
  public List<Story> stories() {
    return kept.get("").stories().stream()
        .map(story ->
            new Story(
                story.title(),
                category(story.category()),
                county(story.county()).in(Language.ENGLISH),
                story.days()))
        .toList();
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
                        cell(line.raised),
                        cell(line.answered),
                        cell(line.fixed))))
        .toList();
  }

  /// What was put right lately as rows, their heading first.
  public List<List<String>> storyRows() {
    return Stream.concat(
            Stream.of(List.of("title", "category_en", "county", "days")),
            stories().stream()
                .map(story ->
                    List.of(
                        story.title,
                        story.category.en(),
                        story.county,
                        Integer.toString(story.days))))
        .toList();
  }

  private static String cell(@Nullable Integer figure) {
    return figure == null ? "" : figure.toString();
  }

  private static List<Line> lines(String by, List<Sums.Sum> sums, Function<String, Text> titles) {
    var raised = shown(sums.stream().map(Sums.Sum::raised).toList());
    var answered = shown(sums.stream().map(Sums.Sum::answered).toList());
    var fixed = shown(sums.stream().map(Sums.Sum::fixed).toList());
    return IntStream.range(0, sums.size())
        .mapToObj(at ->
            new Line(
                by,
                sums.get(at).id(),
                titles.apply(sums.get(at).id()),
                raised.get(at).orElse(null),
                answered.get(at).orElse(null),
                fixed.get(at).orElse(null)))
        .toList();
  }

  /// The figures that may be told: none between one and nine, and where one alone were hidden, the
  /// smallest other is hidden too, since the sum over the other list would give it away.
  static List<Optional<Integer>> shown(List<Integer> figures) {
    var shown = new ArrayList<Optional<Integer>>();
    figures.forEach(figure ->
        shown.add(figure == 0 || figure >= FEWEST ? Optional.of(figure) : Optional.empty()));
    if (shown.stream().filter(Optional::isEmpty).count() == 1) {
      IntStream.range(0, figures.size())
          .filter(at -> shown.get(at).orElse(0) > 0)
          .boxed()
          .min(Comparator.comparing(figures::get))
          .ifPresent(at -> shown.set(at, Optional.empty()));
    }
    return List.copyOf(shown);
  }

  private Text county(String code) {
    return Text.same(places.county(code).map(County::name).orElse("?"));
  }

  private Text category(String id) {
    return directory.get().category(id).map(category -> category.title()).orElse(Text.same(id));
  }
}
