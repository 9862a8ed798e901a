/// Open data: what anybody may read, programs included, at `/open/v1/…`.
///
/// *What.* A [Shelf] is one kind of data, as JSON and as CSV; [OpenData] answers for all of them.
///
/// *Why so.* The door knows no feature: each brings its shelf as plain functions, and the boot puts
/// it up. What may be told is decided by the feature before it comes here. No cookie is set and no
/// caller is asked who they are; answers may be kept by whoever passes them on, but only for a
/// minute, since the law may silence a result from one day to the next.
///
/// *Not here.* What is hidden and why (the features).
@org.jspecify.annotations.NullMarked
package org.shiriki.open;
