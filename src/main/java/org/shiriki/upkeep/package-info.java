/// What the house does for itself at night: it lets go of what is old, and seals anew what an old
/// key sealed.
///
/// *What.* A [Rule] of `config/retention.yaml` says how long a kind of record is kept, a [Keepsake]
/// which rows those are; [PgRetention] removes them once a day, on one node, and adds up what it
/// removed in the audit. [Periods] keeps what was changed of the periods, within what the law
/// allows, and [Holds] what must not go for now. A [SealedColumn] says where sealed texts are;
/// [PgRotation] seals them with the newest key while traffic goes on.
///
/// *Why so.* Personal data is kept no longer than needed (Data Protection Act 2019, s. 39;
/// Regulations 2021, reg. 19), and nobody remembers to delete by hand. Rows under a legal hold are
/// left out in one place, so no room can forget it. Every step is a small transaction that can be
/// done again, so a killed node loses nothing and repeats nothing.
///
/// *Not here.* Which rows are whose: each room registers its own. Deleting a person at their wish
/// is immediate and the database's (room `citizen`).
@org.jspecify.annotations.NullMarked
package org.shiriki.upkeep;
