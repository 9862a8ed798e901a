package org.shiriki;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.shiriki.citizen.Ticket;
import org.shiriki.concern.Reference;
import org.shiriki.dialogue.HouseScreen;
import org.shiriki.dialogue.Screen;
import org.shiriki.safety.CaseNumber;

/// One of each kind: a record of any family, filled with something.
///
/// A value that is not made of anything, such as a reference, has its line in `PLAIN`.
final class Samples {
  private static final Map<Type, Object> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, Town.SHELLA),
          Map.entry(int.class, 7),
          Map.entry(Integer.class, 7),
          Map.entry(long.class, 7L),
          Map.entry(Long.class, 7L),
          Map.entry(boolean.class, true),
          Map.entry(Instant.class, Town.MORNING.plusNanos(1_000)),
          Map.entry(LocalDate.class, LocalDate.of(2026, 11, 21)),
          Map.entry(Duration.class, Duration.ofMinutes(10)),
          Map.entry(Reference.class, new Reference("R5FF83Y")),
          Map.entry(Ticket.class, new Ticket("0000000")),
          Map.entry(CaseNumber.class, Town.CASE_NUMBER),
          Map.entry(UUID.class, new UUID(7, 7)),
          Map.entry(Screen.class, new HouseScreen.MainMenu()));

  private Samples() {}

  /// The records of a sealed family, however deep.
  static Stream<Class<?>> records(Class<?> family) {
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses()).flatMap(Samples::records)
        : Stream.of(family);
  }

  static Object of(Type type) {
    if (PLAIN.containsKey(type)) {
      return PLAIN.get(type);
    }
    return switch (type) {
      case ParameterizedType list when list.getRawType() == List.class ->
          List.of(of(list.getActualTypeArguments()[0]));
      case Class<?> values when values.isEnum() -> values.getEnumConstants()[0];
      case Class<?> family when family.isSealed() -> of(records(family).findFirst().orElseThrow());
      case Class<?> made when made.isRecord() -> filled(made);
      default -> throw new IllegalArgumentException("No sample yet of " + type);
    };
  }

  private static Object filled(Class<?> made) {
    var components = made.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values = Arrays.stream(components).map(part -> of(part.getGenericType())).toArray();
    try {
      var constructor = made.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalArgumentException("No sample of " + made, failure);
    }
  }
}
