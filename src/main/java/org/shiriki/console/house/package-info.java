/// The console's pages for the house itself.
///
/// *What*: accounts and organisations, the audit, retention and holds, and the settings.
///
/// *Why so*: what they show belongs to the ground of the house, which knows no pages; so they stand
/// with the console, and ask the contract as every page does.
///
/// *Not here*: the pages of features, which each feature brings.
@org.jspecify.annotations.NullMarked
package org.shiriki.console.house;
