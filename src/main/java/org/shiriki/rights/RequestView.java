package org.shiriki.rights;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.DataRequest;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.place.Ward;
import org.shiriki.rights.FiledRequest.How;

/// A request as programs see it, without whose it is.
///
/// @param county where the person lives; empty where that is not known
record RequestView(
    String reference,
    DataRequest.Kind kind,
    Channel channel,
    Instant askedAt,
    Instant dueAt,
    boolean overdue,
    @Nullable Instant answeredAt,
    @Nullable How how,
    String reason,
    String account,
    String county,
    long version) {
  static RequestView of(FiledRequest request, Places places, Instant now) {
    return new RequestView(
        request.reference().written(),
        request.kind(),
        request.channel(),
        request.asked(),
        request.due(),
        request.overdue(now),
        request.answered(),
        request.how(),
        request.reason(),
        request.account(),
        county(request, places).orElse(""),
        request.version());
  }

  private static Optional<String> county(FiledRequest request, Places places) {
    return Residence.parse(request.ward()).known().flatMap(places::ward).map(Ward::county);
  }
}
