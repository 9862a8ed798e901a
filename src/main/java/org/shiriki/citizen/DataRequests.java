package org.shiriki.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shiriki.dialogue.Text;
import org.shiriki.privacy.PhoneKey;

/// Keeps what people ask about their own data, until staff have fulfilled it.
public interface DataRequests extends Holding {
  /// Keeps a request. One that is open already is given back as it is. Empty for somebody who has
  /// not consented, of whom we hold nothing that staff could hand over.
  Optional<DataRequest> ask(PhoneKey key, DataRequest.Kind kind, Channel channel, Instant at);

  /// A person's open requests, the most urgent first.
  List<DataRequest> of(PhoneKey key);

  @Override
  default Text about(PhoneKey key) {
    return Text.of("Maombi ya data: {count}", "Requests about data: {count}")
        .with("count", of(key).size());
  }

  /// Everybody's open requests, the most urgent first.
  List<DataRequest> open();

  /// Keeps that a request has been fulfilled. Does nothing if it was, or is unknown.
  void answered(Ticket reference, Instant at);
}
