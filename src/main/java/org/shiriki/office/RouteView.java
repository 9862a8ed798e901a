package org.shiriki.office;

import org.shiriki.office.Directory.Route;
import org.shiriki.office.Offices.Kept;

/// A route as the API shows it: one line. Where it holds for any, it says so.
public record RouteView(
    String category,
    String county,
    String ward,
    String office,
    int acknowledgeDays,
    int answerDays,
    int escalateDays,
    long version) {
  /// In the API: every category, county or ward.
  static final String ANY = "any";

  static RouteView of(Kept<Route> kept) {
    var route = kept.value();
    var days = route.targets();
    return new RouteView(
        shown(route.category()),
        shown(route.county()),
        shown(route.ward()),
        route.office(),
        days.acknowledge(),
        days.answer(),
        days.escalate(),
        kept.version());
  }

  /// Where the API has a route.
  static String path(Route route) {
    return "/routes/%s/%s/%s"
        .formatted(shown(route.category()), shown(route.county()), shown(route.ward()));
  }

  /// Whether it takes what no other route takes.
  static boolean takesAll(Route route) {
    return route.category().equals(Directory.ANY)
        && route.county().equals(Directory.ANY)
        && route.ward().equals(Directory.ANY);
  }

  /// A word of the API as routes have it.
  static String meant(String word) {
    return word.equals(ANY) ? Directory.ANY : word;
  }

  private static String shown(String part) {
    return part.equals(Directory.ANY) ? ANY : part;
  }
}
