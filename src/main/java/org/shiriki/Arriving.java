package org.shiriki;

import java.time.Duration;
import org.shiriki.africastalking.SmsCallbacks;
import org.shiriki.dialogue.Dialogue;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.sms.Incoming;
import org.shiriki.sms.PgInbox;
import org.shiriki.sms.SmsDoor;
import org.shiriki.sms.Vocabulary;

/// The way of an SMS in, put together: from the carrier to what answers it.
final class Arriving implements AutoCloseable {
  /// How soon a message is looked at again that a node had in hand when it died.
  private static final Duration ROUND = Duration.ofSeconds(5);

  private final Ground ground;
  private final SmsDoor door;
  private final long rounds;

  Arriving(Ground ground, Features features, Dialogue dialogue) {
    var settings = ground.settings();
    var json = new ScreenJson(features.screens());
    this.ground = ground;
    this.door =
        new SmsDoor(
            new PgInbox(ground.database(), ground.vault(), json, ground.clock(), ground.meters()),
            dialogue,
            Vocabulary.read(settings.config()),
            features.keywords(),
            features.guard(),
            features::leave,
            features.citizens()::recognise,
            id -> ground.vault().mark("turn", "sms\n" + id),
            settings.ussd().code().code(),
            ground.clock());
    this.rounds = ground.vertx().setPeriodic(ROUND.toMillis(), _ -> answerAll());
  }

  SmsCallbacks callbacks() {
    return new SmsCallbacks(this::take, ground.clock(), ground.settings().callbackKeys());
  }

  private void take(Incoming sms) {
    door.take(sms);
    answerAll();
  }

  private void answerAll() {
    Aside.begin("sms", door::answerAll);
  }

  @Override
  public void close() {
    ground.vertx().cancelTimer(rounds);
  }
}
