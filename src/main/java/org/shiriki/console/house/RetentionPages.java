package org.shiriki.console.house;

import static org.shiriki.console.Page.Group.CARE;
import static org.shiriki.staff.Right.RETENTION_HANDLE;

import java.util.List;
import java.util.Map;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// How long records are kept, and what must stay.
public final class RetentionPages implements Pages {
  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/retention",
            RETENTION_HANDLE,
            CARE,
            Text.of("Muda wa data", "Retention"),
            RetentionPages::rules),
        Page.of("/retention/:rule", RETENTION_HANDLE, RetentionPages::rule),
        Page.listed(
            "/holds",
            RETENTION_HANDLE,
            CARE,
            Text.of("Vizuizi vya kufuta", "Legal holds"),
            RetentionPages::holds));
  }

  private static View rules(Look look) {
    return View.of("house/retention.jte").with("page", look.ask("listRetentionRules"));
  }

  private static View rule(Look look) {
    var path = Map.of("rule", look.path("rule"));
    return View.of("house/rule.jte")
        .with("rule", look.ask("readRetentionRule", path))
        .with("changes", look.ask("listRetentionChanges", path));
  }

  private static View holds(Look look) {
    return View.of("house/holds.jte").with("page", look.list("listHolds"));
  }
}
