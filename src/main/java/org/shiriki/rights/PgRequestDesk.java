package org.shiriki.rights;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.shiriki.citizen.Channel;
import org.shiriki.citizen.DataRequest;
import org.shiriki.citizen.PgCitizens;
import org.shiriki.citizen.Ticket;
import org.shiriki.pg.Database;
import org.shiriki.pg.Transaction;
import org.shiriki.privacy.Phone;
import org.shiriki.privacy.PhoneKey;
import org.shiriki.privacy.Vault;
import org.shiriki.rights.FiledRequest.How;
import org.shiriki.staff.AuditEntry;
import org.shiriki.staff.PgAudit;
import org.shiriki.upkeep.Keepsake;

/// Keeps the desk in PostgreSQL.
public final class PgRequestDesk implements RequestDesk {
  public static final Keepsake ERASED =
      new Keepsake(
          "data-requests",
          "data_request_past",
          "answered_at < $1",
          "array['request/' || reference]",
          "delete from data_request_past");

  private final Database database;
  private final Vault vault;
  private final PgAudit audit;
  private final BiConsumer<Transaction, PhoneKey> leave;

  /// The desk.
  ///
  /// @param leave forgets a person in a transaction
  public PgRequestDesk(
      Database database, Vault vault, PgAudit audit, BiConsumer<Transaction, PhoneKey> leave) {
    this.database = database;
    this.vault = vault;
    this.audit = audit;
    this.leave = leave;
  }

  @Override
  public List<FiledRequest> list(Filter filter, int limit) {
    return database.list(
        DeskSql.LIST,
        PgRequestDesk::request,
        filter.area().everywhere(),
        filter.area().wards().toArray(String[]::new),
        filter.state().name(),
        at(filter.now()),
        filter.kinds().stream().map(DataRequest.Kind::name).toArray(String[]::new),
        at(filter.due()),
        filter.reference(),
        limit);
  }

  @Override
  public Optional<FiledRequest> find(Ticket request) {
    return database.first(DeskSql.FIND, PgRequestDesk::request, request.digits());
  }

  @Override
  public Optional<Asker> open(Ticket request, AuditEntry line) {
    return database.transaction(transaction -> {
      var asker = transaction.first(DeskSql.ASKER, this::asker, request.digits());
      if (asker.isPresent()) {
        audit.add(transaction, line);
      }
      return asker;
    });
  }

  @Override
  public Act answer(Deed deed, How how, String reason) {
    var line = deed.line();
    return database.transaction(transaction -> {
      var answered =
          transaction.change(
              DeskSql.ANSWER,
              deed.request().digits(),
              deed.expected(),
              at(line.at()),
              how.name(),
              reason,
              line.actor());
      if (answered == 0) {
        return why(transaction, deed);
      }
      audit.add(transaction, line);
      return Act.DONE;
    });
  }

  @Override
  public Act correct(Deed deed, Correction correction) {
    return taken(
        deed,
        (transaction, key) -> {
          var language = correction.language();
          var ward = correction.ward();
          var name = correction.name();
          transaction.run(
              DeskSql.CORRECT,
              key.text(),
              language == null ? null : language.code(),
              ward == null ? null : ward.code(),
              name == null ? null : PgCitizens.sealed(vault, key, name));
        });
  }

  @Override
  public Act erase(Deed deed) {
    var digits = deed.request().digits();
    return database.transaction(transaction -> {
      var held = transaction.first(DeskSql.HELD, row -> row.getBoolean("held"), digits);
      if (held.orElse(false)) {
        return Act.HELD;
      }
      return takenIn(transaction, deed, this::forget);
    });
  }

  private void forget(Transaction transaction, Deed deed, PhoneKey key) {
    var line = deed.line();
    transaction.run(DeskSql.PAST, deed.request().digits(), at(line.at()), line.actor());
    leave.accept(transaction, key);
  }

  private Act taken(Deed deed, BiConsumer<Transaction, PhoneKey> work) {
    return database.transaction(
        transaction -> takenIn(transaction, deed, (inside, _, key) -> work.accept(inside, key)));
  }

  private interface Work {
    void on(Transaction transaction, Deed deed, PhoneKey person);
  }

  /// Does something to a person whose request is open and as it was read. The person's row is
  /// locked first, as it is by whoever leaves on the phone.
  private Act takenIn(Transaction transaction, Deed deed, Work work) {
    var digits = deed.request().digits();
    var key = transaction.first(DeskSql.LOCK, row -> row.getString("citizen_key"), digits);
    if (key.isEmpty() || transaction.change(DeskSql.TAKE, digits, deed.expected()) == 0) {
      return why(transaction, deed);
    }
    work.on(transaction, deed, new PhoneKey(key.get()));
    audit.add(transaction, deed.line());
    return Act.DONE;
  }

  /// Why a request could not be taken.
  private static Act why(Transaction transaction, Deed deed) {
    Function<FiledRequest, Act> reason =
        found ->
            found.how() == How.ERASED
                ? Act.DONE
                : found.answered() == null ? Act.STALE : Act.ANSWERED;
    return transaction
        .first(DeskSql.FIND, PgRequestDesk::request, deed.request().digits())
        .map(reason)
        .orElse(Act.MISSING);
  }

  @Override
  public Waiting flag(Instant now) {
    return database.transaction(transaction -> {
      for (var overdue :
          transaction.list(DeskSql.FLAG, row -> row.getString("reference"), at(now))) {
        audit.add(
            transaction,
            new AuditEntry(now, "rights", "request.overdue", "request/" + overdue, ""));
      }
      return transaction
          .first(
              DeskSql.WAITING,
              row -> new Waiting(row.getLong("open"), row.getLong("overdue")),
              at(now))
          .orElseThrow();
    });
  }

  private Asker asker(Row row) {
    var key = row.getString("citizen_key");
    var phone = vault.open(row.getBuffer("phone").getBytes(), "citizen/" + key);
    return new Asker(new PhoneKey(key), new Phone(phone));
  }

  private static FiledRequest request(Row row) {
    var how = row.getString("how");
    return new FiledRequest(
        new Ticket(row.getString("reference")),
        DataRequest.Kind.valueOf(row.getString("kind")),
        Channel.valueOf(row.getString("channel")),
        row.getOffsetDateTime("asked_at").toInstant(),
        row.getOffsetDateTime("due_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("answered_at"))
            .map(OffsetDateTime::toInstant)
            .orElse(null),
        how.isEmpty() ? null : How.valueOf(how),
        row.getString("reason"),
        row.getString("account"),
        row.getString("ward"),
        row.getBoolean("erased"),
        row.getLong("version"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
