/// Words for many people.
///
/// *What.* A [Draft] is a text in each language, for an [Audience], of one purpose. [Broadcasts]
/// keeps it through its life ([Broadcast.Life]); [Mailings] makes the messages of a whole audience,
/// says beforehand how many they are and afterwards what became of each; [Recipients] lists these
/// one by one. [Rehearsal] sends it to one's own phone first. [Rounds] moves what is due on; what
/// leaves, leaves through room `sms`. [Estimate] is what a person looks at before they say yes.
///
/// *Why so.*
/// - Every step of a life is one statement that decides by the state that it finds, so two people,
///   two nodes or a repeated click cannot both take it; and its line of the audit is committed with
///   it.
/// - An audience is made by one statement, whole or not at all, a row a person. Whoever is skipped
///   has a row as well, in its last state, so the states always add up to the audience; when rows
///   go, with their person or by age, the database itself adds them to what is past.
/// - A row has neither number nor words: the number is the person's, read when the message is
///   claimed, and the words stand once for all who get the same. Place names are filled in per
///   ward.
/// - What can have changed since (a consent, an opt-out, the week's alerts, the day's money, the
///   broadcast's own state) is looked at again in the statement that lets a message go.
/// - Political messages keep to the rules of 2012 and 2017: they are vetted, name their speaker, go
///   to subscribers only, in Kiswahili and English only, and leave 48 hours after they were
///   submitted. The house allows them only if a setting says so.
/// - Numbers are sealed, so whose network each is on is kept beside it, as coarse as prices are: by
///   its prefix when the person agrees, and by the carrier's word once it says. Where nobody knows,
///   the dearest price counts, and the estimate says so.
/// - A first name is sealed like a number and filled in when its message is claimed; parts are
///   counted with the longest name that there can be, so no message is dearer than was said.
/// - A place concerns whoever chose it, all that it lies in, or any part of it: news for a county
///   reach those who chose one of its wards.
/// - Who asks why people were skipped needs rows, not people: a row has no number and no name, its
///   id holds within one broadcast, and its place is told only where ten or more share it
///   ([Whereabouts]).
///
/// *Not here.* Who may sign in and how a person types all this (room `staff`, the doors); sending
/// (room `sms`).
@org.jspecify.annotations.NullMarked
package org.shiriki.broadcast;
