package org.shiriki.open;

import static org.shiriki.dialogue.Language.ENGLISH;
import static org.shiriki.dialogue.Language.KISWAHILI;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shiriki.console.Doc;

/// What anybody sees at `/`: how to take part, what was asked, and what became of it. All that it
/// shows is open data; it sets no cookie.
public final class FrontPage {
  /// Everything comes from here, and nothing that stands in a page is run.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Map<String, Shelf> shelves;
  private final String code;
  private final boolean simulated;

  /// Makes the page.
  ///
  /// @param code what people dial
  /// @param simulated whether there are phones to try it on in the browser
  public FrontPage(List<Shelf> shelves, String code, boolean simulated) {
    this.shelves = shelves.stream().collect(Collectors.toMap(Shelf::name, Function.identity()));
    this.code = code;
    this.simulated = simulated;
  }

  /// Adds it to a router.
  public void mount(Router router) {
    router.get("/").handler(this::front);
    router.get("/polls/:poll").handler(this::poll);
  }

  private void front(RoutingContext call) {
    var values = new HashMap<String, Object>();
    values.put("code", code);
    values.put("simulated", simulated);
    values.put("polls", docs("open-polls"));
    values.put("results", docs("polls").stream().limit(3).map(this::result).toList());
    values.put("concerns", docs("concerns"));
    values.put("stories", docs("stories"));
    tell(call, "open/front.jte", values);
  }

  private void poll(RoutingContext call) {
    var found = shelf("polls").one().apply(String.valueOf(call.pathParam("poll")));
    if (found.isEmpty()) {
      call.fail(404);
      return;
    }
    var values = new HashMap<String, Object>();
    values.put("poll", doc(found.get()));
    tell(call, "open/poll.jte", values);
  }

  private Doc result(Doc line) {
    return shelf("polls").one().apply(line.text("id")).map(FrontPage::doc).orElse(line);
  }

  private List<Doc> docs(String shelf) {
    return shelf(shelf).all().get().stream().map(FrontPage::doc).toList();
  }

  private Shelf shelf(String name) {
    var shelf = shelves.get(name);
    if (shelf == null) {
      throw new IllegalArgumentException("There is no shelf " + name);
    }
    return shelf;
  }

  private static Doc doc(Object value) {
    return Doc.of(OpenData.tree(value));
  }

  private void tell(RoutingContext call, String template, Map<String, Object> values) {
    var english = "en".equals(call.request().getParam("lang"));
    values.put("reader", new Reader(english ? ENGLISH : KISWAHILI, call.normalizedPath()));
    var html = new StringOutput();
    engine.render(template, values, html);
    call.response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "public, max-age=60")
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .end(html.toString());
  }
}
