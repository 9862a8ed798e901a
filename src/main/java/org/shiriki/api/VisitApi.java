package org.shiriki.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shiriki.staff.Colleague;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Right;
import org.shiriki.staff.SecondFactors;
import org.shiriki.staff.SignIn;
import org.shiriki.staff.SignIn.Entry;
import org.shiriki.staff.SignIn.Try;
import org.shiriki.staff.Token;
import org.shiriki.staff.Tokens;

/// Coming in and going out: passwords, second factors, visits, and tokens for programs.
public final class VisitApi implements Api {
  private final SignIn signIn;
  private final SecondFactors factors;
  private final Tokens tokens;

  public VisitApi(SignIn signIn, SecondFactors factors, Tokens tokens) {
    this.signIn = signIn;
    this.factors = factors;
    this.tokens = tokens;
  }

  private record Shown(String email, String password, String code) {
    @Override
    public String toString() {
      return "Shown[…]";
    }
  }

  /// Somebody who has come in.
  ///
  /// @param csrf goes along as `X-CSRF-Token` with all that changes something
  /// @param secondFactorNeeded whether nothing else can be done before it is set up
  private record In(String account, String csrf, boolean secondFactorNeeded, Instant until) {
    @Override
    public String toString() {
      return "In[" + account + ']';
    }
  }

  private record Me(String account, String organisation, List<Grant> grants, Set<Right> rights) {}

  private record Code(String code) {
    @Override
    public String toString() {
      return "Code[…]";
    }
  }

  private record Codes(List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "Codes[…]";
    }
  }

  private record NewPassword(String word, String password) {
    @Override
    public String toString() {
      return "NewPassword[…]";
    }
  }

  private record NewToken(String name, Set<Right> rights, int days) {}

  @Override
  public String name() {
    return "visits";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.ofEntries(
        Map.entry("signIn", this::enter),
        Map.entry("signOut", this::leave),
        Map.entry("setPassword", this::setPassword),
        Map.entry("readMe", call -> Reply.item(me(call.colleague()))),
        Map.entry("listVisits", call -> Reply.all(signIn.places(account(call)))),
        Map.entry("endVisit", this::endVisit),
        Map.entry("enrolSecondFactor", this::enrol),
        Map.entry("confirmSecondFactor", this::confirm),
        Map.entry("listTokens", call -> Reply.all(tokens.of(account(call)))),
        Map.entry("createToken", this::mint),
        Map.entry("endToken", this::endToken));
  }

  private Reply enter(Call call) {
    var shown = call.body(Shown.class);
    var code = shown.code() == null ? "" : shown.code();
    var attempt = new Try(shown.email(), shown.password(), code, call.colleague().from());
    return switch (signIn.enter(attempt)) {
      case Entry.In(var visit) ->
          new Reply.WithVisit(
              new In(visit.account().name(), visit.csrf(), !visit.proven(), visit.until()),
              visit.word(),
              Duration.between(call.at(), visit.until()));
      case Entry.Wrong() ->
          refused(401, "wrong", "Something is wrong", "Check the address, the password, the code.");
      case Entry.NeedsCode() ->
          refused(401, "code-needed", "A code is needed", "Send the code of your authenticator.");
      case Entry.Later(var patience) ->
          refused(
              429,
              "wait",
              "Too many were wrong",
              "Try again in " + (patience.toSeconds() + 1) + " seconds.");
    };
  }

  private static Reply refused(int status, String word, String title, String detail) {
    return new Reply.Refused(Problem.of(status, word, title, detail));
  }

  private Reply leave(Call call) {
    signIn.leave(call.visit());
    return new Reply.WithVisit(Map.of(), "", Duration.ZERO);
  }

  private Reply setPassword(Call call) {
    var body = call.body(NewPassword.class);
    return signIn.setPassword(body.word(), body.password(), call.colleague().from())
        ? Reply.done()
        : Reply.unacceptable(
            "The word of the link is no longer good.",
            new Problem.Fault("/word", "Ask a director for another."));
  }

  private Reply endVisit(Call call) {
    return signIn.end(account(call), call.path("visit"), call.colleague())
        ? Reply.done()
        : Reply.missing();
  }

  private Reply enrol(Call call) {
    return factors
        .enrol(account(call))
        .map(Reply::item)
        .orElseGet(() -> Reply.conflict("One is in use; a director takes a lost one away."));
  }

  private Reply confirm(Call call) {
    return factors
        .confirm(account(call), call.body(Code.class).code(), call.colleague())
        .map(codes -> Reply.item(new Codes(codes)))
        .orElseGet(() ->
            Reply.unacceptable(
                "The code is not right.",
                new Problem.Fault("/code", "Enrol first, and send the code that shows now.")));
  }

  private Reply mint(Call call) {
    var wish = call.body(NewToken.class);
    var colleague = call.colleague();
    if (!wish.rights().stream().allMatch(colleague::may)) {
      return Reply.unacceptable(
          "A token can do no more than you.",
          new Problem.Fault("/rights", "Leave out what you may not do yourself."));
    }
    var until = call.at().plus(Duration.ofDays(wish.days()));
    var rights = wish.rights().isEmpty() ? limits(colleague) : wish.rights();
    var minted = tokens.mint(colleague.account(), wish.name(), rights, until, colleague);
    return Reply.created("/tokens/" + minted.token().id(), new NewWord(minted), Reply.NONE);
  }

  /// A token as it is shown once.
  private record NewWord(Token token, String word) {
    NewWord(Tokens.Minted minted) {
      this(minted.token(), minted.word());
    }

    @Override
    public String toString() {
      return "NewWord[" + token.id() + ']';
    }
  }

  /// What a new token must be kept to where its maker came with a token for less.
  private static Set<Right> limits(Colleague colleague) {
    return colleague.within().size() == Right.values().length ? Set.of() : colleague.within();
  }

  private Reply endToken(Call call) {
    return tokens.end(account(call), call.path("token"), call.colleague())
        ? Reply.done()
        : Reply.missing();
  }

  private static Me me(Colleague colleague) {
    var rights = Set.of(Right.values()).stream().filter(colleague::may).collect(Collectors.toSet());
    return new Me(colleague.account(), colleague.organisation(), colleague.grants(), rights);
  }

  private static String account(Call call) {
    return call.colleague().account();
  }
}
