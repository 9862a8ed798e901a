/// Offices: who answers for what, and by when.
///
/// *What.* A [Category] is what a concern is about, an [Office] is who takes it, and the
/// [Directory] holds both with the routes between them: which office takes a category's concerns
/// from a place, in how many days it owes a look and an answer, and after how many the concern goes
/// one level up. [Offices] keeps them with their versions; [OfficeApi] is where staff change them.
///
/// *Why so.* Phones ask the directory at every report, so every node holds it in memory, and reads
/// it again when any node has changed it. `config/concerns.yaml` only fills an empty database.
///
/// *Not here.* What becomes of a concern (room `concern`), where a ward is (room `place`).
@org.jspecify.annotations.NullMarked
package org.shiriki.office;
