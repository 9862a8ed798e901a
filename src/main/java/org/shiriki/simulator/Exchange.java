package org.shiriki.simulator;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/// The telephone exchange: every handset is connected to it, and through it to the gateway.
final class Exchange {
  private final Vertx vertx;
  private final GatewayClient gateway;
  private final Terms terms;
  private final Clock clock;
  private final Supplier<String> ids;
  private final ConcurrentMap<PhoneNumber, Handset> handsets = new ConcurrentHashMap<>();

  Exchange(Vertx vertx, GatewayClient gateway, Terms terms, Clock clock, Supplier<String> ids) {
    this.vertx = vertx;
    this.gateway = gateway;
    this.terms = terms;
    this.clock = clock;
    this.ids = ids;
  }

  Handset handset(PhoneNumber number) {
    return handsets.computeIfAbsent(number, wanted -> new Handset(wanted, this));
  }

  ServiceCode code() {
    return terms.code();
  }

  Session begin(PhoneNumber phone, List<String> inputs) {
    return new Session(
        "ATUid_" + ids.get(), phone, terms.code(), clock.instant(), inputs, List.of());
  }

  /// Takes as long as the network does to carry what was keyed.
  void travel(Faults faults) {
    if (faults.delayMillis() > 0) {
      vertx.timer(faults.delayMillis()).await();
    }
  }

  Reply ask(Session session, Faults faults) {
    return gateway.ask(session, faults);
  }

  void tell(Session session, Session.Ending ending, Faults faults) {
    gateway.tell(session, session.event(ending, clock.instant()), faults);
  }

  /// Lets something happen when the person has taken too long, or the session has.
  void whenPatienceEnds(Session session, Runnable then) {
    var left = Duration.between(clock.instant(), session.begun().plus(terms.session()));
    var patience = left.compareTo(terms.idle()) < 0 ? left : terms.idle();
    vertx.setTimer(Math.max(1, patience.toMillis()), _ -> then.run());
  }
}
