package org.shiriki.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/// A line of the audit as it is chained.
///
/// @param previous the hash of the line before; empty for the first
record AuditLine(long number, AuditEntry entry, String previous, String hash) {
  /// The line that follows a hash.
  static AuditLine after(long number, AuditEntry entry, String previous) {
    return new AuditLine(number, entry, previous, hash(number, entry, previous));
  }

  /// Whether the line is as it was written.
  boolean sound() {
    return hash.equals(hash(number, entry, previous));
  }

  /// Whether this line comes right behind that one.
  boolean follows(AuditLine before) {
    return number == before.number + 1 && previous.equals(before.hash);
  }

  /// SHA-256 over the line's parts, each with its length before it, so that no two lines read
  /// alike. Lines of the house itself have no origin, nor had any line before there were accounts.
  private static String hash(long number, AuditEntry entry, String previous) {
    var canonical = new StringBuilder();
    for (var part :
        List.of(
            previous,
            Long.toString(number),
            entry.at().truncatedTo(ChronoUnit.MICROS).toString(),
            entry.actor(),
            entry.action(),
            entry.subject(),
            entry.detail())) {
      canonical.append(part.length()).append(':').append(part);
    }
    if (!entry.from().isEmpty()) {
      canonical.append(entry.from().length()).append(':').append(entry.from());
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(canonical.toString().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("Every Java has SHA-256", failure);
    }
  }
}
