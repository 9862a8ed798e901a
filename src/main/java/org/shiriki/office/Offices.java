package org.shiriki.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Call;
import org.shiriki.api.Reply;
import org.shiriki.office.Directory.Route;

/// Keeps offices and routes with their versions, as staff change them. What is done and its line in
/// the audit are kept together; every node's [Directory] follows.
public interface Offices {
  /// A value with how often it was changed.
  record Kept<T>(T value, long version) {}

  /// Offices by their ids.
  ///
  /// @param counties only those of these counties and those of the whole country; none stands for
  ///   all
  /// @param after the last one of the page before; null for the first page
  List<Kept<Office>> offices(List<String> counties, @Nullable String after, int limit);

  /// Routes by category, county and ward.
  ///
  /// @param after the last one of the page before: its category, county and ward; null for the
  ///   first page
  List<Kept<Route>> routes(List<String> counties, @Nullable List<String> after, int limit);

  /// Adds an office; the same one again adds nothing.
  Reply add(Call call, Office office);

  /// Changes an office.
  Reply change(Call call, Office office);

  /// Removes an office that has no concern and no route.
  Reply remove(Call call, String id);

  /// Adds a route; the same one again adds nothing.
  Reply add(Call call, Route route);

  /// Changes which office a route leads to, and in how many days.
  Reply change(Call call, Route route);

  /// Removes a route; never the one that takes everything.
  Reply remove(Call call, String category, String county, String ward);
}
