/// HTTP plumbing that every door shares.
///
/// *What.* [WebServer] listens and hands requests to a router on virtual threads; [Vitals] answers
/// for health and metrics; [Problems] words what went wrong (RFC 9457).
///
/// *Why so.* Liveness is asked through every verticle that answers citizens: one that stalls must
/// not look alive because another answers.
///
/// *Not here.* Any path of a door or a feature.
@org.jspecify.annotations.NullMarked
package org.shiriki.web;
