package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.broadcast.Village;
import org.shiriki.pg.TestDatabase;
import org.shiriki.sms.State;

/// The gateway is killed in the middle of a broadcast, again and again.
///
/// `-Dshiriki.audience=20000 -Dshiriki.kills=10` for the full measure.
class BroadcastKillIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final int AUDIENCE = Integer.getInteger("shiriki.audience", 4_000);

  /// Four requests of two hundred people.
  private static final int IN_FLIGHT = 800;

  private static final int KILLS = Integer.getInteger("shiriki.kills", 3);

  @Test
  void whenever_it_dies_everybody_is_counted_and_nobody_is_texted_twice(@TempDir Path data) {
    var seed = System.nanoTime();
    var moments = new Random(seed).ints(KILLS, 1, AUDIENCE * 9 / 10).sorted().boxed().toList();
    try (var campaign = new Campaign(TOWN.database(), TOWN.url(), AUDIENCE)) {
      campaign.approve();
      for (var people : moments) {
        var gateway = campaign.process(data, AUDIENCE / 4);
        campaign.carrier.untilPeople(people);
        gateway.kill();
        campaign.minutesPass();
      }

      try (var _ = campaign.process(data, AUDIENCE)) {
        var ledger = campaign.ended();

        System.out.printf("killed when %s had been texted: %s%n", moments, Village.states(ledger));
        assertThat(ledger.in(State.ACCEPTED) + ledger.in(State.UNKNOWN)).isEqualTo(AUDIENCE);
        assertThat(ledger.in(State.UNKNOWN)).isLessThanOrEqualTo(KILLS * IN_FLIGHT);
        assertThat(IntStream.range(0, AUDIENCE).boxed().toList())
            .as("only those whose answer was lost may have got nothing")
            .filteredOn(who -> !campaign.carrier.knows(Village.phone(who).e164()))
            .hasSizeLessThanOrEqualTo(ledger.in(State.UNKNOWN));
      }
    }
  }
}
