/// Africa's Talking: the only room that knows the vendor.
///
/// *What.* [UssdCallbacks] takes what AT posts and answers as AT wants to be answered. [Form] reads
/// AT's bodies.
///
/// *Why so.* AT signs nothing and sends no secret, so the secret is part of the path, compared in
/// constant time, and a wrong one is a 404 like any other unknown path. Anything but `200` with
/// `CON ` or `END ` ends a citizen's session with an error of the carrier's, so content that we
/// dislike gets a decent `END`. Sources: AT's documentation and captured requests, November 2026.
///
/// *Not here.* What the answer is (room `ussd`).
@org.jspecify.annotations.NullMarked
package org.shiriki.africastalking;
