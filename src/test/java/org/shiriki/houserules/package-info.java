/// The rules of the house, kept by tests.
///
/// *What.* [HouseRules] is the list; every rule stands there beside the class that breaks it.
///
/// *Why so.* A rule that nobody has seen fail proves nothing, so each has its offender below
/// `offender`, and a test that the rule catches it.
///
/// *Not here.* Format, nullness and plain mistakes: the formatter and the compiler see to those.
@org.jspecify.annotations.NullMarked
package org.shiriki.houserules;
