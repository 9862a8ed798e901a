package org.shiriki.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiriki.privacy.Phone;

/// Something that went wrong with people's data, as far as is known.
///
/// @param version one more with each change
/// @param account who wrote this version
/// @param at when
/// @param facts what happened
/// @param notifiedAt when the Commissioner, or the house that we act for, was told; null before
/// @param notice the reference of that
/// @param toldAt when the people were told; null before
/// @param telling how they were
/// @param closedAt null while it is open
/// @param conclusion how it ended; of one that was not notified, why it did not have to be
public record Incident(
    long number,
    long version,
    String account,
    Instant at,
    Facts facts,
    @Nullable Instant notifiedAt,
    String notice,
    @Nullable Instant toldAt,
    String telling,
    @Nullable Instant closedAt,
    String conclusion) {
  /// How long before the clock has run out it is warned of.
  static final Duration WARNED = Duration.ofHours(12);

  /// What happened.
  public enum Kind {
    /// Somebody saw what they should not have.
    DISCLOSURE,
    /// It is gone.
    LOSS,
    /// It was changed wrongly.
    ALTERATION,
    /// Those who need it cannot have it.
    UNAVAILABLE,
    OTHER
  }

  /// For whom we hold the data.
  public enum Role {
    /// For ourselves: the Commissioner is told within 72 hours.
    CONTROLLER(Duration.ofDays(3)),
    /// For another house: that house is told within 48 hours.
    PROCESSOR(Duration.ofDays(2));

    private final Duration clock;

    Role(Duration clock) {
      this.clock = clock;
    }

    /// How long after the discovery the notification is due.
    public Duration clock() {
      return clock;
    }
  }

  /// What happened, in words of staff.
  ///
  /// @param discoveredAt when somebody here first knew
  /// @param data what kinds of data
  /// @param people about how many
  /// @param measures what was done against it
  public record Facts(
      Kind kind,
      Role role,
      Instant discoveredAt,
      List<String> data,
      int people,
      String description,
      String measures) {
    public Facts {
      data = List.copyOf(data);
    }

    @Override
    public String toString() {
      return "Facts[" + kind + ']';
    }

    /// Which of the words hold a phone number.
    List<String> careless() {
      return List.of(
              Phone.isIn(description) ? "/description" : "",
              Phone.isIn(measures) ? "/measures" : "",
              data.stream().anyMatch(Phone::isIn) ? "/data" : "")
          .stream()
          .filter(field -> !field.isEmpty())
          .toList();
    }
  }

  /// By when the notification is due.
  public Instant due() {
    return facts.discoveredAt().plus(facts.role().clock());
  }

  /// Where its clock stands at a moment.
  public Clock clock(Instant now) {
    if (notifiedAt != null || closedAt != null) {
      return Clock.STOPPED;
    }
    if (!now.isBefore(due())) {
      return Clock.OVERDUE;
    }
    return now.isBefore(due().minus(WARNED)) ? Clock.RUNNING : Clock.NEAR;
  }

  /// Where the clock of an incident stands.
  public enum Clock {
    RUNNING,
    /// Less than twelve hours are left.
    NEAR,
    OVERDUE,
    /// The notification was made, or the incident closed without one.
    STOPPED
  }

  private Incident next(String who, Instant when, Facts then) {
    return new Incident(
        number,
        version + 1,
        who,
        when,
        then,
        notifiedAt,
        notice,
        toldAt,
        telling,
        closedAt,
        conclusion);
  }

  /// The first version of one.
  static Incident opened(String who, Instant when, Facts facts) {
    return new Incident(0, 1, who, when, facts, null, "", null, "", null, "");
  }

  /// The same with what is known now.
  Incident changed(String who, Instant when, Facts then) {
    return next(who, when, then);
  }

  Incident notified(String who, Instant when, Instant made, String reference) {
    return new Incident(
        number,
        version + 1,
        who,
        when,
        facts,
        made,
        reference,
        toldAt,
        telling,
        closedAt,
        conclusion);
  }

  Incident told(String who, Instant when, Instant made, String how) {
    return new Incident(
        number, version + 1, who, when, facts, notifiedAt, notice, made, how, closedAt, conclusion);
  }

  Incident closed(String who, Instant when, String how) {
    return new Incident(
        number, version + 1, who, when, facts, notifiedAt, notice, toldAt, telling, when, how);
  }

  @Override
  public String toString() {
    return "Incident[%d, %d]".formatted(number, version);
  }
}
