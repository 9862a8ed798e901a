package org.shiriki.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.http.Cookie;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shiriki.api.ApiDoor;
import org.shiriki.api.Inside;
import org.shiriki.api.Inside.Asker;
import org.shiriki.api.Inside.Outcome;
import org.shiriki.api.Inside.Wish;
import org.shiriki.api.Problem;

/// Does what people send forms for: each is one operation of the contract.
record Deeds(Inside inside, Schema schema) {
  /// How it ends.
  sealed interface End {
    /// It is done, and the browser goes on.
    record Going(String operation, String address, Optional<Cookie> visit) implements End {
      @Override
      public String toString() {
        return "Going[" + operation + ']';
      }
    }

    /// The page is shown again.
    record Again(Sending sending) implements End {}

    /// Nobody is signed in any more.
    record Unknown() implements End {}
  }

  End does(Deed deed, Asker asker) {
    return switch (inside.ask(wish(deed), asker)) {
      case Outcome.Given(var body, var version, var created) ->
          deed.showing()
              ? again(deed, Optional.empty(), Optional.of(new Doc(body, version)))
              : new End.Going(deed.operation(), address(deed, created), Optional.empty());
      case Outcome.Came(_, var word, var time) ->
          new End.Going(deed.operation(), deed.back(), Optional.of(ApiDoor.cookie(word, time)));
      case Outcome.Refused(var problem) ->
          problem.type().endsWith(":unknown-caller")
              ? new End.Unknown()
              : again(deed, Optional.of(problem), Optional.empty());
    };
  }

  /// The form again, since something failed here.
  End failed(Deed deed) {
    return again(deed, Optional.of(problem(500, "failed", "Try again.")), Optional.empty());
  }

  /// The form again, since it was made in another visit of its owner.
  Sending anew(Deed deed) {
    var problem = problem(409, "anew", "Press once more.");
    return new Sending(
        deed.operation(), deed.form(), deed.typed(), Optional.of(problem), Optional.empty());
  }

  private static Problem problem(int status, String word, String detail) {
    return new Problem(status, "urn:shiriki:problem:" + word, word, detail, List.of());
  }

  private static End again(Deed deed, Optional<Problem> problem, Optional<Doc> answer) {
    return new End.Again(new Sending(deed.operation(), deed.form(), deed.typed(), problem, answer));
  }

  private Wish wish(Deed deed) {
    return new Wish(
        deed.operation(),
        deed.path(),
        deed.query(),
        body(deed),
        deed.version().matches("\\d{1,18}")
            ? OptionalLong.of(Long.parseLong(deed.version()))
            : OptionalLong.empty(),
        deed.key());
  }

  private JsonNode body(Deed deed) {
    return deed.typed()
        .first("_sheet")
        .<JsonNode>map(TextNode::valueOf)
        .orElseGet(() ->
            schema.body(deed.operation()).map(deed.part()::body).orElse(NullNode.getInstance()));
  }

  /// Where to go; `{new}` stands for what was made.
  private static String address(Deed deed, String created) {
    var made = created.substring(created.lastIndexOf('/') + 1);
    return deed.back().replace("{new}", made).replace("%7Bnew%7D", made);
  }
}
