/// Those who work here, and the account of what was done.
///
/// *What.* [Audit] is a list of lines that is only ever added to. Each line holds the hash of the
/// one before it, so a line that was changed, taken out or slipped in shows; [Audit#firstBroken]
/// names it.
///
/// *Why so.* What staff and the house's own jobs do to people's data has to be provable for six
/// years (Data Protection Act 2019, s. 25, 41 and the retention table in `config/retention.yaml`),
/// also against somebody with a hand on the database: the table refuses changes, and the chain
/// shows one that got past it. Who could rewrite the whole chain is caught by its last hash, which
/// the daily job writes to the log. A line holds no number, no name and none of a citizen's words:
/// counts and references.
///
/// *Not here.* What is done (each room), when lines are old enough to go (room `upkeep`).
@org.jspecify.annotations.NullMarked
package org.shiriki.staff;
