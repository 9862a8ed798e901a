/// The engine of a conversation by keys: what a phone shows, and where an answer leads.
///
/// *What.* A [Screen] is a record of all that was said so far. A feature's [Screens] turn it into a
/// [View]: a text and options, each with the [Step] that it leads to. [Layout] makes one [Page] of
/// at most 160 septets of it. A [Conversation] is a stack of screens; [Dialogue] plays one answer
/// on it.
///
/// *Why so.* The engine is plain Java: no HTTP, no SQL, no vendor, so a conversation is tested as a
/// page of text and can be stored, read back and resumed anywhere. A view and its options are made
/// in one place, so what is shown and what a key does cannot differ. A screen that lists what can
/// change (polls, topics) carries the list that it showed.
///
/// *Not here.* Who the caller is and what is kept (rooms `ussd`, `citizen`), what is talked about
/// (the features).
@org.jspecify.annotations.NullMarked
package org.shiriki.dialogue;
