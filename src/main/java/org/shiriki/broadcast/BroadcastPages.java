package org.shiriki.broadcast;

import static org.shiriki.console.Page.Group.TELL;
import static org.shiriki.staff.Right.BROADCAST_APPROVE;
import static org.shiriki.staff.Right.BROADCAST_SEE;
import static org.shiriki.staff.Right.BROADCAST_WRITE;
import static org.shiriki.staff.Right.CONTENT_SEE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shiriki.console.Choice;
import org.shiriki.console.Doc;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.Tile;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// Broadcasts in the browsers of staff: written, looked at by another, approved, followed.
public final class BroadcastPages implements Pages {
  private static final Set<String> ON_THE_WAY = Set.of("SENDING", "PAUSED");
  private static final Set<String> WITHOUT_LEDGER =
      Set.of("DRAFT", "SUBMITTED", "APPROVED", "REJECTED");
  private static final Set<String> FORESEEN = Set.of("DRAFT", "SUBMITTED", "APPROVED");
  private static final int LOOKED_BACK = 50;

  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/broadcasts", BROADCAST_SEE, TELL, Text.of("Matangazo", "Broadcasts"), this::list),
        Page.of("/broadcasts/new", BROADCAST_WRITE, this::compose),
        Page.of("/broadcasts/:broadcast", BROADCAST_SEE, this::sheet));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(
        new Tile(
            BROADCAST_APPROVE,
            look ->
                View.of("broadcast/waiting.jte")
                    .with("waiting", others(look, in(look, "SUBMITTED")))),
        new Tile(
            BROADCAST_SEE,
            look -> {
              var sending = in(look, "SENDING", "PAUSED");
              return View.of("broadcast/sending.jte")
                  .with("sending", sending)
                  .with("progress", progress(look, sending));
            }),
        new Tile(
            BROADCAST_WRITE,
            look -> View.of("broadcast/rejected.jte").with("rejected", rejected(look))));
  }

  private View list(Look look) {
    var page = look.list("listBroadcasts", "state");
    return View.of("broadcast/list.jte")
        .with("page", page)
        .with("stop", look.ask("readStop"))
        .with("progress", progress(look, page.items()));
  }

  private View compose(Look look) {
    var like = look.query("like");
    var was = like.isEmpty() ? Doc.NONE : look.ask("readBroadcast", Map.of("broadcast", like));
    return View.of("broadcast/compose.jte").with("was", was).with("topics", topics(look));
  }

  private View sheet(Look look) {
    var path = Map.of("broadcast", look.path("broadcast"));
    var broadcast = look.ask("readBroadcast", path);
    var state = broadcast.text("state");
    var ledger = WITHOUT_LEDGER.contains(state) ? Doc.NONE : look.ask("readLedger", path);
    return View.of("broadcast/sheet.jte")
        .with("broadcast", broadcast)
        .with("topics", topics(look))
        .with("stop", look.ask("readStop"))
        .with("estimate", FORESEEN.contains(state) ? look.ask("estimateBroadcast", path) : Doc.NONE)
        .with("ledger", ledger)
        .with("progress", Progress.of(ledger))
        .with("phone", look.may(BROADCAST_WRITE) ? look.ask("readMyPhone") : Doc.NONE);
  }

  private static Map<String, Progress> progress(Look look, List<Doc> broadcasts) {
    var all = new LinkedHashMap<String, Progress>();
    broadcasts.stream()
        .filter(broadcast -> ON_THE_WAY.contains(broadcast.text("state")))
        .map(broadcast -> broadcast.text("id"))
        .forEach(id -> all.put(id, Progress.of(look.ask("readLedger", Map.of("broadcast", id)))));
    return all;
  }

  private static List<Doc> in(Look look, String... states) {
    return look.ask("listBroadcasts", Map.of(), Map.of("state", List.of(states))).items();
  }

  /// Those that somebody else wrote.
  private static List<Doc> others(Look look, List<Doc> broadcasts) {
    return broadcasts.stream().filter(one -> !one.text("author").equals(look.account())).toList();
  }

  /// What of the author's was rejected and what they have not answered by writing another.
  private static List<Doc> rejected(Look look) {
    var limit = Map.of("limit", List.of(Integer.toString(LOOKED_BACK)));
    return look.ask("listBroadcasts", Map.of(), limit).items().stream()
        .filter(one -> one.text("author").equals(look.account()))
        .takeWhile(one -> one.text("state").equals("REJECTED"))
        .toList();
  }

  private static List<Choice> topics(Look look) {
    return look.may(CONTENT_SEE)
        ? look.choices(look.ask("listAlertTopics").items(), "title")
        : List.of();
  }
}
