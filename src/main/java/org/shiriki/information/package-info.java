/// What people can read: topics of public life, and the numbers of help lines.
///
/// *What.* [Topic] is a text in pages of one screen each, [HelpLine] whom to call. [Topics] and
/// [HelpLines] keep them, [InformationScreens] shows them. What phones could not show of a topic
/// ([Topic#faults]) is told when a seed is read and when staff edit it.
///
/// *Why so.* Reading needs neither a name nor consent and costs no round trip to the database: all
/// that is shown is held in memory and read again when somebody edits it. Facts age, so a topic has
/// a day by which it must be reviewed, and is hidden from then on rather than left to mislead. What
/// must not lie about on a shared phone is never sent by SMS.
///
/// *Not here.* News that people ask to be told of (room `alert`).
@org.jspecify.annotations.NullMarked
package org.shiriki.information;
