@org.jspecify.annotations.NullMarked
package org.shiriki.webhook;
