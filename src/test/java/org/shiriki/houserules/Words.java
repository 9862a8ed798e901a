package org.shiriki.houserules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// What the rules ask for beyond ArchUnit's own words.
final class Words {
  private Words() {}

  /// To be declared in a package that says @NullMarked.
  static ArchCondition<JavaClass> beNullMarked() {
    return condition(
        "be in a package that is @NullMarked",
        (type, events) ->
            events.add(
                new SimpleConditionEvent(
                    type,
                    type.getPackage().isAnnotatedWith(NullMarked.class),
                    type.getName() + " is in a package without @NullMarked")));
  }

  /// To have a word in its own name or in the names of its fields and methods.
  static ArchCondition<JavaClass> contain(String word) {
    return condition(
        "contain " + word,
        (type, events) ->
            Stream.concat(Stream.of(type.getName()), names(type))
                .filter(name -> name.matches(word))
                .forEach(name ->
                    events.add(
                        SimpleConditionEvent.satisfied(type, type.getName() + ": " + name))));
  }

  private static Stream<String> names(JavaClass type) {
    return type.getMembers().stream().map(JavaMember::getName);
  }

  /// To depend on a class of one of these rooms that is not its own.
  ///
  /// @param free the one among them that anybody may know
  static ArchCondition<JavaClass> knowAnother(Set<String> rooms, String... free) {
    return condition(
        "know another of " + rooms,
        (type, events) ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(known -> {
                  var room = Rooms.of(known.getTargetClass());
                  return rooms.contains(room)
                      && !List.of(free).contains(room)
                      && !room.equals(Rooms.of(type));
                })
                .forEach(known ->
                    events.add(SimpleConditionEvent.satisfied(type, known.getDescription()))));
  }

  private static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, ConditionEvents> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check.accept(type, events);
      }
    };
  }
}
