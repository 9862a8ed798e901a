/// What people can read: topics of public life, and the numbers of help lines.
///
/// *What.* [Topic] is a text in pages of one screen each, [HelpLine] whom to call. [Topics] and
/// [HelpLines] keep them, [InformationScreens] shows them. What phones could not show of a topic
/// ([Topic#faults]) is told when a seed is read and when staff edit it. To staff a topic is a
/// [Folder] of [Edition]s, a help line a [Posting]; [InformationApi] is their way to them.
///
/// *Why so.* Reading needs neither a name nor consent and costs no round trip to the database: all
/// that is shown is held in memory and read again when somebody edits it. Facts age, so a topic has
/// a day by which it must be reviewed, and is hidden from then on rather than left to mislead. What
/// must not lie about on a shared phone is never sent by SMS.
///
/// Every edition of a topic stays and none changes; the topic points at the one that phones show,
/// so publishing, taking back and returning to older words are one step each. What phones will show
/// is told before, by the screens that will show it ([TopicProof]). Other numbers of a help line
/// have to be tested anew, and a line that screens for people in danger name cannot be removed.
///
/// *Not here.* News that people ask to be told of (room `alert`).
@org.jspecify.annotations.NullMarked
package org.shiriki.information;
