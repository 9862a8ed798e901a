package org.shiriki.ussd;

import java.time.Duration;

/// How long things may take.
///
/// @param session how long a carrier's session lives; a later hop is treated as a redial
/// @param idle how long a person may take over an answer; a later hop is treated as a redial, and
///   the session counts as dropped
/// @param resume for how long a redial may go on with what was broken off
/// @param patience after how long a person gets a truthful last word instead of an answer
/// @param keep how long turns are kept
public record UssdLimits(
    Duration session, Duration idle, Duration resume, Duration patience, Duration keep) {}
