package org.shiriki.houserules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The house keeps its rules, and each rule catches who breaks it.
class HouseRulesTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(Rooms.HOUSE);
  private static final JavaClasses OFFENDERS =
      new ClassFileImporter().importPackages(Rooms.OFFENDERS);

  @TestFactory
  Stream<DynamicTest> the_house_keeps() {
    return HouseRules.all().stream()
        .map(rule -> dynamicTest(rule.name(), () -> rule.rule().check(HOUSE)));
  }

  @TestFactory
  Stream<DynamicTest> its_offender_is_caught() {
    return HouseRules.all().stream()
        .map(rule -> dynamicTest(rule.name(), () -> assertCaught(rule)));
  }

  private static void assertCaught(HouseRule rule) {
    var report = rule.rule().evaluate(OFFENDERS).getFailureReport();

    assertThat(report.getDetails()).anyMatch(detail -> detail.contains(rule.offender()));
  }

  @Test
  void the_rules_see_the_house_and_not_its_tests() {
    assertThat(HOUSE.contain("org.shiriki.dialogue.Dialogue")).isTrue();
    assertThat(HOUSE.contain("org.shiriki.dialogue.DialogueTest")).isFalse();
  }
}
