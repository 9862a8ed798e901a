package org.shiriki.houserules.offender.ussd;

/// A door's word, which a feature and the ground peek at. It is one of the vendor's, too.
public record Callback(String linkId) {}
