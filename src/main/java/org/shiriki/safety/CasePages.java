package org.shiriki.safety;

import static org.shiriki.console.Page.Group.LISTEN;
import static org.shiriki.staff.Right.CASE_ASSIGN;
import static org.shiriki.staff.Right.CASE_HANDLE;

import java.util.List;
import java.util.Map;
import org.shiriki.console.Choice;
import org.shiriki.console.Doc;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.Tile;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;
import org.shiriki.staff.Right;
import org.shiriki.staff.Role;

/// Sensitive cases in the browsers of staff. Lists show that there are cases, never a word; what
/// was told is shown to who is named on a case, for a reason, each time anew.
public final class CasePages implements Pages {
  private static final Map<String, List<String>> UNHANDLED = Map.of("unhandled", List.of("true"));

  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/cases",
            CASE_HANDLE,
            LISTEN,
            Text.of("Kesi nyeti", "Sensitive cases"),
            look -> View.of("safety/cases.jte").with("page", look.list("listOwnCases"))),
        Page.of("/cases/:number", CASE_HANDLE, CasePages::one),
        Page.listed(
            "/case-desk",
            CASE_ASSIGN,
            LISTEN,
            Text.of("Kugawa kesi nyeti", "Assign sensitive cases"),
            look -> View.of("safety/desk.jte").with("page", look.list("listCases", "unhandled"))),
        Page.of("/case-desk/:number", CASE_ASSIGN, CasePages::handlers));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(
        new Tile(
            CASE_HANDLE,
            look ->
                View.of("safety/waiting.jte")
                    .with("own", look.all("listOwnCases", Map.of(), Map.of()))),
        new Tile(
            CASE_ASSIGN,
            look ->
                View.of("safety/unhandled.jte")
                    .with("unhandled", look.all("listCases", Map.of(), UNHANDLED).size())));
  }

  private static View one(Look look) {
    return View.of("safety/case.jte").with("line", line(look, "listOwnCases"));
  }

  private static View handlers(Look look) {
    var line = line(look, "listCases");
    var path = Map.of("number", line.text("number"));
    return View.of("safety/handlers.jte")
        .with("line", line)
        .with("handlers", look.ask("listCaseHandlers", path).items())
        .with("people", people(look))
        .with("views", look.list("listCaseViews", path));
  }

  /// What a list says of the case of the page.
  private static Doc line(Look look, String operation) {
    return look.all(operation, Map.of(), Map.of()).stream()
        .filter(line -> digits(line.text("number")).equals(digits(look.path("number"))))
        .findFirst()
        .orElseThrow(look::missing);
  }

  private static String digits(String number) {
    return number.replace("-", "");
  }

  /// Who may be named on a case; nobody where accounts are not for the eyes of who looks.
  private static List<Choice> people(Look look) {
    if (!look.may(Right.STAFF_SEE)) {
      return List.of();
    }
    var accounts = look.tried("listAccounts", Map.of(), Map.of("limit", List.of("500")));
    return accounts.items().stream()
        .filter(account -> account.yes("active"))
        .filter(account ->
            account.list("grants").stream()
                .anyMatch(grant -> Role.valueOf(grant.text("role")).rights().contains(CASE_HANDLE)))
        .map(account -> new Choice(account.text("name"), account.text("name")))
        .toList();
  }
}
