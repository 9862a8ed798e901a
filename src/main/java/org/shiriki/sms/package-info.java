/// Words by SMS.
///
/// *What.* [Outbox] takes messages for people; they leave by the carrier in lanes, replies before
/// bulk.
///
/// *Why so.* A message is a row, written before anybody is told that it will come, so it survives
/// whatever happens next. A key of the writer's choice makes the same message once, however often
/// it is asked for.
///
/// *Not here.* What is said and to whom (the features), the carrier's wire (room `africastalking`).
@org.jspecify.annotations.NullMarked
package org.shiriki.sms;
