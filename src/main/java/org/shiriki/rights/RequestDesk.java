package org.shiriki.rights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shiriki.citizen.DataRequest;
import org.shiriki.citizen.Ticket;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.rights.FiledRequest.How;
import org.shiriki.staff.AuditEntry;

/// Keeps what staff do about requests over data; each act with its line in the audit.
public interface RequestDesk {
  /// Which requests are wanted.
  enum State {
    ALL,
    OPEN,
    OVERDUE,
    ANSWERED
  }

  /// Which requests are wanted.
  ///
  /// @param kinds none for all
  /// @param due the page begins behind what is due then
  /// @param reference and has this reference
  record Filter(
      Area area,
      State state,
      List<DataRequest.Kind> kinds,
      Instant now,
      Instant due,
      String reference) {
    public Filter {
      kinds = List.copyOf(kinds);
    }
  }

  /// What became of an act.
  enum Act {
    DONE,
    MISSING,
    /// Somebody has done something about it since it was read.
    STALE,
    /// It was answered before.
    ANSWERED,
    /// The person is under a legal hold.
    HELD
  }

  /// An act of staff on a request.
  ///
  /// @param expected the version that they have read
  record Deed(Ticket request, long expected, AuditEntry line) {}

  /// Whose request it is.
  record Asker(PhoneKey key, Phone phone) {
    @Override
    public String toString() {
      return "Asker[hidden]";
    }
  }

  /// How many wait.
  record Waiting(long open, long overdue) {}

  /// Requests, the most urgent first.
  List<FiledRequest> list(Filter filter, int limit);

  /// A request.
  Optional<FiledRequest> find(Ticket request);

  /// Opens whose request it is, and keeps that somebody did.
  Optional<Asker> open(Ticket request, AuditEntry line);

  /// Keeps that a request was answered.
  ///
  /// @param reason why it was refused; empty otherwise
  Act answer(Deed deed, How how, String reason);

  /// Puts right what is held; the request stays open until it is answered.
  Act correct(Deed deed, Correction correction);

  /// Forgets the person, as they can themselves on the phone, and answers the request with it. Of
  /// one who was erased before it says that it is done.
  Act erase(Deed deed);

  /// Flags what is overdue, each request once, and counts what waits.
  Waiting flag(Instant now);
}
