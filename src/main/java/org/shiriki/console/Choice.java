package org.shiriki.console;

/// One of several values that a person chooses from.
public record Choice(String value, String label) {}
