/// The person on the line: language, ward, consent, and their rights over what we hold.
///
/// *What.* [Citizens] keeps them, [CitizenScreens] asks them. The screens that ask for a ward or
/// for consent carry the screen that they lead to, so any feature can put them in front of its own.
/// [DataScreens] is where people use their rights (Data Protection Act 2019, s. 26, 34, 36, 38,
/// 40), and [DataRequests] what staff have to fulfil for them within seven days.
///
/// *Why so.* Before consent (s. 32) a person is a keyed hash and a language; the number, whose
/// network it is on, a first name if one is given, and the ward are kept only after it. Leaving
/// everything is one transaction, `forget` and what each feature's [Parting] cuts, which happens
/// whole or not at all, and which can be said again:
///
/// | goes, at once | how |
/// | --- | --- |
/// | number, network, name, ward, language | the person's row |
/// | alerts, requests over data, and whatever references the row | by `on delete cascade` |
/// | what was typed and answered in sessions and by SMS; SMS, sent or waiting, and reports of their delivery | by triggers on the row |
/// | what leads from ballots to the person, in polls that are open | by the polls' [Parting] |
/// | the turn in which the person left | the door keeps nothing of it (`Sessions.forget`) |
///
/// | stays | why |
/// | --- | --- |
/// | concerns, without a reporter | their offices go on with them; nothing leads back to a person |
/// | ballots, under numbers that no key makes | they are counted; the mark that stops a second answer goes when the poll closes |
/// | consents, marked as withdrawn | proof (s. 32(1)); a keyed hash and no number |
/// | a report of delivery that comes after | three days at most, under the keyed hash: its message may yet be told |
/// | the stop mark (table `suppression`) | so that nobody writes to the person again |
///
/// Codes that led nowhere ([Guesses]: references and receipts that somebody tried) are kept for an
/// hour under a keyed hash of a purpose of its own, also of whoever leaves, so that leaving is no
/// way to try more.
///
/// The stop mark is a keyed hash of a purpose of its own: it joins none of the person's other rows.
/// It outlives consenting anew, and goes when the person asks for SMS: nobody is promised one while
/// it stands ([Citizens#unreachable]).
///
/// A room whose rows must go with a person references `citizen`, adds a trigger on it, or, where it
/// takes a key to find them, has a [Parting].
///
/// *Not here.* What a person reported, answered or subscribed to: each feature tells it through
/// [Holding], and ends what it sends through [Leaving].
@org.jspecify.annotations.NullMarked
package org.shiriki.citizen;
