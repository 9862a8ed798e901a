/// Classes that break the rules of the house, to see the rules fail.
@org.jspecify.annotations.NullMarked
package org.shiriki.houserules.offender.safety;
