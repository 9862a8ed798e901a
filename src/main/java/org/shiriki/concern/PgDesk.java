package org.shiriki.concern;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Call;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;
import org.shiriki.concern.Outcome.Change;
import org.shiriki.concern.Outcome.Happening;
import org.shiriki.concern.Outcome.Refused;
import org.shiriki.office.Directory;
import org.shiriki.pg.Database;
import org.shiriki.pg.Transaction;
import org.shiriki.privacy.Vault;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;
import org.shiriki.staff.Right;
import org.shiriki.staff.Role;
import org.shiriki.staff.Scope;

/// The desk in PostgreSQL. A concern is locked while it is moved, so that what a rule saw still
/// holds when it is kept; statements stand in [DeskSql].
public final class PgDesk implements Desk {
  private static final String[] SEERS =
      Arrays.stream(Role.values())
          .filter(role -> role.rights().contains(Right.CONCERN_SEE))
          .map(Role::name)
          .toArray(String[]::new);
  private static final String[] SEERS_OF_REFERRED =
      Arrays.stream(Role.values())
          .filter(role -> role.onlyReferred(Right.CONCERN_SEE))
          .map(Role::name)
          .toArray(String[]::new);

  private final Database database;
  private final Vault vault;
  private final PgAudit audit;
  private final Supplier<Directory> directory;

  public PgDesk(Database database, Vault vault, Supplier<Directory> directory) {
    this.database = database;
    this.vault = vault;
    this.audit = new PgAudit(database);
    this.directory = directory;
  }

  @Override
  public Reply act(Call call, Reference reference, Move move) {
    return database.transaction(transaction ->
        lock(transaction, call.scope(), reference).stream()
            .findFirst()
            .map(found -> act(transaction, call, found, move))
            .orElse(Reply.missing()));
  }

  private static List<Matter> lock(Transaction transaction, Scope scope, Reference... references) {
    var codes = Arrays.stream(references).map(Reference::code).toArray(String[]::new);
    return transaction.list(
        DeskSql.LOCK,
        PgDeskRows::matter,
        scope.counties(),
        scope.themes(),
        scope.organisations(),
        codes);
  }

  private Reply act(Transaction transaction, Call call, Matter found, Move move) {
    if (found.version() != call.expected()) {
      return Reply.stale();
    }
    var main = found.mergedInto();
    if (main != null) {
      return Reply.conflict("It is merged into %s; act on that one.".formatted(main.written()));
    }
    if (move instanceof Move.Assign(var account) && !may(transaction, account, found)) {
      return Reply.unacceptable(
          "Mend the field that is named.",
          new Fault("/assignee", "Nobody of that name works here and may see it."));
    }
    return switch (move.on(found, directory.get(), call.at())) {
      case Refused(var reply) -> reply;
      case Change change -> {
        keep(transaction, found, change, call.colleague().account(), call.at());
        audit.add(transaction, call.did(change.action(), subject(found), change.detail()));
        yield shown(transaction, found.reference(), call.at());
      }
    };
  }

  private static boolean may(Transaction transaction, @Nullable String account, Matter it) {
    return account == null
        || transaction
            .first(
                DeskSql.MAY,
                Optional::of,
                account,
                it.sorting().county(),
                it.sorting().category(),
                SEERS,
                SEERS_OF_REFERRED,
                it.duty().office())
            .isPresent();
  }

  /// What became of it, be it outside of the caller's scope now.
  private static Reply shown(Transaction transaction, Reference reference, Instant at) {
    var sheet = PgDocket.sheet(transaction, Scope.everything(), reference, at).orElseThrow();
    return Reply.item(sheet, sheet.concern().version());
  }

  private static void keep(
      Transaction transaction, Matter before, Change change, String actor, Instant at) {
    var event = change.event();
    var number =
        transaction
            .first(DeskSql.KEEP, row -> row.getInteger("events"), values(change))
            .orElseThrow();
    if (event != null) {
      happen(transaction, before, event, number, actor, at);
    }
  }

  private static @Nullable Object[] values(Change change) {
    var after = change.after();
    var sorting = after.sorting();
    var standing = after.standing();
    var duty = after.duty();
    return new @Nullable Object[] {
      after.reference().code(),
      change.event() == null ? 0 : 1,
      sorting.category(),
      sorting.ward().code(),
      sorting.county(),
      sorting.title(),
      name(sorting.rootCause()),
      standing.status().name(),
      standing.level(),
      standing.assignee(),
      time(standing.acknowledged()),
      time(standing.answered()),
      standing.answeredBy(),
      duty.office(),
      time(duty.acknowledgeBy()),
      time(duty.answerBy()),
      time(duty.escalateBy())
    };
  }

  private static void happen(
      Transaction transaction,
      Matter before,
      Happening event,
      int number,
      String actor,
      Instant at) {
    transaction.run(
        DeskSql.HAPPEN,
        before.reference().code(),
        number,
        event.status().name(),
        event.words(),
        time(at),
        actor,
        event.office(),
        event.answeredOn());
    PgTidings.spread(
        transaction,
        before.reference(),
        number,
        before.standing().status(),
        new Progress.Event(event.status(), event.words(), at));
  }

  @Override
  public Reply merge(Call call, Reference reference, Reference into) {
    return database.transaction(transaction -> {
      var both = lock(transaction, call.scope(), reference, into);
      var it = both.stream().filter(one -> one.reference().equals(reference)).findFirst();
      var main = both.stream().filter(one -> one.reference().equals(into)).findFirst();
      return it.map(found ->
              Merging.refusal(found, main, call.expected())
                  .orElseGet(() -> merged(transaction, call, found, into)))
          .orElse(Reply.missing());
    });
  }

  private Reply merged(Transaction transaction, Call call, Matter it, Reference into) {
    transaction.run(DeskSql.MERGE, it.reference().code(), into.code());
    audit.add(transaction, call.did("concern.merged", subject(it), "into concern/" + into.code()));
    return shown(transaction, it.reference(), call.at());
  }

  @Override
  public Reply note(Call call, Reference reference, String text) {
    return database.transaction(transaction -> {
      var found = lock(transaction, call.scope(), reference);
      if (found.isEmpty()) {
        return Reply.missing();
      }
      var author = call.colleague().account();
      var code = reference.code();
      var path = "/concerns/" + reference.written();
      if (transaction.change(DeskSql.NOTE, call.id(), code, author, text, time(call.at())) > 0) {
        audit.add(transaction, call.did("concern.noted", subject(found.getFirst()), ""));
      }
      return transaction
          .first(DeskSql.NOTED, PgDeskRows::note, call.id())
          .map(note -> Reply.created(path, note, Reply.NONE))
          .orElseThrow();
    });
  }

  /// What is shown when a number is revealed.
  public record Revealed(String phone) {
    @Override
    public String toString() {
      return "Revealed[hidden]";
    }
  }

  @Override
  public Reply reveal(Call call, Reference reference, String reason) {
    var scope = call.scope();
    return database.transaction(transaction ->
        transaction
            .first(
                DeskSql.NUMBER,
                row -> reveal(transaction, call, reference, reason, row),
                scope.counties(),
                scope.themes(),
                scope.organisations(),
                reference.code())
            .orElse(Reply.missing()));
  }

  private Reply reveal(
      Transaction transaction, Call call, Reference reference, String reason, Row row) {
    var phone = row.getBuffer("phone");
    if (phone == null) {
      return Reply.conflict("No number is kept of who reported it.");
    }
    audit.add(
        transaction,
        call.did("concern.number-revealed", "concern/" + reference.code(), "reason: " + reason));
    var place = "citizen/" + row.getString("citizen_key");
    return Reply.item(new Revealed(vault.open(phone.getBytes(), place)));
  }

  @Override
  public int escalate(Instant now) {
    var escalated = 0;
    while (escalateOne(now)) {
      escalated++;
    }
    return escalated;
  }

  private boolean escalateOne(Instant now) {
    return database.transaction(transaction ->
        transaction
            .first(DeskSql.OVERDUE, row -> new Reference(row.getString("reference")), time(now))
            .flatMap(due -> lock(transaction, Scope.everything(), due).stream().findFirst())
            .filter(due -> escalate(transaction, due, now))
            .isPresent());
  }

  private boolean escalate(Transaction transaction, Matter due, Instant now) {
    if (!(new Move.Escalate().on(due, directory.get(), now) instanceof Change change)) {
      return false;
    }
    keep(transaction, due, change, "", now);
    audit.add(
        transaction,
        new AuditEntry(now, "escalation", change.action(), subject(due), change.detail()));
    return true;
  }

  private static String subject(Matter it) {
    return "concern/" + it.reference().code();
  }

  private static @Nullable String name(@Nullable RootCause cause) {
    return cause == null ? null : cause.name();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
