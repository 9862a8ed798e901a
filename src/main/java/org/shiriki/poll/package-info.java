/// Opinion polls: what people of a place think, asked on the phone and counted once each.
///
/// *What.* A [Poll] asks one to five [Question]s of an [Audience] while it is open. [Polls] keeps
/// them and counts a person's [Ballot]. [Closing] seals what is over: a [Seal] is the [Tally], the
/// [Receipt]s and a hash. [Publication] decides what of it is told, and never without its [Method].
///
/// *What is protected when.* A ballot has a number, and who answered has a stub under another mark:
/// both are keyed hashes under the poll's own [PollKey], which the vault seals and which is kept in
/// a table that holds no choice.
/// - While a poll is open: who holds the database without the key set cannot tell whose a ballot
///   is, by any column. The order of rows, and their transaction numbers, tell when a ballot came:
///   for today's only, since ballots are written anew in random order once a day. Who holds
///   database and key set can tell whose a ballot is; a change of mind needs it.
/// - When a person leaves everything: their ballots get numbers that no key makes, and their stubs
///   stay, so that what they said counts and they cannot say more. Without the key set nothing
///   tells who left. With it, a ballot that no stub leads to is of one of those who left the same
///   poll; of a poll that one person left, it is theirs, until the poll is sealed.
/// - When a poll is sealed: one transaction keeps counts and receipts and deletes every ballot and
///   the key. Counts of each question are all that is left of the choices, so nothing can be joined
///   to anything; the receipts stand in the order of the alphabet. The key's table is then written
///   anew and the ballots' vacuumed, so that what was deleted is not left in its pages.
/// - Out of our hands: a backup or a log of the database from before, together with the key set of
///   that time; it has to be destroyed by its own date. And the door's sealed copy of a dialogue,
///   keys pressed included, which is kept for `ussd.keep-hours`, a day: who holds the key set can
///   read a dialogue until then.
///
/// *Why so.* A receipt is made from the mark, so it is the same until the close and stands nowhere;
/// a keyed hash of it in the stub keeps it from being given twice. It is listed without the choice,
/// since one that shows the choice could be sold. Counts under 10 are hidden together with what
/// would give them away ([Suppression]). No screen carries what was chosen: screens are stored
/// beside a caller. Place is not kept with a ballot, so there is no count by place to subtract
/// from. The database's own keys decide that one mark has one choice for a question; whether the
/// poll is open is decided in the statement that counts. "Opinion", never "vote": an election is
/// something else, and a poll says so first (Publication of Electoral Opinion Polls Act 2012, Cap.
/// 7B: results come with sponsor, period and population, and not in the days of [Blackout]).
///
/// *Not here.* The ward and consent (room `citizen`); the way of open data (room `open`).
@org.jspecify.annotations.NullMarked
package org.shiriki.poll;
