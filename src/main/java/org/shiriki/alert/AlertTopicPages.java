package org.shiriki.alert;

import static org.shiriki.console.Page.Group.TELL;
import static org.shiriki.staff.Right.CONTENT_SEE;
import static org.shiriki.staff.Right.CONTENT_WRITE;

import java.util.List;
import java.util.Map;
import org.shiriki.console.Doc;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// Topics of alerts in the browsers of staff.
public final class AlertTopicPages implements Pages {
  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/alert-topics",
            CONTENT_SEE,
            TELL,
            Text.of("Mada za arifa", "Alert topics"),
            AlertTopicPages::list),
        Page.of("/alert-topics/new", CONTENT_WRITE, _ -> View.of("alert/new.jte")),
        Page.of("/alert-topics/:topic", CONTENT_SEE, AlertTopicPages::sheet));
  }

  private static View list(Look look) {
    var page = look.list("listAlertTopics");
    var topics = page.items().stream().map(line -> topic(look, line.text("id"))).toList();
    return View.of("alert/list.jte").with("page", page).with("topics", topics);
  }

  private static View sheet(Look look) {
    return View.of("alert/sheet.jte").with("topic", topic(look, look.path("topic")));
  }

  private static Doc topic(Look look, String id) {
    return look.ask("getAlertTopic", Map.of("id", id));
  }
}
