package org.shiriki.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shiriki.staff.Audit;
import org.shiriki.staff.Audit.Filter;
import org.shiriki.staff.Audit.Numbered;

/// The account of what was done, for those who look after it.
public final class AuditApi implements Api {
  private final Audit audit;

  public AuditApi(Audit audit) {
    this.audit = audit;
  }

  private record Line(
      long number,
      Instant at,
      String actor,
      String action,
      String subject,
      String detail,
      String from) {
    static Line of(Numbered line) {
      var entry = line.entry();
      return new Line(
          line.number(),
          entry.at(),
          entry.actor(),
          entry.action(),
          entry.subject(),
          entry.detail(),
          entry.from());
    }
  }

  /// Whether the chain holds.
  ///
  /// @param firstBroken the number of the first line that is not as it was written, or does not
  ///   follow the one before
  /// @param head the hash of the last line
  private record Verified(boolean sound, @Nullable Long firstBroken, String head) {}

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listAudit", Api.everywhere(this::list),
        "verifyAudit", Api.everywhere(_ -> Reply.item(verified())));
  }

  private Reply list(Call call) {
    var filter =
        new Filter(
            call.query("from").map(Instant::parse).orElse(Instant.EPOCH),
            call.query("until").map(Instant::parse).orElse(Instant.parse("9999-01-01T00:00:00Z")),
            call.query("actor").orElse(""),
            call.query("action").orElse(""),
            call.query("subject").orElse(""));
    var after = call.after(1).map(List::getFirst).map(Long::valueOf).orElse(0L);
    var lines = audit.lines(filter, after, call.limit()).stream().map(Line::of).toList();
    var next = lines.size() < call.limit() ? "" : Cursor.of(lines.getLast().number());
    return new Reply.Rows(lines, next);
  }

  private Verified verified() {
    var broken = audit.firstBroken();
    return new Verified(
        broken.isEmpty(), broken.isPresent() ? broken.getAsLong() : null, audit.head());
  }
}
