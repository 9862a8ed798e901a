package org.shiriki.safety;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.place.Ward;

/// Cases for as long as a test runs.
public final class InMemoryCases implements Cases {
  private static final ZoneId KENYA = ZoneId.of("Africa/Nairobi");

  private final CaseNumber.Numbers numbers;
  private final OrdinaryDesk ordinary;
  private final Map<UUID, Kept> kept = new LinkedHashMap<>();
  private final Map<GroupsOf, Long> groups = new HashMap<>();
  private final Set<String> presses = new HashSet<>();
  private final List<View> views = new ArrayList<>();

  /// Who opened what, or tried to.
  public record View(CaseNumber number, CaseWorker worker, String reason, boolean granted) {}

  private record GroupsOf(String county, YearMonth month) {}

  private static final class Kept {
    Case open;
    boolean released;
    int misses;
    @Nullable Instant missedAt;
    final Set<CaseWorker> workers = new HashSet<>();

    Kept(Case open) {
      this.open = open;
    }

    void at(Stage stage) {
      open =
          new Case(
              open.number(),
              open.source(),
              stage,
              open.ward(),
              open.filed(),
              open.story(),
              open.safeguards());
    }
  }

  public InMemoryCases(CaseNumber.Numbers numbers, OrdinaryDesk ordinary) {
    this.numbers = numbers;
    this.ordinary = ordinary;
  }

  /// Every case, for tests to look at.
  public synchronized List<Case> all() {
    return kept.values().stream().map(one -> one.open).toList();
  }

  synchronized List<View> views() {
    return List.copyOf(views);
  }

  @Override
  public synchronized CaseNumber file(
      UUID id, Source source, Residence ward, Story story, Safeguards safeguards, Instant at) {
    var known = kept.get(id);
    if (known != null) {
      return known.open.number();
    }
    var number = fresh();
    kept.put(
        id, new Kept(new Case(number, source, Stage.RECEIVED, ward, day(at), story, safeguards)));
    return number;
  }

  private CaseNumber fresh() {
    var number = numbers.next();
    return find(number).isPresent() ? fresh() : number;
  }

  @Override
  public synchronized void countGroups(String press, String county, Instant at) {
    if (presses.add(press)) {
      groups.merge(new GroupsOf(county, YearMonth.from(day(at))), 1L, Long::sum);
    }
  }

  @Override
  public synchronized Optional<Stage> stage(CaseNumber number, String word, Instant at) {
    return find(number)
        .filter(one -> !one.open.safeguards().word().isEmpty())
        .filter(one -> matches(one, word, at))
        .map(one -> one.open.stage());
  }

  private static boolean matches(Kept one, String word, Instant at) {
    var began = one.missedAt;
    var fresh = began == null || began.isBefore(at.minus(Duration.ofHours(1)));
    var right = SafeWord.plain(one.open.safeguards().word()).equals(SafeWord.plain(word));
    if (right && (fresh || one.misses < MISSES)) {
      one.misses = 0;
      one.missedAt = null;
      return true;
    }
    one.misses = fresh ? 1 : one.misses + 1;
    one.missedAt = fresh ? at : began;
    return false;
  }

  @Override
  public synchronized void assign(CaseNumber number, CaseWorker worker, Instant at) {
    find(number).ifPresent(one -> one.workers.add(worker));
  }

  @Override
  public synchronized Case read(CaseNumber number, CaseWorker worker, String reason, Instant at) {
    return withoutWord(open(number, worker, reason).open);
  }

  private static Case withoutWord(Case open) {
    var known = open.safeguards();
    return new Case(
        open.number(),
        open.source(),
        open.stage(),
        open.ward(),
        open.filed(),
        open.story(),
        new Safeguards(known.alone(), known.wish(), known.phone(), ""));
  }

  @Override
  public synchronized void advance(CaseNumber number, CaseWorker worker, Stage stage) {
    find(number).filter(one -> one.workers.contains(worker)).orElseThrow(NotTheirs::new).at(stage);
  }

  @Override
  public synchronized void release(
      CaseNumber number, CaseWorker worker, String reason, Instant at) {
    var one = open(number, worker, reason);
    if (one.open.source() != Source.MOVED) {
      throw new IllegalArgumentException("What was told in confidence stays there");
    }
    var id =
        UUID.nameUUIDFromBytes(number.digits().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    ordinary.file(id, one.open.ward(), one.open.story(), at);
    one.released = true;
    one.at(Stage.CLOSED);
  }

  private Kept open(CaseNumber number, CaseWorker worker, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A case is opened for a reason");
    }
    var found = find(number);
    var granted = found.filter(one -> !one.released && one.workers.contains(worker));
    found.ifPresent(_ -> views.add(new View(number, worker, reason, granted.isPresent())));
    return granted.orElseThrow(NotTheirs::new);
  }

  @Override
  public synchronized List<Count> counts(YearMonth month, Places places) {
    var wards =
        kept.values().stream()
            .filter(one -> !one.released && YearMonth.from(one.open.filed()).equals(month))
            .collect(Collectors.groupingBy(one -> one.open.ward().code(), Collectors.counting()));
    return Count.fair(wards, ward -> places.ward(ward).map(Ward::county).orElse(""));
  }

  @Override
  public synchronized List<Count> groups(YearMonth month) {
    var counties = new HashMap<String, Long>();
    groups.forEach((of, count) -> {
      if (of.month.equals(month)) {
        counties.put(of.county, count);
      }
    });
    return Count.fair(counties, Function.identity());
  }

  private Optional<Kept> find(CaseNumber number) {
    return kept.values().stream().filter(one -> one.open.number().equals(number)).findFirst();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, KENYA);
  }
}
