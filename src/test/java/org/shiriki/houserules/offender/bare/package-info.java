/// A room that does not say that its types are not null.
@org.jspecify.annotations.NullUnmarked
package org.shiriki.houserules.offender.bare;
