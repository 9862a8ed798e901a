package org.shiriki.poll;

import static org.shiriki.console.Page.Group.ASK;
import static org.shiriki.staff.Right.POLL_PUBLISH;
import static org.shiriki.staff.Right.POLL_SEE;
import static org.shiriki.staff.Right.POLL_WRITE;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiriki.api.Reply;
import org.shiriki.console.Doc;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.Tile;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// Polls in the browsers of staff: the list, the editor with the phone beside it, the results with
/// their method, and the silent days.
public final class PollPages implements Pages {
  private static final Duration SOON = Duration.ofDays(1);
  private static final int USUAL_DAYS = 14;

  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/polls",
            POLL_SEE,
            ASK,
            Text.of("Kura za maoni", "Polls"),
            look -> View.of("poll/list.jte").with("page", look.list("listPolls", "life"))),
        Page.of("/polls/~new", POLL_WRITE, PollPages::fresh),
        Page.of(
            "/polls/~silent-days",
            POLL_SEE,
            look -> View.of("poll/silence.jte").with("page", look.list("listBlackouts"))),
        Page.of("/polls/:id", POLL_SEE, PollPages::sheet),
        Page.of("/polls/:id/edit", POLL_WRITE, PollPages::edit));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(POLL_WRITE, PollPages::waiting));
  }

  /// Whom a poll asks, by the names of places.
  public static String asked(Look look, String audience) {
    var words = List.of(audience.split(" ", -1));
    var places = words.stream().skip(1).map(look::place).collect(Collectors.joining(", "));
    return switch (words.getFirst()) {
      case "counties" -> look.say("Kaunti: ", "Counties: ") + places;
      case "wards" -> look.say("Wadi: ", "Wards: ") + places;
      default -> look.say("Kenya nzima", "all of Kenya");
    };
  }

  private static View fresh(Look look) {
    var opens =
        look.at().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS).plus(5, ChronoUnit.HOURS);
    var json = JsonNodeFactory.instance;
    var words =
        json.objectNode()
            .put("opens", opens.toString())
            .put("closes", opens.plus(USUAL_DAYS, ChronoUnit.DAYS).toString())
            .put("audience", "everyone")
            .set("languages", json.arrayNode().add("sw").add("en"));
    return View.of("poll/editor.jte")
        .with("form", look.form("createPoll"))
        .with("part", "words")
        .with("words", new Doc(words, Reply.NONE))
        .with("title", look.say("Kura mpya ya maoni", "A new poll"))
        .with("back", "/console/polls/{new}");
  }

  private static View edit(Look look) {
    var path = Map.of("id", look.path("id"));
    var poll = look.ask("getPoll", path);
    return View.of("poll/editor.jte")
        .with("form", look.form("revisePoll", path, poll.version()))
        .with("part", "")
        .with("words", poll.at("words"))
        .with("title", look.say("Hariri: ", "Edit: ") + title(look, poll.at("words.title")))
        .with("back", "/console/polls/" + look.path("id"));
  }

  private static String title(Look look, Doc title) {
    return look.say(title.text("sw"), title.text("en"));
  }

  private static View sheet(Look look) {
    var path = Map.of("id", look.path("id"));
    var results = look.ask("getPollResults", path);
    return View.of("poll/sheet.jte")
        .with("poll", look.ask("getPoll", path))
        .with("results", results)
        .with(
            "parts",
            results.has("tallySha256")
                ? Crosstab.of(look.ask("listPollBreakdown", path).items(), look)
                : List.of())
        .with(
            "bursts",
            look.may(POLL_PUBLISH) ? look.ask("listPollBursts", path).items() : List.of());
  }

  private static View waiting(Look look) {
    var closed = polls(look, "CLOSED").toList();
    var soon = look.at().plus(SOON);
    return View.of("poll/waiting.jte")
        .with(
            "closing",
            polls(look, "OPEN")
                .filter(poll -> Instant.parse(poll.text("closes")).isBefore(soon))
                .toList())
        .with("undescribed", closed.stream().filter(poll -> !poll.yes("described")).toList())
        .with("unpublished", closed.stream().filter(poll -> poll.yes("described")).toList())
        .with(
            "drafts",
            polls(look, "DRAFT")
                .filter(poll -> poll.text("author").equals(look.account()))
                .toList());
  }

  private static Stream<Doc> polls(Look look, String life) {
    return look.ask("listPolls", Map.of(), Map.of("life", List.of(life))).items().stream();
  }
}
