package org.shiriki.houserules.offender.alert;

/// What another feature and a door peek at.
public record Siren(String words) {}
