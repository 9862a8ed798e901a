/// Words by SMS, in and out.
///
/// *What.* [Inbox] keeps what people write until [SmsDoor] has answered it: [Vocabulary] hears what
/// the words ask for, a feature's [Keywords] give the screen that they lead to, and the talk goes
/// on as a call would. [Outbox] takes messages for people; they leave by the carrier in lanes,
/// replies before bulk.
///
/// *Why so.* By SMS every question more is an hour more, so an option is chosen by its number, its
/// name or a plain yes, and what is known is not asked. What nothing understands is kept as a
/// draft. A letter is a row, and in hand of one node at a time; its answer is kept before the
/// letter is marked as answered, under a key made of the letter's id, so that a node may die
/// anywhere between and the person still hears it once. A message is a row, written before anybody
/// is told that it will come, so it survives whatever happens next. A key of the writer's choice
/// makes the same message once, however often it is asked for.
///
/// *Not here.* What is said and to whom (the features), the carrier's wire (room `africastalking`).
@org.jspecify.annotations.NullMarked
package org.shiriki.sms;
