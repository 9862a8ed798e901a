package org.shiriki.poll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.Vault;

/// Watches for answers from neighbouring numbers in the same minute, as one buyer of many SIM cards
/// gives them. They are counted like any others, and flagged for staff to judge.
///
/// Each node watches for itself, in memory, by a keyed hash of the number without its last two
/// digits; what is flagged is a day, that hash and how many, never a number.
public final class Bursts {
  /// So many of a hundred neighbours in one minute are no chance.
  static final int MANY = 8;

  private static final int DIGITS = 2;

  private final Polls polls;
  private final Vault vault;
  private final Cache<Cell, AtomicInteger> minutes =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(3)).build();

  /// A hundred numbers in one minute of one poll.
  private record Cell(PollId poll, String numbers, Instant minute) {}

  /// What was flagged.
  ///
  /// @param cell a hundred neighbouring numbers, by a keyed hash; a random word once the poll is
  ///   sealed
  public record Burst(LocalDate day, String cell, int answers) {}

  public Bursts(Polls polls, Vault vault) {
    this.polls = polls;
    this.vault = vault;
  }

  /// Somebody's first answer in a poll was counted.
  void counted(PollId poll, Phone phone, Instant now) {
    var number = phone.e164();
    var prefix = number.substring(0, number.length() - DIGITS);
    var cell =
        new Cell(poll, vault.mark("cell/" + poll, prefix), now.truncatedTo(ChronoUnit.MINUTES));
    var before = minutes.asMap().putIfAbsent(cell, new AtomicInteger(1));
    var answers = before == null ? 1 : before.incrementAndGet();
    if (answers >= MANY) {
      var more = answers == MANY ? MANY : 1;
      polls.flag(poll, new Burst(LocalDate.ofInstant(now, Poll.NAIROBI), cell.numbers, more));
    }
  }
}
