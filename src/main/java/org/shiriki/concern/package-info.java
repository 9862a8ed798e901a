/// Concerns: what is wrong in a ward, told to the office that answers for it, and followed.
///
/// *What.* A [Draft] grows on the screens of [ConcernScreens] and is filed with [Concerns], which
/// gives its [Reference]. The directory (room `office`) says which office takes it and by when it
/// owes an answer. [Progress] is what its reporter sees of it from then on, and [Replies] what an
/// office wrote that no SMS has brought. [Voices] are those to whom an open concern matters too,
/// [Verdicts] what people say of one that was closed, [Pins] what guards a person's own reports on
/// a shared phone.
///
/// *Why so.* A draft has its id before a word is typed, so sending it twice files it once. A
/// reference is random and checks itself: it cannot be guessed from another, and a slip of the
/// thumb is told from an unknown one. A report without a name keeps no trace of the caller; the
/// reference is the only way to it. A concern's text is never shown again on a phone, which may be
/// shared: only where it stands.
///
/// A report that tells of danger is taken over before it is filed ([DangerWatch]).
///
/// *At the desk.* Staff read concerns in the [Docket] and move them on at the [Desk]. A [Move] is a
/// rule: from a [Matter] as it stands it makes an [Outcome], which is kept with its line in the
/// audit and told to those whom it concerns, all in one transaction. What was promised and not kept
/// goes one level up by the same rules ([Escalation]). A duplicate keeps its reference and its
/// people, and shows where the concern stands that it is merged into.
///
/// *Not here.* Danger and violence (room `safety`), offices and routes (room `office`), help lines
/// (room `information`).
@org.jspecify.annotations.NullMarked
package org.shiriki.concern;
