package org.shiriki.sms;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Conversation;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;

/// Keeps what people wrote in memory.
public final class InMemoryInbox implements Inbox {
  private final Map<String, Kept> letters = new LinkedHashMap<>();
  private final Map<PhoneKey, Talk> threads = new HashMap<>();
  private final Vault vault;
  private final Outbox outbox;
  private final UnaryOperator<Conversation> stored;

  /// A letter with what became of it.
  ///
  /// @param state as it stands in the table
  record Kept(
      Incoming sms,
      @Nullable PhoneKey person,
      String state,
      int attempts,
      Instant notBefore,
      boolean burnt) {
    private Kept now(String other, int tried, Instant again, boolean forgotten) {
      return new Kept(sms, person, other, tried, again, forgotten);
    }

    private boolean waits() {
      return state.equals("NEW") || state.equals("HELD");
    }

    private boolean inHand(Instant now) {
      return state.equals("HELD") && notBefore.isAfter(now);
    }
  }

  private record Talk(Conversation conversation, Instant at) {}

  public InMemoryInbox(Vault vault, Outbox outbox) {
    this(vault, outbox, UnaryOperator.identity());
  }

  /// An inbox.
  ///
  /// @param stored a conversation after it was written down and read back
  public InMemoryInbox(Vault vault, Outbox outbox, UnaryOperator<Conversation> stored) {
    this.vault = vault;
    this.outbox = outbox;
    this.stored = stored;
  }

  @Override
  public synchronized boolean take(Incoming sms) {
    var person = Phone.read(sms.sender()).map(vault::keyOf).orElse(null);
    var state = person == null ? "IGNORED" : "NEW";
    return letters.putIfAbsent(sms.id(), new Kept(sms, person, state, 0, sms.at(), false)) == null;
  }

  @Override
  public synchronized Optional<Letter> next(Instant now) {
    var next =
        letters.values().stream().filter(kept -> kept.waits() && mayBeTaken(kept, now)).findFirst();
    if (next.isPresent() && next.get().attempts == ATTEMPTS) {
      var over = next.get();
      letters.put(over.sms.id(), over.now("FAILED", ATTEMPTS, over.notBefore, over.burnt));
      return next(now);
    }
    next.ifPresent(kept ->
        letters.put(
            kept.sms.id(), kept.now("HELD", kept.attempts + 1, now.plus(LEASE), kept.burnt)));
    return next.map(kept -> letter(kept.sms, kept.attempts + 1));
  }

  private boolean mayBeTaken(Kept letter, Instant now) {
    var first =
        letters.values().stream()
            .filter(other -> other.waits() && Objects.equals(letter.person, other.person))
            .findFirst();
    return !letter.notBefore.isAfter(now)
        && first.orElseThrow().equals(letter)
        && letters.values().stream()
            .noneMatch(other -> Objects.equals(letter.person, other.person) && other.inHand(now));
  }

  private Letter letter(Incoming sms, int attempt) {
    var phone = Phone.read(sms.sender()).orElseThrow();
    return new Letter(sms.id(), vault.keyOf(phone), phone, sms.text(), sms.at(), attempt);
  }

  @Override
  public synchronized Optional<Conversation> thread(PhoneKey person, Instant now) {
    return Optional.ofNullable(threads.get(person))
        .filter(thread -> thread.at.isAfter(now.minus(THREAD)))
        .map(Talk::conversation);
  }

  @Override
  public synchronized void done(Letter letter, Ending ending) {
    if (find(letter.id()).isEmpty()) {
      say(ending.answer());
    }
    held(letter)
        .ifPresent(kept -> {
          letters.put(letter.id(), kept.now("DONE", kept.attempts, kept.notBefore, ending.burnt()));
          goOn(letter, ending.thread());
          say(ending.answer());
        });
  }

  private void say(@Nullable Message answer) {
    if (answer != null) {
      outbox.put(answer);
    }
  }

  private void goOn(Letter letter, @Nullable Conversation thread) {
    if (thread == null) {
      threads.remove(letter.key());
    } else {
      threads.put(letter.key(), new Talk(stored.apply(thread), letter.at()));
    }
  }

  @Override
  public synchronized void failed(Letter letter, Instant now) {
    held(letter)
        .ifPresent(kept -> {
          var state = kept.attempts < ATTEMPTS ? "NEW" : "FAILED";
          var again = now.plus(PAUSE.multipliedBy(kept.attempts));
          letters.put(letter.id(), kept.now(state, kept.attempts, again, kept.burnt));
        });
  }

  private Optional<Kept> held(Letter letter) {
    return find(letter.id())
        .filter(kept -> kept.state.equals("HELD") && kept.attempts == letter.attempt());
  }

  /// Forgets a person.
  public synchronized void forget(PhoneKey person) {
    letters.values().removeIf(kept -> Objects.equals(person, kept.person));
    threads.remove(person);
  }

  /// What is kept of a letter.
  synchronized Optional<Kept> find(String id) {
    return Optional.ofNullable(letters.get(id));
  }
}
