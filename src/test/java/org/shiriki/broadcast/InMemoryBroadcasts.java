package org.shiriki.broadcast;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shiriki.broadcast.Answer.Why;
import org.shiriki.broadcast.Broadcast.Life;
import org.shiriki.sms.Purpose;

/// Broadcasts in memory, none of whose messages ever waits.
final class InMemoryBroadcasts implements Broadcasts {
  private final Map<Long, Broadcast> kept = new LinkedHashMap<>();
  private final Map<Long, Boolean> vetted = new LinkedHashMap<>();
  private final Map<UUID, Long> made = new LinkedHashMap<>();
  private final Map<Long, List<String>> touched = new LinkedHashMap<>();
  private final InstantSource clock;
  private Optional<Stop> stop = Optional.empty();

  /// Whether the house sends political texts.
  boolean political = true;

  InMemoryBroadcasts(InstantSource clock) {
    this.clock = clock;
  }

  private static Optional<Why> unless(boolean right, Why why) {
    return right ? Optional.empty() : Optional.of(why);
  }

  private interface Check {
    Optional<Why> of(Broadcast broadcast);
  }

  private Answer move(long id, Check check, Broadcast changed) {
    var why = check.of(changed);
    why.ifPresentOrElse(_ -> {}, () -> kept.put(id, changed));
    return why.<Answer>map(Answer.Refused::new).orElseGet(Answer.Done::new);
  }

  private Answer move(long id, Life to, Check check) {
    return kept.containsKey(id)
        ? check
            .of(find(id).orElseThrow())
            .<Answer>map(Answer.Refused::new)
            .orElseGet(() -> move(id, _ -> Optional.empty(), in(find(id).orElseThrow(), to)))
        : new Answer.Refused(Why.MISSING);
  }

  private static Broadcast in(Broadcast was, Life life) {
    return new Broadcast(
        was.id(), was.draft(), was.author(), life, was.startsAt(), was.people(), was.version() + 1);
  }

  private static Check from(Life life) {
    return broadcast -> unless(broadcast.life() == life, Why.STATE);
  }

  private static Check both(Check first, Check then) {
    return broadcast -> first.of(broadcast).or(() -> then.of(broadcast));
  }

  void begin(long id) {
    move(id, Life.SENDING, from(Life.APPROVED));
  }

  @Override
  public long draft(UUID once, Draft draft, List<String> counties, Actor author) {
    return made.computeIfAbsent(
        once,
        _ -> {
          var id = kept.size() + 1L;
          kept.put(
              id, new Broadcast(id, draft, author.account(), Life.DRAFT, draft.startsAt(), 0, 1));
          touched.put(id, counties);
          return id;
        });
  }

  @Override
  public Answer revise(long id, long version, Draft draft, List<String> counties, Actor actor) {
    var answer =
        move(
            id,
            Life.DRAFT,
            both(
                both(
                    from(Life.DRAFT),
                    broadcast ->
                        unless(broadcast.author().equals(actor.account()), Why.NOT_AUTHOR)),
                broadcast -> unless(broadcast.version() == version, Why.STALE)));
    if (answer instanceof Answer.Done) {
      kept.put(
          id,
          new Broadcast(id, draft, actor.account(), Life.DRAFT, draft.startsAt(), 0, version + 1));
      touched.put(id, counties);
    }
    return answer;
  }

  @Override
  public Answer submit(long id, Actor actor) {
    var answer =
        move(
            id,
            Life.SUBMITTED,
            both(
                both(
                    from(Life.DRAFT),
                    broadcast -> unless(Lint.faults(broadcast.draft()).isEmpty(), Why.FAULTY)),
                broadcast -> unless(political || !political(broadcast), Why.POLITICAL)));
    if (answer instanceof Answer.Done) {
      kept.computeIfPresent(id, (_, broadcast) -> noticed(broadcast));
    }
    return answer;
  }

  private Broadcast noticed(Broadcast was) {
    var earliest = political(was) ? clock.instant().plus(Duration.ofDays(2)) : Instant.MIN;
    var starts = earliest.isAfter(was.startsAt()) ? earliest : was.startsAt();
    return new Broadcast(was.id(), was.draft(), was.author(), was.life(), starts, 0, was.version());
  }

  private static boolean political(Broadcast broadcast) {
    return broadcast.draft().purpose() == Purpose.POLITICAL;
  }

  @Override
  public Answer vet(long id, Vetting vetting, Actor actor) {
    var answer =
        move(
            id,
            Life.SUBMITTED,
            both(from(Life.SUBMITTED), broadcast -> unless(political(broadcast), Why.STATE)));
    vetted.put(id, vetting.agreed());
    return answer;
  }

  @Override
  public Answer approve(long id, Actor actor) {
    return move(
        id,
        Life.APPROVED,
        both(
            both(
                from(Life.SUBMITTED),
                broadcast -> unless(!broadcast.author().equals(actor.account()), Why.OWN)),
            both(
                broadcast ->
                    unless(!political(broadcast) || vetted.getOrDefault(id, false), Why.NOT_VETTED),
                broadcast ->
                    unless(
                        broadcast.draft().purpose() != Purpose.EMERGENCY || actor.director(),
                        Why.DIRECTOR))));
  }

  @Override
  public Answer reject(long id, String why, Actor actor) {
    return move(id, Life.REJECTED, from(Life.SUBMITTED));
  }

  @Override
  public Answer pause(long id, Actor actor) {
    return move(id, Life.PAUSED, from(Life.SENDING));
  }

  @Override
  public Answer resume(long id, Actor actor) {
    return move(id, Life.SENDING, from(Life.PAUSED));
  }

  @Override
  public Answer cancel(long id, Actor actor) {
    var over = List.of(Life.DONE, Life.REJECTED, Life.CANCELLED);
    return move(
        id, Life.CANCELLED, broadcast -> unless(!over.contains(broadcast.life()), Why.STATE));
  }

  @Override
  public void halt(Actor actor) {
    stop = Optional.of(stop.orElseGet(() -> new Stop(actor.account(), clock.instant())));
  }

  @Override
  public void release(Actor actor) {
    stop = Optional.empty();
  }

  @Override
  public Optional<Stop> stop() {
    return stop;
  }

  @Override
  public Optional<Broadcast> find(long id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public List<Broadcast> list(Filter filter, int limit) {
    return kept.values().stream()
        .filter(broadcast -> broadcast.id() < filter.before())
        .filter(broadcast -> filter.lives().isEmpty() || filter.lives().contains(broadcast.life()))
        .filter(broadcast -> touches(broadcast.id(), filter.counties()))
        .sorted(Comparator.comparingLong(Broadcast::id).reversed())
        .limit(limit)
        .toList();
  }

  private boolean touches(long id, List<String> counties) {
    var its = touched.getOrDefault(id, List.of());
    return counties.isEmpty() || its.isEmpty() || its.stream().anyMatch(counties::contains);
  }

  @Override
  public List<Broadcast> due() {
    return kept.values().stream()
        .filter(broadcast -> broadcast.life() == Life.APPROVED)
        .filter(broadcast -> !broadcast.startsAt().isAfter(clock.instant()))
        .sorted(Comparator.comparing(Broadcast::startsAt))
        .toList();
  }

  @Override
  public void tidy() {
    kept.replaceAll(
        (_, broadcast) -> broadcast.life() == Life.SENDING ? in(broadcast, Life.DONE) : broadcast);
  }
}
