package org.shiriki.houserules.offender.simulator;

/// The vendor's other side, which only the boot may know.
public record SimulatedCarrier(String networkCode) {}
