package org.shiriki.houserules;

import com.tngtech.archunit.lang.ArchRule;

/// A rule of the house.
///
/// @param name what it asks for, as a sentence
/// @param offender a class that breaks it
record HouseRule(String name, ArchRule rule, String offender) {
  HouseRule(String name, ArchRule rule, String offender) {
    this.name = name;
    this.rule = rule.as(name).allowEmptyShould(true);
    this.offender = offender;
  }
}
