package org.shiriki.dialogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every feature's face, found by the screens that it knows.
final class Rooms {
  private final List<Screens<?>> features;
  private final Map<Class<?>, Room<?>> rooms = new HashMap<>();

  private record Room<S extends Screen>(Screens<S> screens) {
    View show(Screen screen, Turn turn) {
      return screens.show(screens.family().cast(screen), turn);
    }

    Screen arrive(Screen screen, Turn turn) {
      return screens.arrive(screens.family().cast(screen), turn);
    }
  }

  Rooms(List<Screens<?>> features) {
    this.features = List.copyOf(features);
    features.forEach(this::add);
  }

  private <S extends Screen> void add(Screens<S> feature) {
    var room = new Room<>(feature);
    ScreenJson.records(feature.family()).forEach(screen -> rooms.put(screen, room));
  }

  /// What a screen shows.
  View show(Screen screen, Turn turn) {
    return of(screen).show(screen, turn);
  }

  /// The screen to which a person comes who is sent to this one.
  Screen arrive(Screen screen, Turn turn) {
    return of(screen).arrive(screen, turn);
  }

  /// The question that waits for a person, of the first feature that has one.
  Optional<Screen> waiting(Turn turn) {
    return features.stream().flatMap(feature -> feature.waiting(turn).stream()).findFirst();
  }

  private Room<?> of(Screen screen) {
    var room = rooms.get(screen.getClass());
    if (room == null) {
      throw new IllegalStateException("No room shows " + screen.getClass().getName());
    }
    return room;
  }
}
