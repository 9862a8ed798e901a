package org.shiriki.concern;

import static org.shiriki.console.Page.Group.LISTEN;
import static org.shiriki.staff.Right.CONCERN_ANSWER;
import static org.shiriki.staff.Right.CONCERN_SEE;
import static org.shiriki.staff.Right.OFFICE_SEE;
import static org.shiriki.staff.Right.STATISTICS_SEE;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.shiriki.console.Choice;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.Tile;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;
import org.shiriki.office.Directory;

/// Concerns in the browsers of staff: the queue, and the sheet of each.
public final class ConcernPages implements Pages {
  private static final Map<String, List<String>> ALL = Map.of("limit", List.of("500"));

  private final Supplier<Directory> directory;

  public ConcernPages(Supplier<Directory> directory) {
    this.directory = directory;
  }

  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed("/concerns", CONCERN_SEE, LISTEN, Text.of("Hoja", "Concerns"), this::queue),
        Page.of("/concerns/:reference", CONCERN_SEE, this::sheet));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(
        new Tile(
            CONCERN_SEE,
            look -> View.of("concern/waiting.jte").with("queues", look.ask("countQueues"))),
        new Tile(
            CONCERN_SEE,
            look ->
                View.of("concern/unanswered.jte")
                    .with("wards", look.ask("listUnanswered", Map.of(), ALL))),
        new Tile(
            STATISTICS_SEE,
            look ->
                View.of("concern/answered.jte").with("offices", look.ask("listOfficeAnswers"))));
  }

  private View queue(Look look) {
    var page =
        look.list(
            "listConcerns",
            "status",
            "type",
            "category",
            "county",
            "ward",
            "office",
            "assignee",
            "rootCause",
            "overdue",
            "escalated",
            "order");
    return View.of("concern/queue.jte")
        .with("page", page)
        .with("queues", look.ask("countQueues"))
        .with("categories", categories(look));
  }

  private View sheet(Look look) {
    var reference = Map.of("reference", look.path("reference"));
    var sheet = look.ask("showConcern", reference);
    return View.of("concern/sheet.jte")
        .with("sheet", sheet)
        .with("categories", categories(look))
        .with("phrases", look.may(CONCERN_ANSWER) ? look.ask("listPhrases").items() : List.of())
        .with(
            "offices",
            look.may(OFFICE_SEE) ? offices(look, sheet.text("concern.county")) : List.of());
  }

  private static List<Choice> offices(Look look, String county) {
    var near =
        look.ask("listOffices", Map.of(), ALL).items().stream()
            .filter(office -> List.of("", county).contains(office.text("county")))
            .toList();
    return look.choices(near, "name");
  }

  private List<Choice> categories(Look look) {
    return directory.get().categories().stream()
        .map(category -> new Choice(category.id(), look.say(category.title())))
        .toList();
  }
}
