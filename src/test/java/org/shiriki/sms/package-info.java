/// SMS under test.
@org.jspecify.annotations.NullMarked
package org.shiriki.sms;
