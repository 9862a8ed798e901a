/// Words by SMS, in and out.
///
/// *What, in.* [SmsDoor] answers what people write: [Inbox] keeps it until then, [Vocabulary]
/// understands its words, a feature's [Keywords] say to which screen they lead, and the dialogue
/// plays it, one message a screen, for a day.
///
/// *What, out.* [Outbox] takes messages for people. [Dispatcher] empties it, one on every node: it
/// claims what is due, hands it to the [Carrier], and keeps what the carrier says; [Reports] keeps
/// what the carrier tells later. [State] draws the ways of a message, [Purpose] knows its hours,
/// [Segments] its price.
///
/// *Why so.*
/// - What comes in is kept before the carrier hears that we have it, under the carrier's own id,
///   and one letter of a person is in hand at a time. Its answer and where the conversation then
///   stands are one statement, so a letter that is answered again after a crash does nothing twice,
///   and a person is never a screen behind what they were told. A letter is given out five times at
///   most, counted when it is given out: it may be what its nodes died of.
/// - By SMS every question more is an hour more, so an option is chosen by its number, its name or
///   a plain yes, and what is known is not asked.
/// - Words that ask to be left alone are looked for first and by nobody's leave; words of danger
///   next, before a feature hears them. What the screens keep private is told by no SMS.
/// - A message is a row, written before anybody is told that it will come, so it survives whatever
///   happens next. A key of the writer's choice makes the same message once, however often it is
///   asked for.
/// - A carrier gives no way to send the same request twice and be charged once. So a request is
///   handed over at most once: what may have left and was not answered is UNKNOWN, and stays so
///   until its report comes or a person decides. What surely did not leave goes back.
/// - A claim is a lease and [Dispatches#begin] its fence: a node that slept through its lease may
///   not send, and all that can change (opt-out, consent, age, the day's budget) is looked at in
///   the very statement that lets a message go. Between the two nothing is done with a message but
///   to open its number and group it, so none can be what its nodes die of; after it none is given
///   out again.
/// - Each lane has a loop of its own, and bulk leaves a tenth of the pace free, so that a reply
///   never waits for a broadcast. A carrier in trouble is left alone and then tried with one
///   message.
/// - Reports are believed in any order. One that names an unknown message waits; if its person has
///   one message alone whose answer was lost, it is that one's.
/// - An answer to a person's own SMS goes even to who left, because it is how they hear that they
///   did; nothing else does.
/// - The pace and the rest are each node's own: with more nodes, give each its share.
///
/// *Not here.* What is said and to whom (the features), the carrier's wire (room `africastalking`).
@org.jspecify.annotations.NullMarked
package org.shiriki.sms;
