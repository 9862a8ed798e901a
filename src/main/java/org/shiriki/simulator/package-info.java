/// What: Africa's Talking from the other side. Simulated phones dial the gateway over the carrier's
/// own wire, get its end-of-session notices sent and write SMS to it; the carrier's sending API
/// takes the gateway's SMS, puts them in the phones' inboxes and reports how they fared; some
/// numbers are refused or fare badly ([Refusal], [Delivery]), and [SendingFaults] makes the API
/// itself misbehave. A page at `/simulator` shows two of the phones, a JSON API drives any number
/// of them, and `TerminalPhone` is one in a terminal.
///
/// Why so: the gateway is built, shown, taught and tested on a laptop, without an account, a public
/// address or money, and cannot tell the difference. The bytes are those of requests captured from
/// the real carrier, so that what works here works there. A phone's line is one immutable value
/// that is swapped, never locked, because a lock held while waiting for the gateway would stall
/// every other phone. What the real carrier is not known to do is left out.
///
/// Not here: anything that knows what the gateway says or keeps; the client that speaks to the real
/// carrier; authentication, for this room is mounted only where the carrier is `simulator`.
@NullMarked
package org.shiriki.simulator;

import org.jspecify.annotations.NullMarked;
