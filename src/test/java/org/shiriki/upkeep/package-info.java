/// The house's own jobs under test.
@org.jspecify.annotations.NullMarked
package org.shiriki.upkeep;
