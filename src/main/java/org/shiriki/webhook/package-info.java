/// Telling other people's programs what happens here.
///
/// *What.* A [Webhook] is an address that is told of some [Kind]s of events. What it is told is a
/// [Delivery], signed ([Signature]) with secrets that only it and we know. [Deliverer] hands them
/// over; [Deliveries] keeps what is to be handed over and what came of it.
///
/// *Why so.*
/// - Deliveries are queued by triggers of the database on the tables in which things happen
///   (`concern_event`, `poll_seal`): in the same transaction, whichever room or node writes the
///   row, and no room has to remember it. Sensitive cases lie in other tables, so none can leave.
/// - What is told leads to nobody: a reference, a category, a county, a status, times. No text, no
///   number, no name, no ward. Of a report without a name only the day is kept; it is told when
///   that day is over, because the moment of the telling would be its time.
/// - A delivery is a claim with a lease, fenced by its count of attempts. A node that dies leaves
///   it to another, so a receiver may hear of an event twice, and knows it by its id. No order is
///   promised.
/// - Receivers are not ours: an address is looked up by us and refused if it leads into our own
///   network, and the connection goes to the very address that was looked at. Redirects are not
///   followed, answers are not read, and one that is slow holds up nobody but itself.
/// - Secrets are shown once, by the operation that makes them, and never by the one that makes the
///   webhook: its answer is kept for a day to be repeated.
///
/// *Not here.* What happens (each room).
@org.jspecify.annotations.NullMarked
package org.shiriki.webhook;
