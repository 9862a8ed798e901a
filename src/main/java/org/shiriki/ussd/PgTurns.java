package org.shiriki.ussd;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Conversation;
import org.shiriki.dialogue.ScreenJson;
import org.shiriki.privacy.KeyFailure;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.ussd.Session.Said;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns sessions into sealed rows, one a turn, and rows into sessions.
final class PgTurns {
  private static final Logger LOG = LoggerFactory.getLogger(PgTurns.class);

  private final Vault vault;
  private final ScreenJson json;

  PgTurns(Vault vault, ScreenJson json) {
    this.vault = vault;
    this.json = json;
  }

  /// What is sealed of a turn.
  private record Content(
      @JsonProperty("code") String code,
      @JsonProperty("begun") Instant begun,
      @JsonProperty("text") String text,
      @JsonProperty("conversation") Conversation conversation,
      @JsonProperty("answer") String answer) {
    @Override
    public String toString() {
      return "Content[hidden]";
    }
  }

  /// What was typed and answered in a session's latest turn.
  Buffer seal(Session turn) {
    return Buffer.buffer(vault.seal(json.write(content(turn)), place(turn.id())));
  }

  /// The session with one more turn; as it was before if the turn cannot be read any more.
  @Nullable Session after(@Nullable Session before, Row row) {
    var id = new SessionId(row.getString("session_id"));
    return opened(id, row)
        .flatMap(opened -> json.read(opened, Content.class))
        .map(content -> session(id, row, content, before))
        .orElse(before);
  }

  /// Where a turn left the conversation; nothing if it cannot be read any more.
  Optional<Conversation> conversation(Row row) {
    return opened(new SessionId(row.getString("session_id")), row)
        .flatMap(opened -> json.read(opened, Content.class))
        .map(Content::conversation);
  }

  /// What was sealed; nothing if its key has been taken away since.
  private Optional<String> opened(SessionId id, Row row) {
    try {
      return Optional.of(vault.open(row.getBuffer("sealed").getBytes(), place(id)));
    } catch (KeyFailure failure) {
      LOG.atWarn()
          .addKeyValue("session", id.text())
          .setCause(failure)
          .log("A kept turn cannot be opened; its session begins anew");
      return Optional.empty();
    }
  }

  private static Session session(SessionId id, Row row, Content content, @Nullable Session before) {
    var earlier = new ArrayList<Said>();
    if (before != null) {
      earlier.addAll(before.earlier());
      earlier.add(new Said(before.text().length(), before.answer()));
    }
    return new Session(
        id,
        new PhoneKey(row.getString("citizen_key")),
        content.code,
        content.begun,
        row.getOffsetDateTime("at").toInstant(),
        content.text,
        row.getBoolean("brief"),
        content.conversation,
        new Answer(content.answer, row.getBoolean("open")),
        earlier);
  }

  private static Content content(Session turn) {
    return new Content(
        turn.code(), turn.begun(), turn.text(), turn.conversation(), turn.answer().text());
  }

  private static String place(SessionId id) {
    return "ussd/" + id.text();
  }
}
