/// The audit under test.
@org.jspecify.annotations.NullMarked
package org.shiriki.staff;
