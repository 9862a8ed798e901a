package org.shiriki;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shiriki.alert.AlertTopic;
import org.shiriki.api.Api;
import org.shiriki.broadcast.BroadcastApi;
import org.shiriki.broadcast.Estimates;
import org.shiriki.broadcast.PgRecipients;
import org.shiriki.broadcast.PgTrials;
import org.shiriki.broadcast.Reach;
import org.shiriki.broadcast.Rehearsal;
import org.shiriki.sms.Credit;
import org.shiriki.sms.Prices;

/// Words for many people, as staff bring them on their way.
record Campaigns(Ground ground, Keepers keepers, Staff staff) {
  Api api(Supplier<Credit> credit) {
    return new BroadcastApi(
        keepers.broadcasts(),
        estimates(credit),
        new Reach(ground.places(), this::topics),
        rehearsal(),
        new PgRecipients(ground.bulk()));
  }

  private Estimates estimates(Supplier<Credit> credit) {
    var prices = Prices.read(ground.settings().config());
    var perDay = prices.segments(ground.settings().sms().dailyLimit());
    return new Estimates(keepers.mailings(), prices, credit, perDay);
  }

  private Rehearsal rehearsal() {
    return new Rehearsal(
        staff.phones(),
        ground.vault()::keyOf,
        person -> keepers.citizens().unreachable(person).isPresent(),
        new PgTrials(ground.database(), keepers.outbox(), staff.audit()));
  }

  private Set<String> topics() {
    return keepers.alerts().topics().stream().map(AlertTopic::id).collect(Collectors.toSet());
  }
}
