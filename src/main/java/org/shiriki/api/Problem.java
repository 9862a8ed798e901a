package org.shiriki.api;

import java.util.List;

/// Why a request was not done (RFC 9457).
///
/// @param type names the kind for programs, `urn:shiriki:problem:stale`
/// @param title the kind for people
/// @param detail what to do about it
/// @param errors what is wrong with which field; none where it is not about fields
public record Problem(int status, String type, String title, String detail, List<Fault> errors) {
  private static final String URN = "urn:shiriki:problem:";

  public Problem {
    errors = List.copyOf(errors);
  }

  /// What is wrong with a field.
  ///
  /// @param field a JSON pointer into the body (`/text/sw`), or the name of a parameter
  public record Fault(String field, String detail) {}

  /// The request is not as the contract or a rule wants it.
  public static Problem invalid(String detail, List<Fault> faults) {
    return new Problem(400, URN + "invalid", "The request has faults", detail, faults);
  }

  /// Nobody is signed in.
  public static Problem unknownCaller() {
    return of(401, "unknown-caller", "Who are you?", "Send a valid token: Authorization: Bearer …");
  }

  /// The caller may not.
  public static Problem forbidden(String detail) {
    return of(403, "forbidden", "You may not do this", detail);
  }

  /// There is no such thing, or not for this caller.
  public static Problem missing() {
    return of(
        404, "missing", "There is no such thing", "Check the id; you see your own scope only.");
  }

  /// The thing is at a point where this cannot be done.
  public static Problem conflict(String detail) {
    return of(409, "conflict", "This cannot be done now", detail);
  }

  /// Somebody else has changed it since the caller read it.
  public static Problem stale() {
    return of(
        412, "stale", "Somebody changed it meanwhile", "Read it again and repeat your change.");
  }

  /// The words are understood, and a rule of the house speaks against them.
  public static Problem unacceptable(String detail, List<Fault> faults) {
    return new Problem(422, URN + "unacceptable", "A rule speaks against it", detail, faults);
  }

  static Problem of(int status, String word, String title, String detail) {
    return new Problem(status, URN + word, title, detail, List.of());
  }
}
