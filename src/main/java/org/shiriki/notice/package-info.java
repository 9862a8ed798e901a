/// What needs somebody's look: things of the house whose day has come.
///
/// *What.* A [Notice] says that a thing is to be looked at by a day: that a topic's review is due,
/// or that a help line's numbers were tested long ago. [Reviews] looks once a day what is due
/// within two weeks, and the [Noticeboard] keeps a notice of each, once for a thing and its day.
/// [NoticeApi] shows staff what needs them now, and [NoticeWatch] counts it for operators.
///
/// *Why so.* What is due is a view of the database (`review`) over the tables of the rooms whose
/// things they are, so a new kind of thing is a line there and a [Notice.Kind], and no room knows
/// this one. A notice whose thing was reviewed, changed or withdrawn is not open any more from that
/// moment on; the next look settles it. It stays as a line of what was due when. Who may see a kind
/// of thing, where it is, sees the notices of it: there is no right to notices alone.
///
/// *Not here.* The reviews themselves (each room), clocks that the law sets (rooms `rights` and
/// `incident`).
@org.jspecify.annotations.NullMarked
package org.shiriki.notice;
