/// The register of incidents: what went wrong with people's data, and what was done about it.
///
/// *What.* An [Incident] is opened when somebody finds out; [Incidents] keeps every version of it.
/// From the discovery runs the clock of the law: 72 hours to the Data Commissioner, 48 hours to the
/// house whose people they are where we act for another (Data Protection Act 2019, s. 43).
/// [IncidentWatch] warns before and after.
///
/// *Why so.* The Commissioner may ask who knew what when, so nothing is ever changed: a change is a
/// version more, and the versions' key decides whose it is. An incident that was never notified is
/// closed only with the reason why nobody had to be told. It tells of people by number and kind of
/// data, and refuses a phone number in its words.
///
/// *Not here.* Who the people are (each room), and the proof of what was done (room `staff`).
@org.jspecify.annotations.NullMarked
package org.shiriki.incident;
