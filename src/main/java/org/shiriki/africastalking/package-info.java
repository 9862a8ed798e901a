/// Africa's Talking: the only room that knows the vendor.
///
/// *What.* [UssdCallbacks] takes what AT posts and answers as AT wants to be answered. [Form] reads
/// AT's bodies. [SmsCallbacks] takes what people write. [SmsClient] hands SMS over, [SendAnswer]
/// knows the table of AT's codes, and [ReportCallbacks] takes what AT tells of them later.
///
/// *Why so.* AT signs nothing and sends no secret, so the secret is part of the path, compared in
/// constant time, and a wrong one is a 404 like any other unknown path. Anything but `200` with
/// `CON ` or `END ` ends a citizen's session with an error of the carrier's, so content that we
/// dislike gets a decent `END`. Sources: AT's documentation and captured requests, November 2026.
///
/// A request to send that is refused comes back as `201` with an empty list, a number that wants no
/// messages as a code beside its name; so the status decides least. AT promises no idempotency for
/// SMS, and its own SDK was seen to send twice when a kept connection dropped; so nothing is sent
/// again here. The keep-alive is shorter than AT's, lest a request goes into a connection that is
/// being closed. The bulk endpoint serves requests that name many people and a sender, outside the
/// sandbox; the classic form serves all others.
///
/// *Not here.* What the answer is (room `ussd`); when and to whom SMS leave (room `sms`).
@org.jspecify.annotations.NullMarked
package org.shiriki.africastalking;
