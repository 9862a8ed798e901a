/// The vendor's wire under test.
@org.jspecify.annotations.NullMarked
package org.shiriki.africastalking;
