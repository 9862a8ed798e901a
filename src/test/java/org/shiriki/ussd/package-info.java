/// The USSD door under test.
@org.jspecify.annotations.NullMarked
package org.shiriki.ussd;
