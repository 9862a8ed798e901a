/// What: how a conversation on a basic phone is laid out; here only the alphabet of its screens.
///
/// Why so: a screen is measured in septets of the GSM 7-bit alphabet, not in letters.
///
/// Not here: anything that knows of HTTP, SQL or a carrier.
@NullMarked
package org.shiriki.dialogue;

import org.jspecify.annotations.NullMarked;
