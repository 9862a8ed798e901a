/// Numbers and words kept from everyone who need not see them.
///
/// *What.* A [Phone] is a person's number, and never prints itself. [PhoneKey] is what the rest of
/// the system knows a person by: a keyed hash, useless without the key. [Vault] seals and opens
/// what is kept at rest. [Keys] is the key set behind both.
///
/// *Why so.* Kenya has some sixty million possible mobile numbers, so an unkeyed hash of a number
/// is the number. Sealing binds a text to the row that it belongs to, so that a sealed value cannot
/// be moved to another person's row. Keys are added and never edited: the newest seals, all open.
///
/// *Not here.* Consent and people's rights (room `citizen`).
@org.jspecify.annotations.NullMarked
package org.shiriki.privacy;
