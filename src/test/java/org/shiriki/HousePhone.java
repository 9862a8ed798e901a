package org.shiriki;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Reply;
import org.shiriki.privacy.Phone;

/// A phone on the house's line. Between them it does what the door does: it keeps the conversation
/// as JSON, and for ten minutes what broke off.
final class HousePhone {
  private static final String CODE = "*384*50";
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final TestHouse house;
  private final Phone phone;
  private @Nullable String open;
  private @Nullable String dropped;
  private Instant droppedAt = Instant.EPOCH;

  HousePhone(TestHouse house, Phone phone) {
    this.house = house;
    this.phone = phone;
  }

  Phone owner() {
    return phone;
  }

  /// Dials the code, with keys ahead or not: `*384*50#`, `*384*50*1*2#`.
  String dials(String code) {
    if (!code.startsWith(CODE) || !code.endsWith("#")) {
      throw new IllegalArgumentException("Nobody answers at " + code);
    }
    drops();
    var ahead = code.substring(CODE.length(), code.length() - 1).replaceFirst("^\\*", "");
    var fresh = house.clock().instant().isBefore(droppedAt.plus(KEPT));
    var reply = house.dial(phone, ahead, fresh ? dropped : null);
    dropped = null;
    return shown(reply);
  }

  /// Answers the screen that is open.
  String says(String typed) {
    if (open == null) {
      throw new IllegalStateException("The line is closed; dial first");
    }
    return shown(house.answer(phone, open, typed));
  }

  /// The line breaks off.
  void drops() {
    if (open != null) {
      dropped = open;
      droppedAt = house.clock().instant();
      open = null;
    }
  }

  private String shown(Reply reply) {
    open = reply.open() ? house.store(reply) : null;
    return (reply.open() ? "CON " : "END ") + reply.text();
  }
}
