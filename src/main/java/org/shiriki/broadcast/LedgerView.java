package org.shiriki.broadcast;

import java.util.List;
import org.shiriki.broadcast.Mailings.Ledger;
import org.shiriki.broadcast.Mailings.Line;

/// What became of a broadcast's audience, as programs see it: every person in one line.
record LedgerView(
    long broadcast, Broadcast.Life state, int people, boolean addsUp, List<Line> lines) {
  static LedgerView of(Broadcast broadcast, Ledger ledger) {
    return new LedgerView(
        broadcast.id(), broadcast.life(), ledger.people(), ledger.addsUp(), ledger.lines());
  }
}
