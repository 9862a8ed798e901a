/// What a fresh database begins with.
///
/// *What.* [SeedFile] reads a YAML file of `config/` into the records of a feature.
///
/// *Why so.* Such a file is written by hand, often by somebody who will not read a stack trace, so
/// everything that is wrong with it is told at once, with file and entry. Every field must be
/// written, so that nothing (whether a topic is sensitive, say) is decided by being forgotten.
///
/// *Not here.* What the entries mean and whether their words are right (each feature), and where
/// they are kept afterwards (its keeper, which takes a seed only while it is empty).
@org.jspecify.annotations.NullMarked
package org.shiriki.seed;
