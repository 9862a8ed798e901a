package org.shiriki.rights;

import static org.shiriki.console.Page.Group.CARE;
import static org.shiriki.staff.Right.REQUEST_HANDLE;

import java.util.List;
import java.util.Map;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.Tile;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// What citizens ask about their data, in the browsers of staff, with the clock of seven days.
public final class DataRequestPages implements Pages {
  private static final Map<String, List<String>> OPEN =
      Map.of("state", List.of("OPEN"), "limit", List.of("500"));

  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/data-requests",
            REQUEST_HANDLE,
            CARE,
            Text.of("Maombi ya data", "Data requests"),
            look ->
                View.of("rights/requests.jte")
                    .with("page", look.list("listDataRequests", "state", "kind"))),
        Page.of("/data-requests/:request", REQUEST_HANDLE, DataRequestPages::one));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(
        new Tile(
            REQUEST_HANDLE,
            look ->
                View.of("rights/waiting.jte")
                    .with("open", look.ask("listDataRequests", Map.of(), OPEN).items())));
  }

  private static View one(Look look) {
    return View.of("rights/request.jte")
        .with("opened", look.ask("readDataRequest", Map.of("request", look.path("request"))));
  }
}
