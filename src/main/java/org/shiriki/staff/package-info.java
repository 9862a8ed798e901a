/// Those who work here, what they may, how they come in, and the account of what was done.
///
/// *What.* An [Account] belongs to an [Organisation] and has [Grant]s: a [Role], and the counties
/// and themes for which it holds. [Role] is the one table of rights; a [Scope] says where a right
/// holds, and what lies outside does not exist for the caller. People come in with a password and a
/// second factor ([SignIn], [SecondFactors]), their programs with a token ([Tokens]); both act as a
/// [Colleague]. [OwnPhones] keeps which phone is theirs. [Audit] is a list of lines that is only
/// ever added to. Each line holds the hash of the one before it, so a line that was changed, taken
/// out or slipped in shows; [Audit#firstBroken] names it.
///
/// *Why so.* What staff and the house's own jobs do to people's data has to be provable for six
/// years (Data Protection Act 2019, s. 25, 41 and the retention table in `config/retention.yaml`),
/// also against somebody with a hand on the database: the table refuses changes, and the chain
/// shows one that got past it. Who could rewrite the whole chain is caught by its last hash, which
/// the daily job writes to the log. A line holds no number, no name and none of a citizen's words:
/// counts and references. Wrong passwords are counted by person and address, so that nobody tries
/// them by the hundred and nobody locks another out for long. Whoever decides over people and their
/// data must have a second factor; before it is set up, their visit can do nothing else.
///
/// A phone is one's own once a code that came to it was given in; before that it may be a
/// stranger's, so it goes when the code is over, and an account is sent few codes in a day. Whether
/// a number wants no messages is told to its proven owner alone.
///
/// *Not here.* What is done (each room), how programs ask for it (room `api`), when lines are old
/// enough to go (room `upkeep`).
@org.jspecify.annotations.NullMarked
package org.shiriki.staff;
