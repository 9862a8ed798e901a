package org.shiriki.office;

import static org.shiriki.console.Page.Group.HOUSE;
import static org.shiriki.staff.Right.OFFICE_SEE;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shiriki.console.Choice;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// Offices and routes in the browsers of staff: tables that are edited where they stand.
public final class OfficePages implements Pages {
  private final Supplier<Directory> directory;

  public OfficePages(Supplier<Directory> directory) {
    this.directory = directory;
  }

  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed("/offices", OFFICE_SEE, HOUSE, Text.of("Ofisi", "Offices"), OfficePages::all),
        Page.listed(
            "/routes", OFFICE_SEE, HOUSE, Text.of("Hoja zinakokwenda", "Routing"), this::routes));
  }

  private static View all(Look look) {
    return View.of("office/offices.jte")
        .with("page", look.list("listOffices", "county"))
        .with("offices", offices(look));
  }

  private View routes(Look look) {
    return View.of("office/routes.jte")
        .with("page", look.list("listRoutes", "county"))
        .with("offices", offices(look))
        .with("categories", categories(look));
  }

  private static List<Choice> offices(Look look) {
    return look.all("listOffices", Map.of(), Map.of()).stream()
        .map(office ->
            new Choice(office.text("id"), look.say(office.text("nameSw"), office.text("nameEn"))))
        .toList();
  }

  private List<Choice> categories(Look look) {
    return Stream.concat(
            Stream.of(new Choice("any", look.say("Zote nyingine", "All others"))),
            directory.get().categories().stream()
                .map(category -> new Choice(category.id(), look.say(category.title()))))
        .toList();
  }
}
