package org.shiriki.pg;

/// A statement: its short name in metrics and failures (`poll.vote`), and its text. A constant
/// beside its use.
public record Sql(String name, String text) {}
