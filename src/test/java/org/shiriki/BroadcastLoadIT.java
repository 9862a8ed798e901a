package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.broadcast.Mailings.Ledger;
import org.shiriki.broadcast.Village;
import org.shiriki.pg.TestDatabase;
import org.shiriki.privacy.Phone;

/// A large broadcast leaves a gateway in a process of its own, of 256 MB, while people ask for
/// replies. It prints what it measured; `-Dshiriki.audience=100000` for the full measure.
class BroadcastLoadIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final int AUDIENCE = Integer.getInteger("shiriki.audience", 10_000);
  private static final int PACE = 20_000;
  private static final int PEOPLE_A_REQUEST = 500;

  @Test
  void a_large_audience_is_queued_within_seconds_and_replies_overtake_it(@TempDir Path data) {
    try (var campaign = new Campaign(TOWN.database(), TOWN.url(), AUDIENCE)) {
      var queued = campaign.queue();

      List<Duration> replies;
      Duration sent;
      Ledger ledger;
      try (var _ = campaign.process(data, PACE, PEOPLE_A_REQUEST)) {
        campaign.carrier.untilPeople(1);
        var began = System.nanoTime();
        replies = repliesMeanwhile(campaign);
        campaign.carrier.untilPeople(AUDIENCE + replies.size());
        sent = Duration.ofNanos(System.nanoTime() - began);
        ledger = campaign.ended();
      }

      System.out.printf(
          "broadcast to %d: queued in %d ms, sent at %.0f people/s; %d replies meanwhile, half after %d ms, 95 of 100 after %d ms, the slowest after %d ms%n",
          AUDIENCE,
          queued.toMillis(),
          AUDIENCE * 1e9 / sent.toNanos(),
          replies.size(),
          share(replies, 0.5).toMillis(),
          share(replies, 0.95).toMillis(),
          share(replies, 1).toMillis());
      assertThat(Village.states(ledger)).containsOnly(Map.entry("ACCEPTED", AUDIENCE));
      assertThat(queued).isLessThan(Duration.ofSeconds(5));
      assertThat(replies).isNotEmpty();
      assertThat(share(replies, 0.95)).isLessThan(Duration.ofSeconds(1));
    }
  }

  /// One after another, until nearly everybody has got the broadcast.
  private static List<Duration> repliesMeanwhile(Campaign campaign) {
    var waits = new ArrayList<Duration>();
    do {
      var phone = new Phone("+2541%08d".formatted(waits.size()));
      var asked = System.nanoTime();
      campaign.reply(phone);
      campaign.carrier.untilTold(phone.e164());
      waits.add(Duration.ofNanos(System.nanoTime() - asked));
    } while (campaign.carrier.people() < AUDIENCE * 8 / 10);
    return waits;
  }

  /// How long so many of them took at most.
  private static Duration share(List<Duration> waits, double share) {
    var sorted = waits.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
