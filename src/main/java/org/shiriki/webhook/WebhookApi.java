package org.shiriki.webhook;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Problem;
import org.shiriki.api.Reply;

/// Webhooks, for those who run the house everywhere: what is told comes from everywhere.
public final class WebhookApi implements Api {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final Webhooks webhooks;
  private final boolean development;

  /// @param development whether this machine may be told too
  public WebhookApi(Webhooks webhooks, boolean development) {
    this.webhooks = webhooks;
    this.development = development;
  }

  private record Body(String url, String note, List<Kind> events, boolean active) {
    Webhook webhook(UUID id, Call call) {
      return Webhook.of(id, url, note, events.stream().distinct().toList(), active, call.at());
    }
  }

  /// What is shown once.
  private record Secret(String secret) {
    @Override
    public String toString() {
      return "Secret[…]";
    }
  }

  private record Queued(UUID event) {}

  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listWebhooks", Api.everywhere(this::list),
        "createWebhook", Api.everywhere(this::create),
        "readWebhook", Api.everywhere(this::read),
        "changeWebhook", Api.everywhere(this::change),
        "deleteWebhook", Api.everywhere(this::delete),
        "makeWebhookSecret", Api.everywhere(this::secret),
        "testWebhook", Api.everywhere(this::test),
        "listDeliveries", Api.everywhere(this::deliveries),
        "listAttempts", Api.everywhere(this::attempts));
  }

  private Reply list(Call call) {
    var after = call.after(1).map(List::getFirst).map(WebhookApi::id).orElse(null);
    var page = webhooks.all(after, call.limit());
    var next = page.size() < call.limit() ? "" : Cursor.of(page.getLast().id());
    return new Reply.Rows(page, next);
  }

  private Reply create(Call call) {
    var wish = call.body(Body.class).webhook(call.id(), call);
    if (Target.parse(wish.url(), development).isEmpty()) {
      return unusable();
    }
    var made = webhooks.add(wish, call.did("webhook.added", subject(wish.id()), told(wish)));
    return Reply.created("/webhooks/" + made.id(), made, made.version());
  }

  private static Reply unusable() {
    return Reply.unacceptable(
        "The address is none that can be told.",
        new Problem.Fault("/url", "Use https, with a name, and without a password in it."));
  }

  private Reply read(Call call) {
    return webhooks
        .find(id(call))
        .map(webhook -> Reply.item(webhook, webhook.version()))
        .orElseGet(Reply::missing);
  }

  private Reply change(Call call) {
    var wish = call.body(Body.class).webhook(id(call), call);
    var before = webhooks.find(wish.id());
    if (before.isEmpty()) {
      return Reply.missing();
    }
    if (Target.parse(wish.url(), development).isEmpty()) {
      return unusable();
    }
    var detail = told(before.get()) + " > " + told(wish);
    return webhooks
        .change(wish, call.expected(), call.did("webhook.changed", subject(wish.id()), detail))
        .map(changed -> Reply.item(changed, changed.version()))
        .orElseGet(Reply::stale);
  }

  private Reply delete(Call call) {
    var id = id(call);
    return webhooks.remove(id, call.did("webhook.removed", subject(id), ""))
        ? Reply.done()
        : Reply.missing();
  }

  private Reply secret(Call call) {
    var id = id(call);
    return webhooks
        .secret(id, call.at(), call.did("webhook.secret-made", subject(id), ""))
        .map(secret -> Reply.item(new Secret(secret)))
        .orElseGet(Reply::missing);
  }

  private Reply test(Call call) {
    var id = id(call);
    return webhooks.test(id, call.id(), call.at(), call.did("webhook.tested", subject(id), ""))
        ? Reply.created("/webhooks/" + id + "/deliveries", new Queued(call.id()), Reply.NONE)
        : Reply.missing();
  }

  private Reply deliveries(Call call) {
    var id = id(call);
    return webhooks.find(id).isEmpty()
        ? Reply.missing()
        : page(call, webhooks.deliveries(id, before(call), call.limit()), Webhooks.Line::number);
  }

  private Reply attempts(Call call) {
    var id = id(call);
    return webhooks.find(id).isEmpty()
        ? Reply.missing()
        : page(call, webhooks.attempts(id, before(call), call.limit()), Webhooks.Attempt::number);
  }

  private static <T> Reply page(Call call, List<T> rows, ToLongFunction<T> number) {
    var full = rows.size() == call.limit();
    return new Reply.Rows(rows, full ? Cursor.of(number.applyAsLong(rows.getLast())) : "");
  }

  private static long before(Call call) {
    return call.after(1)
        .map(List::getFirst)
        .filter(word -> NUMBER.matcher(word).matches())
        .map(Long::valueOf)
        .orElse(Long.MAX_VALUE);
  }

  /// The contract lets through what looks like one.
  private static UUID id(Call call) {
    return id(call.path("webhook"));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      return new UUID(0, 0);
    }
  }

  private static String subject(UUID id) {
    return "webhook/" + id;
  }

  /// The address itself may hold a word that opens something, so it is not written down.
  private static String told(Webhook webhook) {
    return String.join(",", webhook.events().stream().map(Kind::name).toList())
        + (webhook.active() ? "" : " inactive");
  }
}
