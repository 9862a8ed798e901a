/// The USSD door: how a key press travels.
///
/// *What.* A [Hop] comes in with the whole text so far; [UssdDoor] watches the clock while [Turns]
/// takes its tail, finds the [Session], asks the dialogue, keeps the turn and gives back an
/// [Answer].
///
/// *Why so.* The carrier repeats itself, so a session remembers what it answered to which text, and
/// the same hop gets the same bytes and does nothing twice. A turn that a person would miss is
/// committed before it is shown; the rest follows in batches, because the carrier's text, which
/// only ever grows, closes the gap. Turns are appended: the last one is the session. What is kept
/// first for a text is what every node answers to it; only where the person was told something else
/// in the meantime, that the service is slow, is it amended.
///
/// Who breaks off in the middle of a report and agreed to be written to gets one SMS a day at most
/// ([Reminders]): soon, so that what they typed is still kept; in neutral words, because others may
/// read it; never after a session in which something stayed private. That nobody came back is
/// looked at twice, when it is queued and in the statement that lets it go. A node that is down for
/// that minute reminds nobody, which costs a person a hint and no more.
///
/// *Not here.* The vendor's wire (room `africastalking`); what is said (the features).
@org.jspecify.annotations.NullMarked
package org.shiriki.ussd;
