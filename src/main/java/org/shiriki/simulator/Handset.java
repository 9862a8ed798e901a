package org.shiriki.simulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.shiriki.simulator.Session.Ending;

/// One simulated phone, with at most one session on its line.
///
/// Its line is swapped as a whole; whoever comes second sees what the first has made of it.
final class Handset {

  /// What the line does.
  ///
  /// ```
  ///         dial            CON
  ///  Idle ───────▶ Waiting ─────▶ Asking
  ///   ▲               │  ◀───────  │
  ///   │               │   answer   │
  ///   └───────────────┴────────────┘
  ///     END, fault, hang up, time
  /// ```
  private sealed interface Line {
    Screen screen();

    record Idle(Screen screen) implements Line {}

    record Waiting(Session session, Screen screen) implements Line {}

    record Asking(Session session, Screen screen) implements Line {}
  }

  private static final String HUNG_UP = "You hung up.";
  private static final String DROPPED = "The network lost the answer, and with it the session.";
  private static final String TOO_SLOW =
      "No answer came in time, so the network ended the session.";

  private final PhoneNumber number;
  private final Exchange exchange;
  private final AtomicReference<Line> line;
  private volatile Faults faults = Faults.NONE;

  Handset(PhoneNumber number, Exchange exchange) {
    this.number = number;
    this.exchange = exchange;
    this.line = new AtomicReference<>(new Line.Idle(Screen.blank(number)));
  }

  Screen screen() {
    return line.get().screen();
  }

  Faults faults() {
    return faults;
  }

  void suffer(Faults newFaults) {
    faults = newFaults;
  }

  /// Begins a session; one that is still open ends first, as at the real carrier.
  Screen dial(String code) {
    return exchange
        .code()
        .inputs(code)
        .map(this::begin)
        .orElseGet(() ->
            screen()
                .with(
                    "Nobody answers at %s; this network knows %s."
                        .formatted(code, exchange.code().written())));
  }

  Screen answer(String text) {
    return switch (line.get()) {
      case Line.Idle idle -> closed(idle.screen());
      case Line.Waiting waiting -> busy(waiting.screen());
      case Line.Asking asking -> {
        var waiting = new Line.Waiting(asking.session().says(text), asking.screen());
        yield line.compareAndSet(asking, waiting) ? carry(waiting) : busy(screen());
      }
    };
  }

  /// Ends the session, whatever else is happening to it at the same time.
  Screen hangUp() {
    var screen =
        switch (line.get()) {
          case Line.Idle idle -> idle.screen();
          case Line.Waiting waiting -> cut(waiting, waiting.session(), HUNG_UP);
          case Line.Asking asking -> cut(asking, asking.session(), HUNG_UP);
        };
    return screen.open() ? hangUp() : screen;
  }

  private Screen begin(List<String> inputs) {
    var session = exchange.begin(number, inputs);
    var waiting = new Line.Waiting(session, Screen.calling(session));
    switch (line.getAndSet(waiting)) {
      case Line.Idle _ -> {}
      case Line.Waiting before -> exchange.tell(before.session(), Ending.INCOMPLETE, faults);
      case Line.Asking before -> exchange.tell(before.session(), Ending.INCOMPLETE, faults);
    }
    return carry(waiting);
  }

  private Screen carry(Line.Waiting waiting) {
    exchange.travel(faults);
    if (!line.get().equals(waiting)) {
      return screen();
    }
    var reply = exchange.ask(waiting.session(), faults);
    var session = waiting.session().hears(reply);
    if (faults.drop()) {
      return cut(waiting, session, DROPPED);
    }
    var screen = Screen.of(session, reply);
    return switch (reply) {
      case Reply.Continues _ -> show(waiting, new Line.Asking(session, screen));
      case Reply.Ends _ -> end(waiting, session, Ending.SUCCESS, screen);
      case Reply.Unusable _ -> end(waiting, session, Ending.FAILED, screen);
    };
  }

  private Screen show(Line.Waiting waiting, Line.Asking asking) {
    if (line.compareAndSet(waiting, asking)) {
      exchange.whenPatienceEnds(asking.session(), () -> cut(asking, asking.session(), TOO_SLOW));
    }
    return screen();
  }

  private Screen cut(Line from, Session session, String why) {
    return end(from, session, Ending.INCOMPLETE, from.screen().cut(why));
  }

  private Screen end(Line from, Session session, Ending ending, Screen last) {
    if (line.compareAndSet(from, new Line.Idle(last))) {
      exchange.tell(session, ending, faults);
    }
    return screen();
  }

  /// The reason why the last session ended says more than that it did.
  private static Screen closed(Screen screen) {
    return screen.problem().isEmpty()
        ? screen.with("No session is open on this phone; dial first.")
        : screen;
  }

  private static Screen busy(Screen screen) {
    return screen.with("The network is still carrying the last answer.");
  }
}
