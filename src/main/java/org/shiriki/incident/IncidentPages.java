package org.shiriki.incident;

import static org.shiriki.console.Page.Group.CARE;
import static org.shiriki.staff.Right.INCIDENT_HANDLE;

import java.util.List;
import java.util.Map;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.Tile;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// The register of incidents in the browsers of staff, with the clock of the law.
public final class IncidentPages implements Pages {
  private static final Map<String, List<String>> OPEN = Map.of("open", List.of("true"));

  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/incidents",
            INCIDENT_HANDLE,
            CARE,
            Text.of("Matukio ya data", "Incidents"),
            look ->
                View.of("incident/incidents.jte").with("page", look.list("listIncidents", "open"))),
        Page.of("/incidents/:incident", INCIDENT_HANDLE, IncidentPages::one));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(
        new Tile(
            INCIDENT_HANDLE,
            look ->
                View.of("incident/waiting.jte")
                    .with("open", look.ask("listIncidents", Map.of(), OPEN).items())));
  }

  private static View one(Look look) {
    if (!look.path("incident").matches("[0-9]{1,9}")) {
      throw look.missing();
    }
    var path = Map.of("incident", look.path("incident"));
    return View.of("incident/incident.jte")
        .with("incident", look.ask("readIncident", path))
        .with("versions", look.ask("listIncidentVersions", path));
  }
}
