/// What staff do about people's rights over their data (Data Protection Act 2019, s. 26, 38, 40).
///
/// *What.* People ask on their phones (room `citizen`); [RequestDesk] is where staff find what was
/// asked, answer it within seven days, and [RequestWatch] what flags the rest. [DataRequestApi] is
/// its face for programs.
///
/// *Why so.* Whoever handles a request sees counts, until they make the copy that the person asked
/// for, and then says why; each look is a line in the audit, in the transaction that opens it.
/// Erasing is the same transaction as on the phone, together with the line and with what is left of
/// the request: its reference and its dates, which lead to nobody. A person under a legal hold is
/// not erased here.
///
/// *Not here.* What is held (each feature tells by its [org.shiriki.citizen.Holding] and hands out
/// by its [org.shiriki.citizen.Copies]). Cases of safety: they are kept under a number and a word
/// that only the person knows, so nothing leads from a person to theirs.
@org.jspecify.annotations.NullMarked
package org.shiriki.rights;
