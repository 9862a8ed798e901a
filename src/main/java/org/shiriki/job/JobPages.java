package org.shiriki.job;

import static org.shiriki.console.Page.Group.CARE;
import static org.shiriki.staff.Right.STATISTICS_SEE;

import java.util.List;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.Tile;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// The house's jobs in the browsers of staff: how the last run of each ended, and when the next is.
public final class JobPages implements Pages {
  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/jobs", STATISTICS_SEE, CARE, Text.of("Kazi za mfumo", "Jobs"), JobPages::list));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(
        new Tile(
            STATISTICS_SEE,
            look -> View.of("job/waiting.jte").with("jobs", look.ask("listJobs").items())));
  }

  private static View list(Look look) {
    return View.of("job/jobs.jte").with("page", look.ask("listJobs"));
  }
}
