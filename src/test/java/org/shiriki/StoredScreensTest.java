package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shiriki.dialogue.Screen;

/// Every screen of every room is stored and read back as it was.
class StoredScreensTest {
  private final TestHouse house = new TestHouse();

  @TestFactory
  Stream<DynamicTest> a_stored_screen_is_read_back_as_it_was() {
    return house.everyRoom().stream()
        .flatMap(room -> Samples.records(room.family()))
        .map(screen ->
            dynamicTest(screen.getName(), () -> assertReadBack((Screen) Samples.of(screen))));
  }

  private void assertReadBack(Screen screen) {
    assertThat(house.json().read(house.json().write(screen), Screen.class)).contains(screen);
  }
}
