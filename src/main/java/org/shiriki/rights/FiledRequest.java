package org.shiriki.rights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.DataRequest;
import org.shiriki.citizen.Ticket;

/// A request over data as staff have it before them, without whose it is.
///
/// @param answered when; null while it is open
/// @param how it was answered; null while it is open
/// @param reason why it was refused; empty otherwise
/// @param account who answered; empty while it is open
/// @param ward where the person lives: empty, `?` or four digits; empty once they were erased
/// @param erased whether the person is gone and this is all that is left
public record FiledRequest(
    Ticket reference,
    DataRequest.Kind kind,
    Channel channel,
    Instant asked,
    Instant due,
    @Nullable Instant answered,
    @Nullable How how,
    String reason,
    String account,
    String ward,
    boolean erased,
    long version) {
  /// How a request was answered.
  public enum How {
    /// By a call to the person's number.
    CALLED,
    /// Face to face.
    IN_PERSON,
    LETTER,
    SMS,
    /// The person was erased.
    ERASED,
    /// It was not fulfilled, and the person was told why.
    REFUSED
  }

  /// Whether it waits for longer than it may.
  public boolean overdue(Instant now) {
    return answered == null && due.isBefore(now);
  }
}
