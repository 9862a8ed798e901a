/// Where people live: counties, constituencies and wards, under their IEBC codes.
///
/// *What.* [Places] is the whole country in memory, read at start from `config/places.csv` (1,450
/// wards) and `config/place-spellings.csv` (other spellings in use). [Residence] is what a person
/// has said of their ward.
///
/// *Why so.* A ward's name is no key (there are two Shellas and two Mkomanis on the coast), so
/// everything is kept by code. "I do not know" is an answer, not a gap. Counties are ordered as the
/// IEBC numbers them, which puts the coast first.
///
/// *Not here.* Screens (room `citizen` asks for the ward). Offices and who answers for what (room
/// `concern`).
@org.jspecify.annotations.NullMarked
package org.shiriki.place;
