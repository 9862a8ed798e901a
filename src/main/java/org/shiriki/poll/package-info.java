/// Opinion polls: what people of a place think, asked on the phone and counted once each.
///
/// *What.* A [Poll] asks one to five [Question]s of an [Audience] while it is open. [Polls] keeps
/// them and counts a person's [Ballot]; a [Tally] of a closed poll is shown with its [Method] line.
///
/// *Why so.* Who answered and what was answered are two tables. A person is in the first as a
/// [Mark], a keyed hash of their number and this poll alone, so marks of two polls cannot be
/// matched; the second knows neither person nor time, only a random ballot. What joins the two is
/// the ballot's number beside the mark, and it is there only so that an answer can be changed until
/// the close. For the same reason no screen carries what was chosen: screens are stored beside a
/// caller. The database's own keys decide that one mark has one ballot and a ballot one choice for
/// a question; whether the poll is open is decided in the statement that counts. "Opinion", never
/// "vote": an election is something else, and a poll says so first (Publication of Electoral
/// Opinion Polls Act 2012: results come with sponsor, period and population).
///
/// *Not here.* The ward and consent (room `citizen`). Destroying the link at the close, receipts
/// and the hiding of small counts come with the secret ballot.
@org.jspecify.annotations.NullMarked
package org.shiriki.poll;
