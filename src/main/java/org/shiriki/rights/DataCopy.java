package org.shiriki.rights;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiriki.citizen.Citizen;
import org.shiriki.citizen.Consent;
import org.shiriki.citizen.Copies;
import org.shiriki.place.Places;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.rights.RequestDesk.Asker;

/// All that is held about a person, as they may take it along.
///
/// @param request whose answer it is
/// @param held under each feature's heading, its entries
record DataCopy(
    String request,
    Instant madeAt,
    Person person,
    List<Agreed> consents,
    Map<String, List<Map<String, String>>> held) {
  /// @param name empty if none was given
  record Person(
      String phone,
      String name,
      String language,
      String ward,
      String wardName,
      String network,
      Instant since) {
    @Override
    public String toString() {
      return "Person[hidden]";
    }
  }

  /// @param withdrawnAt null while it is in force
  record Agreed(
      String wording,
      String language,
      String channel,
      Instant givenAt,
      @Nullable Instant withdrawnAt) {
    static Agreed of(Consent consent, @Nullable Instant withdrawn) {
      return new Agreed(
          consent.wording(),
          consent.language().code(),
          consent.channel().name(),
          consent.at(),
          withdrawn);
    }
  }

  static Person person(Asker asker, Citizen citizen, Places places) {
    var ward = citizen.caller().ward();
    var name = citizen.name();
    return new Person(
        asker.phone().e164(),
        name == null ? "" : name.letters(),
        citizen.caller().language().code(),
        ward.code(),
        ward.known().flatMap(places::ward).map(places::inFull).orElse(""),
        citizen.operator().word(),
        citizen.since());
  }

  static List<Agreed> consents(Citizen citizen) {
    return Stream.concat(
            citizen.consents().stream().map(consent -> Agreed.of(consent, null)),
            citizen.withdrawn().stream().map(past -> Agreed.of(past.consent(), past.at())))
        .toList();
  }

  static Map<String, List<Map<String, String>>> held(List<Copies> copies, PhoneKey key) {
    var held = new LinkedHashMap<String, List<Map<String, String>>>();
    copies.forEach(copy -> held.put(copy.heading(), copy.of(key)));
    return held;
  }

  @Override
  public String toString() {
    return "DataCopy[" + request + ']';
  }
}
