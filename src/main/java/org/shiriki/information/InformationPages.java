package org.shiriki.information;

import static org.shiriki.console.Page.Group.TELL;
import static org.shiriki.staff.Right.CONTENT_PUBLISH;
import static org.shiriki.staff.Right.CONTENT_SEE;
import static org.shiriki.staff.Right.CONTENT_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shiriki.api.Reply;
import org.shiriki.console.Doc;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Tile;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// What phones show, in the browsers of staff: topics with their versions, and help lines.
public final class InformationPages implements org.shiriki.console.Pages {
  /// How long before a review it is told.
  private static final int SOON_DAYS = 30;

  /// How long a help line is trusted without being called.
  private static final int TRUSTED_DAYS = 90;

  private static final int USUAL_MONTHS = 6;
  private static final Map<String, List<String>> ALL = Map.of("limit", List.of("500"));

  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/topics",
            CONTENT_SEE,
            TELL,
            Text.of("Taarifa", "Information"),
            InformationPages::topics),
        Page.of("/topics/~new", CONTENT_WRITE, InformationPages::fresh),
        Page.of("/topics/:id", CONTENT_SEE, InformationPages::topic),
        Page.of("/topics/:id/edit", CONTENT_WRITE, InformationPages::edit),
        Page.of("/topics/:id/versions/:number", CONTENT_SEE, InformationPages::version),
        Page.listed(
            "/help-lines",
            CONTENT_SEE,
            TELL,
            Text.of("Namba za msaada", "Help lines"),
            InformationPages::lines),
        Page.of("/help-lines/~new", CONTENT_PUBLISH, InformationPages::freshLine),
        Page.of("/help-lines/:id", CONTENT_SEE, InformationPages::line));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(CONTENT_WRITE, InformationPages::waiting));
  }

  private static View topics(Look look) {
    return View.of("information/topics.jte")
        .with("page", look.list("listTopics", "shown", "dueBy"))
        .with("soon", soon(look));
  }

  private static View fresh(Look look) {
    var last =
        look.ask("listTopics", Map.of(), ALL).items().stream()
            .mapToLong(line -> line.number("position"))
            .max()
            .orElse(0);
    var words =
        JsonNodeFactory.instance
            .objectNode()
            .put("reviewBy", Day.of(look.at()).plusMonths(USUAL_MONTHS).toString());
    return View.of("information/editor.jte")
        .with("form", look.form("createTopic"))
        .with("part", "words")
        .with("words", doc(words))
        .with("title", look.say("Mada mpya", "A new topic"))
        .with("back", "/console/topics/{new}")
        .with("position", Long.toString(last + 1));
  }

  private static Doc doc(JsonNode node) {
    return new Doc(node, Reply.NONE);
  }

  private static View topic(Look look) {
    var path = Map.of("id", look.path("id"));
    var topic = look.ask("getTopic", path);
    return View.of("information/topic.jte")
        .with("topic", topic)
        .with("versions", look.list("listTopicVersions", path))
        .with("overdue", topic.text("words.reviewBy").compareTo(Day.of(look.at()).toString()) < 0);
  }

  private static View edit(Look look) {
    var path = Map.of("id", look.path("id"));
    var topic = look.ask("getTopic", path);
    return View.of("information/editor.jte")
        .with("form", look.form("reviseTopic", path, topic.version()))
        .with("part", "")
        .with("words", topic.at("words"))
        .with(
            "title",
            look.say("Hariri: ", "Edit: ")
                + look.say(topic.text("words.title.sw"), topic.text("words.title.en")))
        .with("back", "/console/topics/" + look.path("id"))
        .with("position", "");
  }

  private static View version(Look look) {
    var path = Map.of("id", look.path("id"));
    var version = look.ask("getTopicVersion", numbered(path, look.path("number")));
    var number = version.number("number");
    return View.of("information/version.jte")
        .with("topic", look.ask("getTopic", path))
        .with("version", version)
        .with(
            "changes",
            number == 1
                ? List.of()
                : Change.between(
                    look.ask("getTopicVersion", numbered(path, Long.toString(number - 1)))
                        .at("words"),
                    version.at("words")));
  }

  private static Map<String, String> numbered(Map<String, String> path, String number) {
    return Map.of("id", path.getOrDefault("id", ""), "number", number);
  }

  private static View lines(Look look) {
    return View.of("information/lines.jte")
        .with("page", look.list("listHelpLines"))
        .with("today", Day.of(look.at()).toString())
        .with("old", old(look));
  }

  private static View freshLine(Look look) {
    var last =
        look.ask("listHelpLines", Map.of(), ALL).items().stream()
            .mapToLong(line -> line.number("position"))
            .max()
            .orElse(0);
    var line = JsonNodeFactory.instance.objectNode();
    line.putObject("words").put("position", last + 1);
    return lineForm(look, doc(line), look.say("Namba mpya ya msaada", "A new help line"), "words")
        .with("form", look.form("createHelpLine"));
  }

  private static View line(Look look) {
    var path = Map.of("id", look.path("id"));
    var line = look.ask("getHelpLine", path);
    return lineForm(
            look, line, look.say(line.text("words.name.sw"), line.text("words.name.en")), "")
        .with("form", look.form("reviseHelpLine", path, line.version()));
  }

  private static View lineForm(Look look, Doc line, String title, String part) {
    return View.of("information/line.jte")
        .with("line", line)
        .with("part", part)
        .with("title", title)
        .with("back", "/console/help-lines")
        .with("today", Day.of(look.at()).toString());
  }

  private static View waiting(Look look) {
    var due = look.ask("listTopics", Map.of(), Map.of("dueBy", List.of(soon(look)))).items();
    return View.of("information/waiting.jte")
        .with("overdue", due.stream().filter(line -> line.yes("overdue")).toList())
        .with("due", due.stream().filter(line -> !line.yes("overdue")).toList())
        .with("drafts", drafts(look).toList())
        .with("untested", untested(look))
        .with("soon", soon(look));
  }

  /// Topics whose newest version phones do not show.
  private static Stream<Doc> drafts(Look look) {
    return look.ask("listTopics", Map.of(), ALL).items().stream()
        .filter(line -> line.number("shown") != line.number("number"));
  }

  private static long untested(Look look) {
    return look.ask("listHelpLines", Map.of(), ALL).items().stream()
        .filter(line -> line.text("lastTested").compareTo(old(look)) < 0)
        .count();
  }

  private static String soon(Look look) {
    return Day.of(look.at()).plusDays(SOON_DAYS).toString();
  }

  private static String old(Look look) {
    return Day.of(look.at()).minusDays(TRUSTED_DAYS).toString();
  }
}
