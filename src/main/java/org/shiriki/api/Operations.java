package org.shiriki.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.ValidatedRequest;
import io.vertx.openapi.validation.ValidatorException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Contract.Entry;
import org.shiriki.api.Contract.Needs;
import org.shiriki.staff.Colleague;
import org.shiriki.staff.Right;

/// All that can be asked of the house: each operation of the contract with the room that answers
/// it, the same for programs ([ApiDoor]) and for our own pages ([Inside]).
public final class Operations {
  private final Contract contract;
  private final OpenAPIContract readable;
  private final RequestValidator validator;
  private final Map<String, Api.Operation> operations = new HashMap<>();
  private final Once once;
  private final InstantSource clock;

  /// Reads the contract of the rooms.
  ///
  /// @throws IllegalStateException if the contract has an operation that no room answers, or a room
  ///   answers one that the contract does not have
  public Operations(Vertx vertx, List<Api> rooms, Once once, InstantSource clock) {
    this.contract = Contract.of(rooms);
    this.readable = OpenAPIContract.from(vertx, Wire.readable(contract.document())).await();
    this.validator = RequestValidator.create(vertx, readable);
    this.once = once;
    this.clock = clock;
    rooms.forEach(room -> operations.putAll(room.operations()));
    var agreed = contract.entries().stream().map(Entry::id).toList();
    if (agreed.size() != operations.size() || !operations.keySet().containsAll(agreed)) {
      throw new IllegalStateException(
          "The contract names " + agreed + " and the rooms answer " + operations.keySet());
    }
  }

  /// One asking, as it came.
  ///
  /// @param raw what the contract is held against, read when it is its turn
  /// @param match the version that the caller believes to change, as `If-Match` has it
  /// @param key the same names the same asking
  /// @param sheet a sheet (CSV) that was sent instead of JSON
  /// @param visit the word of the caller's visit; empty where they came with a token
  /// @param from the caller's address
  record Asked(
      Supplier<ValidatableRequest> raw,
      @Nullable String match,
      Optional<String> key,
      Optional<JsonNode> sheet,
      String visit,
      String from) {}

  Contract contract() {
    return contract;
  }

  OpenAPIContract readable() {
    return readable;
  }

  Reply ask(Entry entry, Optional<Colleague> caller, Asked asked) {
    return switch (entry.needs()) {
      case Needs.Nothing() ->
          valid(entry, caller.orElseGet(() -> nobody(asked)), Right.TOKEN_OWN, asked);
      case Needs.Account() ->
          caller.isEmpty()
              ? new Reply.Refused(Problem.unknownCaller())
              : valid(entry, caller.get(), Right.TOKEN_OWN, asked);
      case Needs.To(var right) -> withRight(entry, caller, right, asked);
    };
  }

  private Reply withRight(Entry entry, Optional<Colleague> caller, Right right, Asked asked) {
    if (caller.isEmpty()) {
      return new Reply.Refused(Problem.unknownCaller());
    }
    if (!caller.get().may(right)) {
      return Reply.forbidden("This needs the right " + right + ".");
    }
    return valid(entry, caller.get(), right, asked);
  }

  private Reply valid(Entry entry, Colleague colleague, Right right, Asked asked) {
    if (entry.sheet() && asked.sheet().isEmpty()) {
      return new Reply.Refused(Answer.NO_SHEET);
    }
    ValidatedRequest request;
    try {
      request = validator.validate(asked.raw().get(), entry.id()).await();
    } catch (ValidatorException failure) {
      return new Reply.Refused(Wire.problem(failure));
    }
    if (entry.matches() && asked.match() == null) {
      return new Reply.Refused(Answer.UNMATCHED);
    }
    var version = Wire.version(Objects.requireNonNullElse(asked.match(), ""));
    if (entry.matches() && version.isEmpty()) {
      return Reply.stale();
    }
    return repeatable(
        entry,
        asked.key(),
        new Call(
            colleague,
            right,
            Wire.path(request),
            Wire.query(request),
            entry.sheet() ? asked.sheet().orElseThrow() : Wire.body(request),
            entry.matches() ? version.orElseThrow() : null,
            UUID.randomUUID(),
            clock.instant(),
            asked.visit()));
  }

  private Reply repeatable(Entry entry, Optional<String> word, Call call) {
    if (!entry.once() || word.isEmpty()) {
      return done(entry, call);
    }
    var key = entry.id() + ' ' + word.get();
    var account = call.colleague().account();
    var name = new Once.Name(account, key, Wire.hash(call.path() + call.body().toString()));
    return switch (once.ask(name)) {
      case Once.Known.Answered(var reply) -> reply;
      case Once.Known.Other() -> new Reply.Refused(Answer.OTHER_REQUEST);
      case Once.Known.Open() -> {
        var id = UUID.nameUUIDFromBytes((account + '\n' + key).getBytes(UTF_8));
        var reply = done(entry, call.named(id));
        once.keep(name, reply instanceof Reply.Created created ? created : null);
        yield reply;
      }
    };
  }

  private Reply done(Entry entry, Call call) {
    try {
      return Objects.requireNonNull(operations.get(entry.id())).answer(call);
    } catch (NumberFormatException | DateTimeException failure) {
      if (call.query("cursor").isEmpty()) {
        throw failure;
      }
      return new Reply.Refused(Problem.invalid("The cursor is none that a list gave.", List.of()));
    } catch (Json.Unreadable failure) {
      return new Reply.Refused(Problem.invalid(failure.why(), List.of()));
    }
  }

  private static Colleague nobody(Asked asked) {
    return new Colleague("", "", List.of(), Set.of(), asked.from());
  }
}
