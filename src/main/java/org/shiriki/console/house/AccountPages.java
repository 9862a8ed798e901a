package org.shiriki.console.house;

import static org.shiriki.console.Page.Group.HOUSE;
import static org.shiriki.staff.Right.OFFICE_SEE;
import static org.shiriki.staff.Right.STAFF_SEE;

import java.util.List;
import java.util.Map;
import org.shiriki.console.Choice;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// Who works here, and for which organisation.
public final class AccountPages implements Pages {
  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed("/accounts", STAFF_SEE, HOUSE, Text.of("Watu", "People"), AccountPages::list),
        Page.of("/accounts/:account", STAFF_SEE, AccountPages::one),
        Page.listed(
            "/organisations",
            STAFF_SEE,
            HOUSE,
            Text.of("Mashirika", "Organisations"),
            AccountPages::organisations));
  }

  private static View list(Look look) {
    return View.of("house/accounts.jte")
        .with("page", look.list("listAccounts"))
        .with("organisations", organisationChoices(look))
        .with("themes", themes(look));
  }

  private static View one(Look look) {
    return View.of("house/account.jte")
        .with("account", look.ask("readAccount", Map.of("account", look.path("account"))))
        .with("organisations", organisationChoices(look))
        .with("themes", themes(look));
  }

  private static View organisations(Look look) {
    return View.of("house/organisations.jte").with("page", look.ask("listOrganisations"));
  }

  private static List<Choice> organisationChoices(Look look) {
    return look.ask("listOrganisations").items().stream()
        .map(found -> new Choice(found.text("id"), found.text("name")))
        .toList();
  }

  /// The themes that grants may be limited to: what concerns are sorted by and routed for.
  private static List<Choice> themes(Look look) {
    return look.may(OFFICE_SEE)
        ? look.all("listRoutes", Map.of(), Map.of()).stream()
            .map(route -> route.text("category"))
            .filter(category -> !category.equals("any"))
            .distinct()
            .sorted()
            .map(category -> new Choice(category, look.word(category)))
            .toList()
        : List.of();
  }
}
