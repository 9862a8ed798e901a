package org.shiriki.api;

import java.util.List;
import java.util.Map;

/// A room's face for programs: what it does for each operation of its part of the contract.
///
/// Its part is the resource `api/<name>.yaml`, an OpenAPI fragment with `paths` and, where it wants
/// them, `components`; every operation in it has an `operationId`, an example, and the right that
/// it needs as `x-right`.
public interface Api {
  /// The name of its part of the contract.
  String name();

  /// What answers each operation, by `operationId`.
  Map<String, Operation> operations();

  /// An operation of the whole house: it does not exist for those whose right has limits.
  static Operation everywhere(Operation operation) {
    return call -> call.scope().coversAll(List.of()) ? operation.answer(call) : Reply.missing();
  }

  /// Answers one operation. By then the caller has the right that the contract names, and the
  /// request is as the contract wants it; what is left to check is the scope, and the rules.
  @FunctionalInterface
  interface Operation {
    Reply answer(Call call);
  }
}
