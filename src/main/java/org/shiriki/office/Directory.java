package org.shiriki.office;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who answers for what: the categories in the order of the menu, the offices, and the routes.
public record Directory(List<Category> categories, List<Office> offices, List<Route> routes) {
  /// In a route: every category, county or ward.
  public static final String ANY = "";

  public Directory {
    categories = List.copyOf(categories);
    offices = List.copyOf(offices);
    routes = List.copyOf(routes);
  }

  /// The days that an office has, counted from the filing: to look at a concern, to answer it, and
  /// until it goes one level up.
  public record Targets(int acknowledge, int answer, int escalate) {
    /// The figures that hold where nothing else is agreed.
    public static final Targets USUAL = new Targets(2, 14, 21);

    /// Whether each is at least a day, and none ends before the one before it.
    boolean inOrder() {
      return acknowledge >= 1 && acknowledge <= answer && answer <= escalate;
    }
  }

  /// Which office takes a category's concerns from a place.
  ///
  /// @param category its id, or [#ANY]
  /// @param county a county's code, or [#ANY]
  /// @param ward a ward's code, or [#ANY]
  public record Route(String category, String county, String ward, String office, Targets targets) {
    private boolean takes(String wanted, String fromCounty, String fromWard) {
      return fits(category, wanted) && fits(county, fromCounty) && fits(ward, fromWard);
    }

    private static boolean fits(String rule, String value) {
      return rule.equals(ANY) || rule.equals(value);
    }

    /// An office that is named for the category comes before one that is near and takes anything.
    private int closeness() {
      return (category.equals(ANY) ? 0 : 4)
          + (ward.equals(ANY) ? 0 : 2)
          + (county.equals(ANY) ? 0 : 1);
    }
  }

  /// The days that an office has for a category: those of its route, or the usual ones.
  public Targets targets(String office, String category) {
    return routes.stream()
        .filter(route -> route.office().equals(office))
        .filter(route -> Route.fits(route.category(), category))
        .max(Comparator.comparingInt(Route::closeness))
        .map(Route::targets)
        .orElse(Targets.USUAL);
  }

  /// The office one level up from another: the one that it names, else the desk of the county, else
  /// that of the whole country. Empty where there is none above.
  ///
  /// @param county where the concern is, or empty if that is not known
  public Optional<Office> above(String office, String county) {
    var named = office(office).map(Office::above).filter(above -> !above.isEmpty());
    return named.or(() -> desk(office, county)).flatMap(this::office);
  }

  private Optional<String> desk(String office, String county) {
    var wide = route(ANY, ANY, ANY).office();
    if (office.equals(wide)) {
      return Optional.empty();
    }
    var near = route(ANY, county, ANY).office();
    return Optional.of(near.equals(office) ? wide : near);
  }

  public Optional<Category> category(String id) {
    return categories.stream().filter(category -> category.id().equals(id)).findFirst();
  }

  public Optional<Office> office(String id) {
    return offices.stream().filter(office -> office.id().equals(id)).findFirst();
  }

  /// The closest route for a concern.
  ///
  /// @param county where it is, or empty if that is not known
  /// @param ward where it is, or empty if that is not known
  /// @throws IllegalStateException if not even a desk takes everything
  public Route route(String category, String county, String ward) {
    return routes.stream()
        .filter(route -> route.takes(category, county, ward))
        .max(Comparator.comparingInt(Route::closeness))
        .orElseThrow(() -> new IllegalStateException("No office takes " + category));
  }
}
