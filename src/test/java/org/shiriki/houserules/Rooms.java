package org.shiriki.houserules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rooms of the house. The offenders live in rooms of the same names.
final class Rooms {
  static final String HOUSE = "org.shiriki";
  static final String OFFENDERS = HOUSE + ".houserules.offender";

  static final Set<String> FEATURES =
      Set.of(
          "citizen",
          "office",
          "information",
          "concern",
          "poll",
          "alert",
          "safety",
          "broadcast",
          "job",
          "webhook",
          "rights",
          "incident",
          "statistics",
          "phrase",
          "notice");
  static final Set<String> DOORS =
      Set.of("ussd", "sms", "africastalking", "simulator", "api", "console", "open");
  static final Set<String> GROUND =
      Set.of("dialogue", "place", "privacy", "pg", "seed", "staff", "upkeep", "web");

  /// The rooms that know the carrier's wire.
  static final Set<String> VENDOR = Set.of("africastalking", "simulator");

  private Rooms() {}

  /// The room that a class is in; empty for the boot, and for everybody else's classes.
  static String of(JavaClass type) {
    return Stream.of(OFFENDERS, HOUSE)
        .filter(house -> type.getPackageName().startsWith(house + '.'))
        .map(house -> type.getPackageName().substring(house.length() + 1))
        .map(path -> path.split("\\.", 2)[0])
        .findFirst()
        .orElse("");
  }

  /// Those in one of these rooms.
  static DescribedPredicate<JavaClass> in(Set<String> rooms) {
    return DescribedPredicate.describe(
        "in " + rooms.stream().sorted().collect(Collectors.joining(", ")),
        type -> rooms.contains(of(type)));
  }

  /// Those whose outermost type is named so.
  static DescribedPredicate<JavaClass> named(String... patterns) {
    return DescribedPredicate.describe(
        "named " + String.join(" or ", patterns),
        type -> Arrays.stream(patterns).anyMatch(outermost(type)::matches));
  }

  private static String outermost(JavaClass type) {
    return type.getName().substring(type.getPackageName().length() + 1).split("\\$", 2)[0];
  }

  /// One slice a room.
  static SliceAssignment each() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return of(type).isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(of(type));
      }

      @Override
      public String getDescription() {
        return "rooms";
      }
    };
  }
}
