/// Opinion polls: what people of a place think, asked on the phone and counted once each.
///
/// *What.* A [Poll] asks one to five [Question]s of an [Audience] while it is open. [Polls] keeps
/// them and counts a person's [Ballot]. [Closing] seals what is over: a [Seal] is the [Tally], the
/// [Breakdown], the [Receipt]s and a hash. [Publication] decides what of it is told, and never
/// without its [Method]. To staff a poll is a [Dossier] with a life; [Dossiers] keeps it,
/// [PollLint] reads it before people do, [PollApi] is their way to it.
///
/// *What is protected when.* A ballot has a number, and who answered has a stub under another mark:
/// both are keyed hashes under the poll's own [PollKey], which the vault seals and which is kept in
/// a table that holds no choice.
/// - While a poll is open: who holds the database without the key set cannot tell whose a ballot
///   is, by any column. The order of rows, and their transaction numbers, tell when a ballot came:
///   for today's only, since ballots are written anew in random order once a day. Who holds
///   database and key set can tell whose a ballot is; a change of mind needs it.
/// - Where a ballot came from, a county and a language, stands beside each choice, sealed under the
///   poll's own key and otherwise in every row. Without the key set it tells nothing; with it,
///   whose a ballot is could be told in any case.
/// - When a person leaves everything: their ballots get numbers that no key makes and no place, and
///   their stubs stay, so that what they said counts and they cannot say more. Without the key set
///   nothing tells who left. With it, a ballot that no stub leads to is of one of those who left
///   the same poll; of a poll that one person left, it is theirs, until the poll is sealed.
/// - When a poll is sealed: one transaction keeps counts, breakdown and receipts and deletes every
///   ballot and the key. Counts of each question are all that is left of the choices, and of how
///   groups answered a table in which no number and no difference of numbers is under ten; so
///   nothing can be joined to anything; the receipts stand in the order of the alphabet. The key's
///   table is then written anew and the ballots' vacuumed, so that what was deleted is not left in
///   its pages.
/// - Out of our hands: a backup or a log of the database from before, together with the key set of
///   that time; it has to be destroyed by its own date. And the door's sealed copy of a dialogue,
///   keys pressed included, which is kept for `ussd.keep-hours`, a day: who holds the key set can
///   read a dialogue until then.
///
/// *Why so.* A receipt is made from the mark, so it is the same until the close and stands nowhere;
/// a keyed hash of it in the stub keeps it from being given twice. It is listed without the choice,
/// since one that shows the choice could be sold. Counts under 10 are hidden together with what
/// would give them away ([Suppression]). No screen carries what was chosen: screens are stored
/// beside a caller. The database's own keys decide that one mark has one choice for a question;
/// whether the poll is open is decided in the statement that counts. "Opinion", never "vote": an
/// election is something else, and a poll says so first (Publication of Electoral Opinion Polls Act
/// 2012, Cap. 7B: results come with sponsor, period and population, and not in the days of
/// [Blackout]).
///
/// *Why a breakdown, and why so.* Results by county and language were left undecided at first,
/// since a choice beside a place is somebody's choice wherever few live or few answer: in a county
/// where one person speaks English to us, the row itself would tell. Hiding small numbers only when
/// results are read would leave that row in the database while the poll is open. So the cell is
/// sealed, nobody counts by it before the poll is sealed, and what is then kept was made safe
/// before the rows are gone: groups are merged rather than cells hidden, because of merged groups
/// nothing is left to be inferred. It costs detail: a county in which fewer than ten gave one of
/// the answers is told together with others. Counties and languages are never crossed. Staff see no
/// more than that, and of an open poll only how many answered, in tens, since two looks at a
/// running count are one person's answer.
///
/// *Why a life.* What staff decide is kept (draft, scheduled, withdrawn, published); open and
/// closed follow from the clock, so no round has to be in time and no two nodes can disagree. Each
/// step names the version that it changes. What a poll asks is fixed once it has opened; it can be
/// closed early, by another person than its author, so that nobody ends a poll while they like how
/// it stands. Nothing is published before it is sealed, without its [MethodBox], or in the silent
/// days. Whom people would vote for is not asked unless the setting `polls.candidates` says so.
///
/// *Not here.* The ward and consent (room `citizen`); the way of open data (room `open`).
@org.jspecify.annotations.NullMarked
package org.shiriki.poll;
