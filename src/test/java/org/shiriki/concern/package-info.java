/// What: the promises of the concerns' keeper, kept in memory and in PostgreSQL, and reports made
/// on a phone.
///
/// Why so: [Call] plays the real screens and reads them back from JSON before each answer, as a
/// node would that has just started.
///
/// Not here: the carrier's wire.
@org.jspecify.annotations.NullMarked
package org.shiriki.concern;
