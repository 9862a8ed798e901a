/// Words that staff have ready for citizens, such as who will come and when, each in both
/// languages.
///
/// *What.* [Phrases] keeps them, [PhraseApi] is their face for programs, [PhrasePages] in browsers.
///
/// *Why so.* The same answer goes out many times a day; written once and read by others it is
/// short, polite and right in both languages. It is only where a letter begins: whoever sends it
/// reads it, and what is sent is checked as any other.
///
/// *Not here.* Sending anything (room `concern`), what the gateway says of itself (its screens).
@org.jspecify.annotations.NullMarked
package org.shiriki.phrase;
