@org.jspecify.annotations.NullMarked
package org.shiriki.incident;
