package org.shiriki.console;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shiriki.api.Inside;
import org.shiriki.api.Inside.Asker;
import org.shiriki.api.Problem;
import org.shiriki.place.Places;
import org.shiriki.staff.Colleague;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of staff's browsers.
public final class Console {
  /// Where all its pages are.
  public static final String PATH = "/console";

  private static final Logger LOG = LoggerFactory.getLogger(Console.class);
  private static final long LARGEST_FORM = 5L * 1024 * 1024;
  private static final String SENDING = "sending";
  private static final String FACTOR = PATH + "/second-factor";

  /// Everything comes from here, and nothing that stands in a page is run.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final Inside inside;
  private final List<Page> pages;
  private final Look.House house;
  private final Painter painter = new Painter();
  private final Deeds deeds;
  private final Sheets sheets;
  private final News news;
  private final InstantSource clock;

  public Console(Inside inside, List<Pages> rooms, Places places, News news, InstantSource clock) {
    this.inside = inside;
    this.pages =
        Stream.concat(Stream.of(new OwnPages(rooms, painter)), rooms.stream())
            .flatMap(room -> room.pages().stream())
            .toList();
    var schema = Schema.of(inside.contract());
    this.house = new Look.House(inside, schema, Lexicon.read(), places, new Menu(pages));
    this.deeds = new Deeds(inside, schema);
    this.sheets = new Sheets(inside);
    this.news = news;
    this.clock = clock;
  }

  /// Adds its pages to a router.
  public void mount(Router router) {
    Assets.mount(router);
    router.route(PATH + "*").handler(Console::guard);
    router.get(PATH + "/sign-in").handler(call -> show(call, View.of("console/sign-in.jte")));
    router.get(PATH + "/password").handler(call -> show(call, View.of("console/password.jte")));
    router.get(PATH + "/news").handler(call -> asSomebody(call, look -> news.listen(call, look)));
    router
        .get(PATH + "/sheet/:operation")
        .handler(
            call -> asSomebody(call, look -> sheets.send(call, asker(new Browser(call)), look)));
    router.post(PATH + "*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM));
    router.post(PATH + "/language").handler(Console::language);
    router.post(PATH + "/do/:operation").handler(this::act);
    pages.forEach(page -> router.get(PATH + page.path()).handler(call -> open(call, page)));
    router
        .get(PATH + "/*")
        .handler(call -> asSomebody(call, look -> refuse(call, look, Problem.missing())));
  }

  private static void guard(RoutingContext call) {
    call.response()
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        .putHeader("Cache-Control", "no-store");
    call.next();
  }

  private void open(RoutingContext call, Page page) {
    asSomebody(
        call,
        look -> {
          if (page.needs().isPresent() && !look.may(page.needs().get())) {
            refuse(call, look, Problem.forbidden(page.needs().get().name()));
            return;
          }
          paint(call, look, page.show().of(look));
        });
  }

  /// Does something for whoever is signed in; others are asked to sign in first, and who still has
  /// to set up their second factor does that; setting it up ends their visits, and its answer is
  /// still theirs.
  private void asSomebody(RoutingContext call, Consumer<Look> use) {
    var look = look(call);
    var unproven = look.colleague().filter(colleague -> colleague.within().isEmpty()).isPresent();
    var answered = look.sending().answer().isPresent() && call.normalizedPath().equals(FACTOR);
    if (!look.known() && !answered) {
      call.redirect(PATH + "/sign-in?next=" + encoded(look.here()));
    } else if (unproven && !call.normalizedPath().equals(FACTOR)) {
      call.redirect(FACTOR);
    } else {
      guarded(call, look, () -> use.accept(look));
    }
  }

  private void guarded(RoutingContext call, Look look, Runnable use) {
    try {
      use.run();
    } catch (Unshown failure) {
      refuse(call, look, failure.problem());
    } catch (RuntimeException failure) {
      LOG.atError()
          .addKeyValue("route", Objects.requireNonNull(call.currentRoute()).getPath())
          .setCause(failure)
          .log("A page of the console failed");
      if (!call.response().headWritten()) {
        var text = look.say("Kosa letu. Jaribu tena.", "Our mistake. Try again.");
        refuse(call, look, new Problem(500, "failed", text, "", List.of()));
      }
    }
  }

  private void show(RoutingContext call, View view) {
    var look = look(call);
    guarded(call, look, () -> paint(call, look, view));
  }

  private void refuse(RoutingContext call, Look look, Problem problem) {
    call.response().setStatusCode(problem.status());
    send(call, painter.paint(OwnPages.refused(problem), look));
  }

  private void paint(RoutingContext call, Look look, View view) {
    look.sending().problem().map(Problem::status).ifPresent(call.response()::setStatusCode);
    send(call, painter.paint(view, look));
  }

  private static void send(RoutingContext call, String html) {
    call.response().putHeader("Content-Type", "text/html; charset=utf-8").end(html);
  }

  private void act(RoutingContext call) {
    var browser = new Browser(call);
    var typed = browser.typed();
    if (browser.foreign()) {
      call.fail(403);
      return;
    }
    var deed = Deed.of(Objects.requireNonNull(call.pathParam("operation")), typed);
    if (!inside.knows(deed.operation())) {
      call.fail(404);
      return;
    }
    var visit = browser.visit();
    var from = browser.address();
    var caller = inside.visitor(visit, typed.first(Deed.CSRF).orElse(""), true, from);
    switch (end(deed, new Asker(caller, visit, from))) {
      case Deeds.End.Going going -> go(call, going);
      case Deeds.End.Again(var sending) -> {
        call.put(SENDING, sending);
        call.reroute(HttpMethod.GET, deed.page());
      }
      case Deeds.End.Unknown() -> keep(call, deed);
    }
  }

  /// What becomes of a form; where something fails here, it is shown again with all that was typed.
  private Deeds.End end(Deed deed, Asker asker) {
    var started = System.nanoTime();
    try {
      return deeds.does(deed, asker);
    } catch (RuntimeException failure) {
      LOG.atError()
          .addKeyValue("operation", deed.operation())
          .setCause(failure)
          .log("A form of the console failed");
      return deeds.failed(deed);
    } finally {
      LOG.atInfo()
          .addKeyValue("operation", deed.operation())
          .addKeyValue("account", asker.colleague().map(Colleague::account).orElse(""))
          .addKeyValue("ms", (System.nanoTime() - started) / 1_000_000)
          .log("The console asked");
    }
  }

  /// Somebody who is signed out by now loses nothing that they typed: in another visit they press
  /// once more, and without one they see their words and sign in beside them.
  private void keep(RoutingContext call, Deed deed) {
    var look = look(call);
    if (look.known()) {
      call.put(SENDING, deeds.anew(deed));
      call.reroute(HttpMethod.GET, deed.page());
      return;
    }
    guarded(
        call,
        look,
        () -> {
          call.response().setStatusCode(401);
          paint(call, look, View.of("console/kept.jte").with("words", deed.typed().words()));
        });
  }

  private static void go(RoutingContext call, Deeds.End.Going going) {
    going.visit().ifPresent(call.response()::addCookie);
    if (going.visit().isEmpty()) {
      new Browser(call).did(going.operation());
    }
    call.response().setStatusCode(303).putHeader("Location", going.address()).end();
  }

  private static void language(RoutingContext call) {
    new Browser(call)
        .speaks(Objects.requireNonNullElse(call.request().getFormAttribute("language"), ""));
    var back = Deed.inside(call.request().getFormAttribute("back"));
    call.response().setStatusCode(303).putHeader("Location", back).end();
  }

  private Look look(RoutingContext call) {
    var browser = new Browser(call);
    var asker = asker(browser);
    var done = browser.done();
    Sending sending = call.get(SENDING);
    return new Look(
        house,
        new Look.Request(
            asker,
            inside.csrf(asker.visit()),
            browser.language(),
            call.normalizedPath(),
            call.pathParams(),
            browser.query(),
            Objects.requireNonNullElse(sending, Sending.NONE),
            sending == null ? done : "",
            browser.origin(),
            clock.instant()));
  }

  private Asker asker(Browser browser) {
    var visit = browser.visit();
    var from = browser.address();
    return new Asker(inside.visitor(visit, "", false, from), visit, from);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
