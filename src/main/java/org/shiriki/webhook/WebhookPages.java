package org.shiriki.webhook;

import static org.shiriki.console.Page.Group.HOUSE;
import static org.shiriki.staff.Right.WEBHOOK_WRITE;

import java.util.List;
import java.util.Map;
import org.shiriki.console.Look;
import org.shiriki.console.Page;
import org.shiriki.console.Pages;
import org.shiriki.console.View;
import org.shiriki.dialogue.Text;

/// Webhooks in the browsers of staff: whom the house tells, and whether they heard.
public final class WebhookPages implements Pages {
  private static final Map<String, List<String>> LAST = Map.of("limit", List.of("25"));

  @Override
  public List<Page> pages() {
    return List.of(
        Page.listed(
            "/webhooks",
            WEBHOOK_WRITE,
            HOUSE,
            Text.of("Miunganisho", "Webhooks"),
            look -> View.of("webhook/webhooks.jte").with("page", look.list("listWebhooks"))),
        Page.of("/webhooks/:webhook", WEBHOOK_WRITE, WebhookPages::one));
  }

  private static View one(Look look) {
    var path = Map.of("webhook", look.path("webhook"));
    return View.of("webhook/webhook.jte")
        .with("webhook", look.ask("readWebhook", path))
        .with("deliveries", look.ask("listDeliveries", path, LAST))
        .with("attempts", look.ask("listAttempts", path, LAST));
  }
}
