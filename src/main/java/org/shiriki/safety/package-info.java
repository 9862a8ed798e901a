/// Safety: what people tell in confidence, and the numbers that help at once.
///
/// *What.* [SafetyScreens] shows [Hotlines] before it asks anything, then takes a [Story] with the
/// person's own [Safeguards], and files it with [Cases]. [DangerWords] finds ordinary reports that
/// belong here. Only a [CaseWorker] who is named on a case reads it, and each reading is kept;
/// [Handling] is where staff do so, and where handlers are named by people who read nothing.
///
/// *Why so.* Whoever tells of violence may be hurt by the telling (do-no-harm rules): so nothing in
/// a case leads to a person unless they ask to be contacted, nothing is sent by SMS, no screen
/// names what a case is about, and a redial does not show that anybody was here. Below eighteen
/// nothing is kept at all (Data Protection Act 2019, s. 33). Of violent groups nothing is taken but
/// a count: reports of suspects profile people.
///
/// *Not here.* Ordinary reports (room `concern`), the list of help lines (room `information`), who
/// the staff are (room `staff`).
@org.jspecify.annotations.NullMarked
package org.shiriki.safety;
