package org.shiriki.citizen;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiriki.citizen.Citizen.Withdrawn;
import org.shiriki.citizen.DataScreen.SmsAgain;
import org.shiriki.citizen.DataScreen.SmsStopped;
import org.shiriki.dialogue.Caller;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Screen;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Operator;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;

/// Keeps the people who called in memory.
public final class InMemoryCitizens implements Citizens {
  private final Map<PhoneKey, Citizen> citizens = new ConcurrentHashMap<>();
  private final Map<PhoneKey, List<Withdrawn>> withdrawn = new ConcurrentHashMap<>();
  private final Set<PhoneKey> suppressed = ConcurrentHashMap.newKeySet();
  private final Set<PhoneKey> stopped = ConcurrentHashMap.newKeySet();
  private final Set<PhoneKey> untold = ConcurrentHashMap.newKeySet();
  private final InstantSource clock;

  public InMemoryCitizens(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Caller recognise(PhoneKey key) {
    var caller = find(key).map(Citizen::caller).orElse(Caller.STRANGER);
    return caller.greeted() && untold(key).isPresent() ? caller.askedUntil(Instant.MAX) : caller;
  }

  @Override
  public void speaks(PhoneKey key, Language language) {
    citizens.compute(
        key,
        (_, known) ->
            known == null
                ? citizen(
                    key,
                    Caller.STRANGER.speaking(language),
                    null,
                    Operator.UNKNOWN,
                    List.of(),
                    clock.instant())
                : with(known, known.caller().speaking(language), known.consents()));
  }

  @Override
  public void livesIn(PhoneKey key, Residence ward) {
    citizens.computeIfPresent(
        key,
        (_, known) ->
            known.caller().consented()
                ? with(known, known.caller().livingIn(ward), known.consents())
                : known);
  }

  @Override
  public void isCalled(PhoneKey key, FirstName name) {
    citizens.computeIfPresent(
        key,
        (_, known) ->
            known.caller().consented()
                ? citizen(
                    key, known.caller(), name, known.operator(), known.consents(), known.since())
                : known);
  }

  @Override
  public void consents(PhoneKey key, Phone phone, Residence ward, Consent consent) {
    citizens.compute(
        key,
        (_, known) -> {
          var caller =
              known == null ? Caller.STRANGER.speaking(consent.language()) : known.caller();
          var since = known == null ? clock.instant() : known.since();
          var inForce =
              known == null || known.consents().isEmpty() ? List.of(consent) : known.consents();
          var name = known == null ? null : known.name();
          var operator =
              known == null || known.operator() == Operator.UNKNOWN
                  ? Operator.of(phone)
                  : known.operator();
          return citizen(key, caller.livingIn(ward).consenting(), name, operator, inForce, since);
        });
  }

  @Override
  public void leave(PhoneKey key) {
    suppressed.add(key);
    var gone = citizens.remove(key);
    if (gone != null) {
      withdrawn.put(
          key,
          Stream.concat(
                  gone.withdrawn().stream(),
                  gone.consents().stream().map(consent -> new Withdrawn(consent, clock.instant())))
              .toList());
    }
  }

  @Override
  public boolean suppressed(PhoneKey key) {
    return suppressed.contains(key);
  }

  @Override
  public Optional<Screen> unreachable(PhoneKey key) {
    return !suppressed(key)
        ? Optional.empty()
        : Optional.of(stopped.contains(key) ? new SmsStopped(Stop.OPTED_OUT) : new SmsAgain());
  }

  @Override
  public boolean wantsNoMessages(PhoneKey key) {
    untold.add(key);
    var first = suppressed.add(key);
    if (first) {
      stopped.add(key);
    }
    return first;
  }

  @Override
  public Optional<Stop> untold(PhoneKey key) {
    return untold.contains(key) ? Optional.of(Stop.OPTED_OUT) : Optional.empty();
  }

  @Override
  public void told(PhoneKey key) {
    untold.remove(key);
  }

  @Override
  public void welcomesMessages(PhoneKey key) {
    suppressed.remove(key);
    stopped.remove(key);
    untold.remove(key);
  }

  @Override
  public Optional<Citizen> find(PhoneKey key) {
    return Optional.ofNullable(citizens.get(key));
  }

  private Citizen citizen(
      PhoneKey key,
      Caller caller,
      @Nullable FirstName name,
      Operator operator,
      List<Consent> consents,
      Instant since) {
    return new Citizen(
        key, caller, name, operator, consents, withdrawn.getOrDefault(key, List.of()), since);
  }

  private Citizen with(Citizen known, Caller caller, List<Consent> consents) {
    return citizen(known.key(), caller, known.name(), known.operator(), consents, known.since());
  }
}
