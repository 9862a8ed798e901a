package org.shiriki.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

/// What a month of Nairobi came to, as it was added up after its end.
public record MonthReport(YearMonth month, Instant madeAt) {
  /// What a sum is about.
  ///
  /// Sensitive cases are in none: where few were told in confidence, even their number tells.
  public enum Section {
    /// Concerns by county and category: filed, acknowledged, answered, closed, fixed.
    CONCERNS(true),
    /// Offices: what each answered, how much of that in time, and what became late.
    ANSWERS(true),
    /// Concerns that still waited for an answer at the month's end, by county and their days.
    UNANSWERED(true),
    SESSIONS(false),
    SCREENS(false),
    /// Messages by purpose, and what they cost in KSh.
    SMS(false),
    /// How many were held: they closed in the month.
    POLLS(false),
    /// What began to be sent, by purpose, and to how many people.
    BROADCASTS(false),
    /// People by alert topic, when the report was made.
    SUBSCRIBERS(false);

    private final boolean concerns;

    Section(boolean concerns) {
      this.concerns = concerns;
    }

    /// Whether it counts concerns.
    boolean countsConcerns() {
      return concerns;
    }
  }

  /// A sum.
  ///
  /// @param county three digits; empty where it is not by county, or the county is not known
  /// @param subject a category, an office, a screen…; empty for all
  /// @param measure what is counted, `filed`
  public record Line(
      Section section, String county, String subject, String measure, BigDecimal amount) {
    /// Money.
    static final String COST = "cost";

    static final String MESSAGES = "messages";

    /// Whether outsiders may not see it: it is of a few people.
    boolean isFew() {
      return !measure.equals(COST)
          && (section != Section.POLLS && !measure.equals("broadcasts"))
          && amount.compareTo(BigDecimal.valueOf(Statistics.FEWEST)) < 0;
    }
  }
}
