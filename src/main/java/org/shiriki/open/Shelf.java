package org.shiriki.open;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// One kind of open data: `polls`.
///
/// @param name as in its address
/// @param all the list, of records that become JSON
/// @param one a thing by its id
/// @param rows the list as rows, their heading first
/// @param oneInRows a thing by its id as rows, their heading first
public record Shelf(
    String name,
    Supplier<? extends List<?>> all,
    Function<String, ? extends Optional<?>> one,
    Supplier<List<List<String>>> rows,
    Function<String, Optional<List<List<String>>>> oneInRows) {
  /// A kind of data that is read as a whole.
  public static Shelf list(
      String name, Supplier<? extends List<?>> all, Supplier<List<List<String>>> rows) {
    return new Shelf(name, all, _ -> Optional.empty(), rows, _ -> Optional.empty());
  }
}
