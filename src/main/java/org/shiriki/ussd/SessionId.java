package org.shiriki.ussd;

/// The carrier's name for one dialling, such as `ATUid_` and 32 hexadecimal digits.
public record SessionId(String text) {}
