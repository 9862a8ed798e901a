/// The person on the line: language, ward, consent, and their rights over what we hold.
///
/// *What.* [Citizens] keeps them, [CitizenScreens] asks them. The screens that ask for a ward or
/// for consent carry the screen that they lead to, so any feature can put them in front of its own.
///
/// *Why so.* Before consent (Data Protection Act 2019, s. 32) a person is a keyed hash and a
/// language; the number and the ward are kept only after it. Leaving deletes one row, and what hung
/// on it goes or becomes anonymous by the database's own rules. Consents are proof (s. 32(1)) and
/// outlive the row, without a number.
///
/// *Not here.* What a person reported, answered or subscribed to: each feature tells it through
/// [Holding].
@org.jspecify.annotations.NullMarked
package org.shiriki.citizen;
