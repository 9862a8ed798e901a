package org.shiriki.office;

import static org.shiriki.console.Page.Group.HOUSE;
import static org.shiriki.staff.Right.OFFICE_SEE;

import java.util.List;
import java.util.Map;
import org.shiriki.console.Doc;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// Counties, constituencies and wards to look up, in the browsers of staff.
public final class PlacePages implements Pages {
  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed("/places", OFFICE_SEE, HOUSE, Text.of("Mahali", "Places"), PlacePages::places));
  }

  private static View places(Look look) {
    var county = look.query("county");
    var whole = county.isEmpty() && look.query("search").isEmpty();
    return View.of("office/places.jte")
        .with("counties", whole ? look.ask("listCounties") : Doc.NONE)
        .with(
            "constituencies",
            county.isEmpty()
                ? Doc.NONE
                : look.ask("listConstituencies", Map.of(), Map.of("county", List.of(county))))
        .with(
            "wards", whole ? Doc.NONE : look.list("listWards", "county", "constituency", "search"));
  }
}
