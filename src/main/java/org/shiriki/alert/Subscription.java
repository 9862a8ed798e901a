package org.shiriki.alert;

/// A person's wish to be told of something.
///
/// @param topic the id of its topic
public record Subscription(String topic, Reach place) {}
