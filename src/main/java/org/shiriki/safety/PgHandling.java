package org.shiriki.safety;

import io.vertx.sqlclient.Row;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Call;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;
import org.shiriki.pg.Database;
import org.shiriki.pg.Transaction;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.place.Ward;
import org.shiriki.staff.PgAudit;
import org.shiriki.staff.Right;
import org.shiriki.staff.Role;

/// Keeps the handling of cases in PostgreSQL; statements stand in [HandlingSql].
public final class PgHandling implements Handling {
  private static final String[] HANDLERS =
      Arrays.stream(Role.values())
          .filter(role -> role.rights().contains(Right.CASE_HANDLE))
          .map(Role::name)
          .toArray(String[]::new);

  private final Database database;
  private final PgCases cases;
  private final Places places;
  private final PgAudit audit;

  public PgHandling(Database database, PgCases cases, Places places) {
    this.database = database;
    this.cases = cases;
    this.places = places;
    this.audit = new PgAudit(database);
  }

  /// What is shown when a number is revealed.
  public record Revealed(String phone) {
    @Override
    public String toString() {
      return "Revealed[hidden]";
    }
  }

  /// A case as it stands for whoever wants to act on it.
  private record Standing(Stage stage, long version, boolean named) {
    static Standing of(Row row) {
      return new Standing(
          Stage.valueOf(row.getString("stage")), row.getLong("version"), row.getBoolean("named"));
    }
  }

  @Override
  public List<CaseLine> list(Wanted wanted, @Nullable Place after, int limit) {
    return database.list(
        HandlingSql.LIST,
        this::line,
        wanted.everywhere(),
        wanted.wards().toArray(String[]::new),
        wanted.handler(),
        wanted.unhandled(),
        after == null ? null : after.filedOn(),
        after == null ? null : after.number().digits(),
        limit);
  }

  private CaseLine line(Row row) {
    var county = places.ward(row.getString("ward")).map(Ward::county).orElse("");
    return new CaseLine(
        new CaseNumber(row.getString("number")).written(),
        Source.valueOf(row.getString("source")),
        Stage.valueOf(row.getString("stage")),
        county,
        row.getLocalDate("filed_on"),
        row.getLong("handlers"),
        row.getLong("version"));
  }

  @Override
  public List<View> views(CaseNumber number, long after, int limit) {
    return database.list(
        HandlingSql.VIEWS,
        row ->
            new View(
                row.getLong("id"),
                row.getString("worker"),
                row.getString("act"),
                row.getString("reason"),
                row.getBoolean("granted"),
                row.getOffsetDateTime("at").toInstant()),
        number.digits(),
        after,
        limit);
  }

  @Override
  public List<String> handlers(CaseNumber number) {
    return database.list(HandlingSql.HANDLERS, row -> row.getString("worker"), number.digits());
  }

  @Override
  public Optional<Residence> ward(CaseNumber number) {
    return database.first(
        HandlingSql.FIND, row -> Residence.parse(row.getString("ward")), number.digits());
  }

  @Override
  public Reply open(Call call, CaseNumber number, String reason) {
    return database.transaction(transaction ->
        view(transaction, call, number, "READ", reason, "case.read")
            .map(open -> shown(transaction, call, number, open))
            .orElse(Reply.missing()));
  }

  private Reply shown(Transaction transaction, Call call, CaseNumber number, Case open) {
    var handlers =
        transaction.list(HandlingSql.HANDLERS, row -> row.getString("worker"), number.digits());
    var version = lock(transaction, call, number).map(Standing::version).orElseThrow();
    return Reply.item(CaseSheet.of(open, handlers, version), version);
  }

  @Override
  public Reply reveal(Call call, CaseNumber number, String reason) {
    return database.transaction(transaction ->
        view(transaction, call, number, "REVEAL", reason, "case.number-revealed")
            .map(PgHandling::revealed)
            .orElse(Reply.missing()));
  }

  private static Reply revealed(Case open) {
    var phone = open.safeguards().phone();
    return phone == null
        ? Reply.conflict("The person does not wish to be contacted.")
        : Reply.item(new Revealed(phone.e164()));
  }

  /// Opens a case and keeps that it was opened, or that somebody tried who is not named on it.
  private Optional<Case> view(
      Transaction transaction,
      Call call,
      CaseNumber number,
      String act,
      String reason,
      String action) {
    var worker = new CaseWorker(call.colleague().account());
    var open = cases.open(transaction, act, number, worker, reason, call.at());
    open.ifPresentOrElse(
        granted ->
            audit.add(transaction, call.did(action, subject(number), "the reason is with it")),
        () -> {
          if (transaction.run(HandlingSql.FIND, number.digits()).size() > 0) {
            audit.add(transaction, call.did("case.refused", subject(number), act));
          }
        });
    return open;
  }

  @Override
  public Reply refer(Call call, CaseNumber number, Basis basis, String reason) {
    return mine(
        call,
        number,
        (transaction, standing) -> {
          view(transaction, call, number, "REFER", basis + ": " + reason, "case.referred");
          transaction.run(HandlingSql.TOUCH, number.digits());
          return line(transaction, number);
        });
  }

  @Override
  public Reply advance(Call call, CaseNumber number, Stage stage) {
    return mine(
        call,
        number,
        (transaction, standing) -> {
          if (standing.stage == stage) {
            return Reply.conflict("It is %s already.".formatted(stage));
          }
          transaction.run(HandlingSql.ADVANCE, number.digits(), stage.name());
          audit.add(
              transaction,
              call.did(
                  "case.advanced",
                  subject(number),
                  "stage %s to %s".formatted(standing.stage, stage)));
          return line(transaction, number);
        });
  }

  /// Something that only those do who are named on a case, and that asks for its version.
  private interface Deed {
    Reply on(Transaction transaction, Standing standing);
  }

  private Reply mine(Call call, CaseNumber number, Deed deed) {
    return database.transaction(transaction -> {
      var standing = lock(transaction, call, number).filter(Standing::named);
      if (standing.isEmpty()) {
        return Reply.missing();
      }
      return standing.get().version == call.expected()
          ? deed.on(transaction, standing.get())
          : Reply.stale();
    });
  }

  private static Optional<Standing> lock(Transaction transaction, Call call, CaseNumber number) {
    return transaction.first(
        HandlingSql.LOCK, Standing::of, number.digits(), call.colleague().account());
  }

  private static Reply line(Transaction transaction, CaseNumber number) {
    return transaction
        .first(HandlingSql.STANDING, PgHandling::standing, number.digits())
        .orElseThrow();
  }

  /// How a case stands after something was done with it.
  public record Now(String number, Stage stage, long version) {}

  private static Reply standing(Row row) {
    var now =
        new Now(
            new CaseNumber(row.getString("number")).written(),
            Stage.valueOf(row.getString("stage")),
            row.getLong("version"));
    return Reply.item(now, now.version);
  }

  /// The report is filed before the case is emptied; done again after a crash it is the same
  /// report.
  @Override
  public Reply release(Call call, CaseNumber number, String reason) {
    var opened =
        database.transaction(
            transaction -> view(transaction, call, number, "RELEASE", reason, "case.released"));
    return opened
        .map(open -> {
          if (open.source() != Source.MOVED) {
            return Reply.conflict("What was told in confidence stays there.");
          }
          cases.handBack(open, call.at());
          return Reply.done();
        })
        .orElse(Reply.missing());
  }

  @Override
  public Reply assign(Call call, CaseNumber number, String account) {
    return changeHandlers(
        call,
        number,
        transaction -> {
          if (transaction.first(HandlingSql.MAY, Optional::of, account, HANDLERS).isEmpty()) {
            return Optional.of(
                Reply.unacceptable(
                    "Mend the field that is named.",
                    new Fault("/account", "Nobody of that name works here and may handle cases.")));
          }
          var at = call.at().atOffset(ZoneOffset.UTC);
          if (transaction.change(CaseSql.ASSIGN, number.digits(), account, at) > 0) {
            audit.add(transaction, call.did("case.assigned", subject(number), account));
          }
          return Optional.empty();
        });
  }

  @Override
  public Reply unassign(Call call, CaseNumber number, String account) {
    return changeHandlers(
        call,
        number,
        transaction -> {
          if (transaction.change(HandlingSql.UNASSIGN, number.digits(), account) > 0) {
            audit.add(transaction, call.did("case.unassigned", subject(number), account));
          }
          return Optional.empty();
        });
  }

  private Reply changeHandlers(
      Call call, CaseNumber number, Function<Transaction, Optional<Reply>> change) {
    return database.transaction(transaction ->
        lock(transaction, call, number).isEmpty()
            ? Reply.missing()
            : change.apply(transaction).orElseGet(Reply::done));
  }

  private static String subject(CaseNumber number) {
    return "case/" + number.digits();
  }
}
