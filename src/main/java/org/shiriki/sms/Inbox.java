package org.shiriki.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Conversation;
import org.shiriki.privacy.PhoneKey;

/// Keeps what people wrote until it is answered, and how far each has come.
public interface Inbox {
  /// How long one node has a letter in hand before another may take it.
  Duration LEASE = Duration.ofSeconds(60);

  /// How long a conversation goes on after a person's last letter.
  Duration THREAD = Duration.ofDays(1);

  /// How long a letter rests that could not be answered, times the attempts that it took.
  Duration PAUSE = Duration.ofSeconds(5);

  /// How often a letter is tried that cannot be answered.
  int ATTEMPTS = 5;

  /// Keeps an SMS; when this returns it is committed. The same id again changes nothing.
  ///
  /// @return whether it is new
  boolean take(Incoming sms);

  /// Takes the oldest letter in hand of which nobody has an earlier one by the same person. One
  /// that was in hand too long is given out again, up to [#ATTEMPTS] times: it may be what its
  /// nodes died of. Then it is left for staff.
  Optional<Letter> next(Instant now);

  /// The conversation that a person has come to by SMS, if they wrote within a day.
  Optional<Conversation> thread(PhoneKey person, Instant now);

  /// A letter is answered: keeps what became of it and puts its answer in the outbox, both or
  /// neither. Whoever has it in hand no longer changes nothing and says nothing. A letter that is
  /// gone, because its person had all deleted by it, is answered.
  void done(Letter letter, Ending ending);

  /// A letter could not be answered. It is given out again up to [#ATTEMPTS] times, each time after
  /// a longer [#PAUSE], and then left for staff. Whoever has it in hand no longer changes nothing.
  void failed(Letter letter, Instant now);

  /// What became of a letter.
  ///
  /// @param thread what the person's next letter goes on with; null if it begins anew
  /// @param burnt whether its words are kept no longer, because they lie where few may read them or
  ///   nobody may
  /// @param answer what the person is told; null if nothing
  record Ending(@Nullable Conversation thread, boolean burnt, @Nullable Message answer) {
    static final Ending OVER = new Ending(null, false);
    static final Ending BURNT = new Ending(null, true);

    /// One of which nothing is said.
    public Ending(@Nullable Conversation thread, boolean burnt) {
      this(thread, burnt, null);
    }

    Ending saying(Message words) {
      return new Ending(thread, burnt, words);
    }
  }
}
