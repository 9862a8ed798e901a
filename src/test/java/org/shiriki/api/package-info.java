/// Tries of the door of staff.
@org.jspecify.annotations.NullMarked
package org.shiriki.api;
