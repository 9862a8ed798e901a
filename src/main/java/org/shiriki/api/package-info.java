/// The door of staff and their programs: `/api/v1`, contract first.
///
/// *What.* [Contract] is one OpenAPI 3.1 document, put together from the resources `api/*.yaml`:
/// the house's part and one for each room. A room's [Api] answers its operations: a [Call] comes in
/// as a plain value and a [Reply] goes out. [ApiDoor] does what all operations have in common: who
/// calls and whether they may (`x-right`), validation, `If-Match`, `Idempotency-Key`, rates, CSV,
/// and problems (RFC 9457).
///
/// *Why so.* What every operation must have cannot be forgotten by one of them: the contract names
/// the right, and the door asks for it before a room hears of the call. Rooms stay plain Java and
/// are tried without HTTP.
///
/// *Not here.* What is done (each room's `…Api`), who staff are (room `staff`).
@org.jspecify.annotations.NullMarked
package org.shiriki.api;
